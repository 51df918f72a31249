using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>
/// When an answer or a document is replaced, codings whose words stand once in the new text move there. The rest wait in a queue
/// (<see cref="ListUnplaced"/>), and nothing of theirs counts until somebody has placed them.
/// </summary>
public sealed class CarryCodings(SamlaDb db, TimeProvider clock)
{
    /// <param name="submission">The submission whose new version was handed in.</param>
    /// <param name="actor">Who handed it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public Task Run(Submission submission, string actor, CancellationToken cancellation) =>
        Carry(
            submission.RoundId,
            db.UnplacedInAnswers(submission.RoundId)
                .Where(one => one.SubmissionId == submission.Id && one.Current != null),
            new Deed(actor, "coding.carry", "lämnade in en ny version, dit koder flyttades"),
            cancellation
        );

    /// <param name="document">The document that has a new version.</param>
    /// <param name="actor">Who added it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public Task Run(Document document, string actor, CancellationToken cancellation) =>
        Carry(
            document.RoundId,
            db.UnplacedInDocuments(document.RoundId).Where(one => one.DocumentId == document.Id),
            new Deed(actor, "coding.carry", "lade till en ny version av ett dokument, dit koder flyttades"),
            cancellation
        );

    private async Task Carry(
        Key<Round> round,
        IQueryable<UnplacedCoding> unplaced,
        Deed deed,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var waiting = await unplaced.OrderBy(one => one.Coding.Start).ToListAsync(cancellation);
        if (waiting.Count == 0)
        {
            return;
        }

        if (await Move(waiting, cancellation) > 0)
        {
            await db.SaveStep(round, deed, clock.GetUtcNow(), cancellation);
        }

        await transaction.CommitOwn(cancellation);
    }

    private async Task<int> Move(List<UnplacedCoding> waiting, CancellationToken cancellation)
    {
        var ids = waiting.Select(one => one.Current!.Value).Distinct().ToList();
        var texts = await db
            .Sources.AsNoTracking()
            .Where(source => ids.Contains(source.Id))
            .ToDictionaryAsync(source => source.Id, source => source.Text, cancellation);
        var mover = await CodingMover.For(db, ids, [.. waiting.Select(one => one.Coding.Id)], clock, cancellation);
        var moved = 0;
        foreach (var one in waiting)
        {
            if (PlaceOf(one.Coding.Quote, texts[one.Current!.Value]) is { } start)
            {
                mover.Move(one.Coding, one.Current.Value, start, one.Coding.Quote, one.Coding.Coder);
                moved++;
            }
        }

        return moved;
    }

    /// <summary>Where the words stand, if they stand once. Words inside other words are others: "mål" is not in "målen".</summary>
    private static int? PlaceOf(string quote, string text)
    {
        int? place = null;
        for (
            var at = text.IndexOf(quote, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(quote, at + 1, StringComparison.Ordinal)
        )
        {
            if (IsInsideWord(text, at) || IsInsideWord(text, at + quote.Length))
            {
                continue;
            }

            if (place is not null)
            {
                return null;
            }

            place = at;
        }

        return place;
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
