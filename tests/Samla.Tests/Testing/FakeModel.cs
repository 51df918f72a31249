using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Samla.Tests.Testing;

/// <summary>A server on this machine that speaks as a language model's does, and says what a test wants.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Question> _heard = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeModel(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync(http.RequestAborted);
            var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            _heard.Enqueue(new Question(http.Request.Path, body, headers));
            _asked.TrySetResult();
            await answer(http);
        });
    }

    /// <summary>What a client is told to ask.</summary>
    public string Endpoint => $"{_app.Urls.First()}/v1";

    public string Host => new Uri(Endpoint).Authority;

    /// <summary>All that was asked.</summary>
    public IReadOnlyList<Question> Heard => [.. _heard];

    /// <summary>Ends when the first question is here.</summary>
    public Task Asked => _asked.Task;

    /// <param name="Headers">Each by its name.</param>
    public sealed record Question(string Path, string Body, IReadOnlyDictionary<string, string> Headers);

    public static async Task<FakeModel> Start(Func<HttpContext, Task> answer)
    {
        var server = new FakeModel(answer);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>One that says the same to all.</summary>
    public static Task<FakeModel> Says(string words, string ending = "stop") =>
        Start(http => http.Response.WriteAsync(Completion(words, ending), http.RequestAborted));

    /// <summary>One that answers with a status alone.</summary>
    public static Task<FakeModel> Fails(int status) =>
        Start(http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });

    /// <summary>One that listens and says nothing.</summary>
    public static Task<FakeModel> IsSilent() =>
        Start(http => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted));

    /// <summary>What a model is asked to say: suggestions as JSON.</summary>
    public static string Suggestions(params (string? Code, string? Quote)[] suggestions) =>
        JsonSerializer.Serialize(
            new
            {
                forslag = suggestions.Select(one => new
                {
                    kod = one.Code,
                    citat = one.Quote,
                    skal = "Det står så.",
                }),
            },
            Plain
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>What a server answers with when its model says something.</summary>
    public static string Saying(string words) => Completion(words, "stop");

    private static string Completion(string words, string ending) =>
        JsonSerializer.Serialize(
            new
            {
                id = "prov",
                @object = "chat.completion",
                created = 1,
                model = "prov-1",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new { role = "assistant", content = words },
                        finish_reason = ending,
                    },
                },
                usage = new
                {
                    prompt_tokens = 1,
                    completion_tokens = 1,
                    total_tokens = 2,
                },
            },
            Plain
        );
}
