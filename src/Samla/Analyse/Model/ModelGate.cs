using System.Net.Http.Headers;

namespace Samla.Analyse.Model;

/// <summary>Lets out what was asked for and no more, and in no more than an answer can be.</summary>
internal sealed class ModelGate()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            // Another address is not the one that the analyst was told.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Nor does anybody between read what was sent, or the key.
            UseProxy = false,
            // What goes on here is nobody's business there.
            ActivityHeadersPropagator = null,
        }
    )
{
    private const long MostBytes = 500_000;

    private static readonly string[] Needed = ["Accept", "Authorization"];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        // By itself the package would name the machine's system, its processor and their versions.
        var told = request.Headers.Select(header => header.Key).Except(Needed, StringComparer.OrdinalIgnoreCase);
        foreach (var name in told.ToList())
        {
            request.Headers.Remove(name);
        }

        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Samla", productVersion: null));
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
