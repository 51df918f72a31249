using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;

namespace Samla.Web.Publish;

/// <summary>Answers an open chapter's script when the chapter has changed; without content where it has not for a while, not found where it is gone.</summary>
internal static class ChapterNews
{
    public const string Route = "/arbete/{round}/kapitel/{chapter}/nytt";

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Chapter> chapter,
        string? sett,
        HttpContext http,
        WatchChapter watch,
        IHostApplicationLifetime lifetime,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        // A server that is to stop waits for nobody who waits for news.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            return await watch.Run(round, chapter.Value, sett ?? "", stop.Token) switch
            {
                WatchChapter.Outcome.Changed(var state) => TypedResults.Json(new { state }),
                WatchChapter.Outcome.Gone => TypedResults.NotFound(),
                _ => TypedResults.NoContent(),
            };
        }
        catch (OperationCanceledException)
        {
            return TypedResults.NoContent();
        }
    }
}
