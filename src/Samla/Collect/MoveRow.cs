using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter moves a row of a table one step up or down.</summary>
public sealed class MoveRow(SamlaDb db, TimeProvider clock)
{
    /// <summary>Why not, in Swedish; null when it is done, also where it stands at that end already.</summary>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        Id<AnswerRow> id,
        bool isUp,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var (sheet, refusal) = await RowSheet.Find(db, round, reporter, requirement, cancellation);
        if (sheet is null)
        {
            return refusal;
        }

        var rows = sheet.Rows.ToList();
        var place = rows.FindIndex(one => one.Id == id);
        if (place < 0)
        {
            return "Raden finns inte längre.";
        }

        var other = place + (isUp ? -1 : 1);
        if (other < 0 || other >= rows.Count)
        {
            return null;
        }

        (rows[place].Order, rows[other].Order) = (rows[other].Order, rows[place].Order);
        await sheet.Save(actor, "row.move", rows.Find(one => one.Id == id), clock.GetUtcNow(), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
