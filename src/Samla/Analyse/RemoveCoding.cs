using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>An analyst takes a code off a passage, with the memos on it. It can be undone.</summary>
public sealed class RemoveCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>The coding that was removed; null where it is already gone.</summary>
    public async Task<Coding?> Run(Id<Coding> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coding = await db.Codings.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (coding is null)
        {
            return null;
        }

        var label = await db
            .Codes.Where(code => code.RoundId == coding.RoundId && code.Id == coding.CodeId)
            .Select(code => code.Label)
            .SingleAsync(cancellation);
        db.Memos.RemoveRange(await db.Memos.Where(memo => memo.CodingId == id).ToListAsync(cancellation));
        db.Codings.Remove(coding);
        await db.SaveStep(
            coding.RoundId,
            new Deed(actor, "coding.remove", $"tog bort koden ”{label}”")
            {
                Code = coding.CodeId,
                Source = coding.SourceId,
            },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return coding;
    }
}
