using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Model;

/// <summary>
/// The line to the language model. A question is sent once, to the host that is set and to no other, and nothing goes along
/// with it but the key. That no answer comes is a value: one codes as well without.
/// </summary>
public sealed partial class LanguageModel(ModelSettings settings, ILogger<LanguageModel> log) : IDisposable
{
    private readonly Lazy<(HttpClient Http, IChatClient Chat)> _line = new(() => Open(settings));

    /// <param name="Ending">What came of it, before anybody has read the text.</param>
    /// <param name="Text">The answer; empty where none came.</param>
    /// <param name="Status">The server's status code, where it refused.</param>
    public sealed record Reply(ModelEnding Ending, string Text, int? Status = null);

    /// <exception cref="InvalidOperationException">No model is set.</exception>
    public async Task<Reply> Ask(ModelPrompt prompt, CancellationToken cancellation)
    {
        if (!settings.IsOn)
        {
            throw new InvalidOperationException("Ask only where a model is set.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            var response = await _line.Value.Chat.GetResponseAsync(
                [new ChatMessage(ChatRole.System, prompt.Fixed), new ChatMessage(ChatRole.User, prompt.Data)],
                new ChatOptions { MaxOutputTokens = settings.MostTokens },
                patience.Token
            );
            var isRefused =
                response.FinishReason == ChatFinishReason.ContentFilter
                || response.Messages.SelectMany(message => message.Contents).Any(content => content is ErrorContent);
            return new Reply(
                isRefused ? ModelEnding.Refused : ModelEnding.Answered,
                Characters.Keepable(response.Text)
            );
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return new Reply(ModelEnding.Abandoned, "");
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return new Reply(ModelEnding.TimedOut, "");
        }
        // A server can answer anything, and the packages throw as many kinds of exceptions.
        catch (Exception trouble)
        {
            var reply = ReplyOf(trouble);
            LogTrouble(reply.Ending, trouble.GetType().Name, reply.Status);
            return reply;
        }
    }

    public void Dispose()
    {
        if (_line.IsValueCreated)
        {
            _line.Value.Chat.Dispose();
            _line.Value.Http.Dispose();
        }
    }

    private static (HttpClient Http, IChatClient Chat) Open(ModelSettings settings)
    {
        var http = new HttpClient(new ModelGate()) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(settings.Endpoint!),
            Transport = new HttpClientPipelineTransport(http),
            // A click sends once.
            RetryPolicy = new ClientRetryPolicy(0),
            // Longer than our own, which is the one that counts.
            NetworkTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds * 2),
        };
        // The package will have a key; servers that ask for none do not look at it.
        var key = new ApiKeyCredential(string.IsNullOrEmpty(settings.ApiKey) ? "ingen" : settings.ApiKey);
        return (http, new OpenAIClient(key, options).GetChatClient(settings.Model).AsIChatClient());
    }

    private static Reply ReplyOf(Exception trouble)
    {
        var causes = new List<Exception>();
        for (var cause = trouble; cause is not null; cause = cause.InnerException)
        {
            causes.Add(cause);
        }

        if (causes.OfType<HttpRequestException>().Any(IsTooLong))
        {
            return new Reply(ModelEnding.TooLong, "");
        }

        if (trouble is ClientResultException { Status: > 0 and var status })
        {
            return new Reply(ModelEnding.Refused, "", status);
        }

        var isLine = causes.Exists(cause => cause is HttpRequestException or IOException);
        return new Reply(isLine ? ModelEnding.NoContact : ModelEnding.NotUnderstood, "");
    }

    private static bool IsTooLong(HttpRequestException trouble) =>
        trouble.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;

    // Neither the question nor the answer: they are kept where analysts alone read them.
    [LoggerMessage(LogLevel.Warning, "The language model did not answer: {Ending}, {Kind}, status {Status}")]
    private partial void LogTrouble(ModelEnding ending, string kind, int? status);
}
