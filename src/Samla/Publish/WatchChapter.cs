using Samla.Check;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>Waits until a chapter says something else than a page shows, so that an open chapter follows what others do.</summary>
/// <remarks>
/// Whether anything has been saved is one indexed question to the audit trail. The chapter is composed only when
/// something has, and kept for all who ask after that.
/// </remarks>
public sealed class WatchChapter(SamlaDb db, CheckRound checkRound, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Who hears nothing for so long asks again, so that no connection is held for a window that is gone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The same for a chapter that says and asks the same.</summary>
    public static string StateOf(ReportChapter chapter) =>
        Source.HashOf(
            string.Join(
                '\n',
                chapter
                    .AllAlarms.Select(alarm => $"{alarm.Section} {alarm.Message}")
                    .Prepend(ChapterChange.Fingerprint(chapter))
            )
        )[..16];

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="State">What the chapter's state has become.</param>
        public sealed record Changed(string State) : Outcome;

        /// <summary>It is the same after a while.</summary>
        public sealed record Same : Outcome;

        /// <summary>There is no such chapter.</summary>
        public sealed record Gone : Outcome;
    }

    /// <summary>Waits until the chapter is another, or for a while.</summary>
    /// <param name="round">The round.</param>
    /// <param name="chapterId">The chapter.</param>
    /// <param name="seen">The state that the page shows.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async Task<Outcome> Run(Key<Round> round, string chapterId, string seen, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + Longest;
        long? known = null;
        while (true)
        {
            var latest = await db.LatestForReports(cancellation);
            if (latest != known)
            {
                var report = await checkRound.Run(round, cancellation);
                if (report?.Report.Chapters.FirstOrDefault(one => one.Id == chapterId) is not { } chapter)
                {
                    return new Outcome.Gone();
                }

                if (StateOf(chapter) is var state && state != seen)
                {
                    return new Outcome.Changed(state);
                }

                known = latest;
            }

            if (clock.GetUtcNow() >= until)
            {
                return new Outcome.Same();
            }

            await Task.Delay(Pause, clock, cancellation);
        }
    }
}
