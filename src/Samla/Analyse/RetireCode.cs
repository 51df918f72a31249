using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Ceases to give a code, or takes it into use again. Its codings stay and count.</summary>
public sealed class RetireCode(SamlaDb db, TimeProvider clock)
{
    public async Task<CodebookOutcome> Run(
        Key<Round> round,
        Key<Code> id,
        bool isRetired,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var code = await db.Codes.SingleOrDefaultAsync(c => c.RoundId == round && c.Id == id, cancellation);
        if (code is not { Kind: CodeKind.Leaf })
        {
            return CodebookOutcome.Gone;
        }

        if (code.MergedIntoId is not null)
        {
            return new CodebookOutcome.Refused(
                $"Koden ”{code.Label}” är ihopslagen med en annan. Ångra sammanslagningen i stället."
            );
        }

        if (isRetired == code.RetiredAt is not null)
        {
            return new CodebookOutcome.Changed(id);
        }

        var now = clock.GetUtcNow();
        code.RetiredAt = isRetired ? now : null;
        await db.SaveStep(
            round,
            new Deed(
                actor,
                isRetired ? "code.retire" : "code.revive",
                isRetired ? $"tog koden ”{code.Label}” ur bruk" : $"tog koden ”{code.Label}” i bruk igen"
            )
            {
                Code = id,
            },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(id);
    }
}
