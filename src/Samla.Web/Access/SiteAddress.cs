using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Samla.Web.Access;

/// <summary>What links begin with that leave the application.</summary>
internal sealed class SiteAddress(IOptions<AccessSettings> settings, IServer server)
{
    /// <summary>For a page that somebody who is signed in asks for: where that person found the application.</summary>
    public string Of(HttpRequest request, string path) =>
        settings.Value.Address is { } address
            ? Join(address, path)
            : $"{request.Scheme}://{request.Host}{request.PathBase}{path}";

    /// <summary>
    /// For a letter that anybody may have asked for. Not what the request says: whoever asks could name an address of their
    /// own, and the link would lead its reader there.
    /// </summary>
    public string OfOwn(string path) =>
        Join(settings.Value.Address ?? new Uri(ListensAt() ?? "http://localhost"), path);

    private string? ListensAt() =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Select(address =>
                address
                    .Replace("://+", "://localhost", StringComparison.Ordinal)
                    .Replace("://*", "://localhost", StringComparison.Ordinal)
                    .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
                    .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            )
            .FirstOrDefault();

    private static string Join(Uri address, string path) => address.ToString().TrimEnd('/') + path;
}
