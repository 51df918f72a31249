using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Check;

public sealed class NothingIsStoredTests(Site site)
{
    [Fact]
    public async Task A_checked_file_never_touches_the_disk()
    {
        using var client = new FormClient(site);
        using var watcher = new FileSystemWatcher(Site.TemporaryFiles);
        var written = new List<string>();
        var controlSeen = new TaskCompletionSource();
        watcher.Created += (_, file) =>
        {
            written.Add(file.Name!);
            controlSeen.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;

        using var response = await client.Post(LongReport);
        response.EnsureSuccessStatusCode();

        // The framework's own reader does write such a file there: that one is seen, in order, and it is the only one.
        await ReadAsTheFrameworkDoes(LongReport);
        await controlSeen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Single(written);
    }

    private static FilePayload LongReport { get; } =
        new()
        {
            Name = "lang.txt",
            Buffer = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("En mening om vatten.\n\n", 20_000))),
        };

    private static async Task ReadAsTheFrameworkDoes(FilePayload file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file.Buffer), "rapport", file.Name } };
        var http = new DefaultHttpContext();
        http.Request.ContentType = form.Headers.ContentType!.ToString();
        // A body that cannot be read twice, as one from the network.
        http.Request.Body = PipeReader
            .Create(await form.ReadAsStreamAsync(TestContext.Current.CancellationToken))
            .AsStream();
        _ = await http.Request.ReadFormAsync(TestContext.Current.CancellationToken);
    }
}
