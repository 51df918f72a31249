using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Takes out all that was read from a printed report, ties and all, such as when it was the wrong file. It can be undone.</summary>
public sealed class RemovePrintedReport(SamlaDb db, TimeProvider clock)
{
    /// <summary>Whether there was one.</summary>
    public async Task<bool> Run(Key<Round> round, int year, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var claims = await db
            .PrintedClaims.Where(claim => claim.RoundId == round && claim.Year == year)
            .ToListAsync(cancellation);
        if (claims.Count == 0)
        {
            return false;
        }

        db.PrintedClaims.RemoveRange(claims);
        await db.SaveStep(
            round,
            new Deed(
                actor,
                "printed.remove",
                $"tog bort den tryckta rapporten om {year} (påståenden: {SwedishFigures.Of(claims.Count)})"
            ),
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return true;
    }
}
