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
    public sealed record Result(Round Round, IReadOnlyList<Line> Lines)
    {
        /// <summary>Whether anybody is asked, or has signed.</summary>
        public bool HasReviewers => Lines.Any(line => line.Reviewers.Count > 0);
    }

    /// <param name="Reviewers">Those who are asked, or have signed, by name in Swedish order.</param>
    /// <param name="Open">How many comments are not settled.</param>
    public sealed record Line(ReportChapter Chapter, IReadOnlyList<Reviewer> Reviewers, int Open);

    /// <param name="Review">The review itself.</param>
    /// <param name="Name">The expert's.</param>
    /// <param name="Change">What has changed in the chapter since it was signed; null where it is not signed.</param>
    public sealed record Reviewer(ChapterReview Review, string Name, ChapterChange? Change)
    {
        /// <summary>Whether the chapter is as the expert signed it.</summary>
        public bool Holds => Change is { IsChanged: false };
    }

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        if (await checkRound.Run(roundId, cancellation) is not { Round: var round, Report: var report })
        {
            return null;
        }

        var reviews = await db
            .ChapterReviews.AsNoTracking()
            .Where(review => review.RoundId == roundId)
            // Who can no longer sign in is not waited for.
            .Where(review =>
                review.SignedAt != null || db.Accounts.Any(one => one.Id == review.AccountId && !one.IsShut)
            )
            .ToListAsync(cancellation);
        var names = await actorNames.Run(reviews.Select(review => Account.ActorOf(review.AccountId)), cancellation);
        var open = await db
            .ChapterComments.Where(one => one.RoundId == roundId && one.SettledAt == null && one.WithdrawnAt == null)
            .GroupBy(one => one.ChapterId)
            .Select(group => new { Chapter = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Chapter.Value, group => group.Count, cancellation);
        var byChapter = reviews.ToLookup(review => review.ChapterId.Value);
        return new Result(
            round,
            [
                .. report.Chapters.Select(chapter => new Line(
                    chapter,
                    [
                        .. byChapter[chapter.Id]
                            .Select(review => ReviewerOf(review, chapter, names))
                            .OrderBy(one => one.Name, SwedishText.Order),
                    ],
                    open.GetValueOrDefault(chapter.Id)
                )),
            ]
        );
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
