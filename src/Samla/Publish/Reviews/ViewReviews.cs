using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Check;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.Reviews;

/// <summary>How far the experts have come with a round's chapters: who is asked, who has signed, and what has changed since.</summary>
public sealed class ViewReviews(SamlaDb db, CheckRound checkRound, ActorNames actorNames)
{
    /// <param name="Lines">One for each chapter, in the report's order.</param>
    public sealed record Result(Round Round, IReadOnlyList<Line> Lines);

    /// <param name="Reviewers">Those who are asked, or have signed, by name in Swedish order.</param>
    /// <param name="Awaited">Those of them, by name, who have not signed the chapter as it is now and still can.</param>
    /// <param name="Open">How many comments are not settled.</param>
    public sealed record Line(
        ReportChapter Chapter,
        IReadOnlyList<Reviewer> Reviewers,
        IReadOnlyList<string> Awaited,
        int Open
    );

    /// <param name="Review">The review itself.</param>
    /// <param name="Name">The expert's.</param>
    /// <param name="Change">What has changed in the chapter since it was signed; null where it is not signed.</param>
    public sealed record Reviewer(ChapterReview Review, string Name, ChapterChange? Change)
    {
        /// <summary>Whether the chapter is as the expert signed it.</summary>
        public bool Holds => Change is { IsChanged: false };
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation) =>
        await checkRound.Run(roundId, cancellation) is { Round: var round, Report: var report }
            ? new Result(round, await Of(roundId, report, cancellation))
            : null;

    /// <summary>Of a report that is composed already.</summary>
    internal async Task<IReadOnlyList<Line>> Of(
        Key<Round> roundId,
        ReportDocument report,
        CancellationToken cancellation
    )
    {
        var reviews = await db
            .ChapterReviews.AsNoTracking()
            .Where(review => review.RoundId == roundId)
            .Select(review => new
            {
                Review = review,
                HasLeft = !db.Accounts.Any(one => one.Id == review.AccountId && !one.IsShut),
            })
            // Who can no longer sign in is not waited for.
            .Where(one => one.Review.SignedAt != null || !one.HasLeft)
            .ToListAsync(cancellation);
        var names = await actorNames.Run(reviews.Select(one => Account.ActorOf(one.Review.AccountId)), cancellation);
        var open = await db
            .ChapterComments.Where(one => one.RoundId == roundId && one.SettledAt == null && one.WithdrawnAt == null)
            .GroupBy(one => one.ChapterId)
            .Select(group => new { Chapter = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Chapter.Value, group => group.Count, cancellation);
        var byChapter = reviews.ToLookup(one => one.Review.ChapterId.Value);
        return [.. report.Chapters.Select(LineOf)];

        Line LineOf(ReportChapter chapter)
        {
            var reviewers = byChapter[chapter.Id]
                .Select(one => (Reviewer: ReviewerOf(one.Review, chapter, names), one.HasLeft))
                .OrderBy(one => one.Reviewer.Name, SwedishText.Order)
                .ToList();
            return new Line(
                chapter,
                [.. reviewers.Select(one => one.Reviewer)],
                [.. reviewers.Where(one => !one.Reviewer.Holds && !one.HasLeft).Select(one => one.Reviewer.Name)],
                open.GetValueOrDefault(chapter.Id)
            );
        }
    }

    internal static Reviewer ReviewerOf(
        ChapterReview review,
        ReportChapter chapter,
        IReadOnlyDictionary<string, string> names
    ) =>
        new(
            review,
            names[Account.ActorOf(review.AccountId)],
            review.Signed is { } signed ? ChapterChange.Between(EditionJson.Read(signed), chapter) : null
        );
}
