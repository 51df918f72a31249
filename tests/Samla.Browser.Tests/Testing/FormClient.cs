using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>Sends the checking form as a browser without script would, and shows the bare answer.</summary>
internal sealed partial class FormClient : IDisposable
{
    private readonly Site _site;
    private readonly HttpClient _http;
    private readonly Dictionary<string, string> _cookies = [];

    public FormClient(Site site)
    {
        _site = site;
        _http = new HttpClient { BaseAddress = site.Address };
    }

    /// <summary>Asked for by the one whose page it is; see <see cref="SignedIn.For"/>.</summary>
    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (SignedIn.For(path) is { } account)
        {
            if (!_cookies.TryGetValue(account, out var cookie))
            {
                _cookies[account] = cookie = await SignedIn.Cookie(_site, account);
            }

            request.Headers.Add("Cookie", $"{SignedIn.CookieName}={cookie}");
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> Post(FilePayload? file, string output = "sida")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Token()), "__RequestVerificationToken" },
            { new StringContent(output), "visa" },
        };
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file.Buffer), "rapport", file.Name);
        }

        return await _http.PostAsync(CheckPageObject.Path, form, TestContext.Current.CancellationToken);
    }

    public static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<string> Token() =>
        TokenField()
            .Match(await _http.GetStringAsync(CheckPageObject.Path, TestContext.Current.CancellationToken))
            .Groups["token"]
            .Value;

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}
