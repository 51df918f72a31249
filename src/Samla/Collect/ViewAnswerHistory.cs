using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The texts that an answer has had, the latest first, and one of them beside the one before it.</summary>
public sealed class ViewAnswerHistory(SamlaDb db, ActorNames names)
{
    /// <summary>How many are shown at a time.</summary>
    public const int PageSize = 50;

    /// <param name="First">The number of its first save; names the text.</param>
    /// <param name="By">Who wrote it, by name; empty where nobody knows.</param>
    /// <param name="Characters">The text's length as the limit counts it.</param>
    public sealed record Entry(int First, string By, DateTimeOffset SavedAt, int Characters);

    /// <param name="Text">The text as it was.</param>
    /// <param name="Before">The text before it; empty for the first.</param>
    public sealed record Chosen(Entry Entry, string Text, string Before);

    /// <param name="Entries">At most <see cref="PageSize"/>.</param>
    /// <param name="Older">What to ask for to see those before them; null where there are none.</param>
    /// <param name="Chosen">Null where none is chosen, or there is none such.</param>
    public sealed record Result(IReadOnlyList<Entry> Entries, int? Older, Chosen? Chosen);

    /// <param name="submission">Whose answer.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="from">The first number to show; null for the latest.</param>
    /// <param name="chosen">The text to show; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result> Run(
        Id<Submission> submission,
        Key<Requirement> requirement,
        int? from,
        int? chosen,
        CancellationToken cancellation
    )
    {
        var revisions = db
            .AnswerRevisions.AsNoTracking()
            .Where(r => r.SubmissionId == submission && r.RequirementId == requirement)
            .OrderByDescending(r => r.First);
        var page = await revisions
            .Where(r => from == null || r.First <= from)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        var pair = chosen is null
            ? []
            : await revisions.Where(r => r.First <= chosen).Take(2).ToListAsync(cancellation);
        var called = await names.Run(page.Concat(pair).Select(r => r.SavedBy).Where(by => by.Length > 0), cancellation);
        return new Result(
            [.. page.Take(PageSize).Select(AsEntry)],
            page.Count > PageSize ? page[^1].First : null,
            pair is [var one, ..] && one.First == chosen
                ? new Chosen(AsEntry(one), one.Text, pair.Count > 1 ? pair[1].Text : "")
                : null
        );

        Entry AsEntry(AnswerRevision one) =>
            new(
                one.First,
                one.SavedBy.Length > 0 ? called[one.SavedBy] : "",
                one.SavedAt,
                Characters.CountIn(one.Text)
            );
    }
}
