using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>An analyst stars a coded passage as one to quote, or takes the star off.</summary>
public sealed class StarCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>The coding as it then is; null where it is gone.</summary>
    public async Task<Coding?> Run(Id<Coding> id, bool isStarred, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coding = await db.Codings.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (coding is null || coding.IsStarred == isStarred)
        {
            return coding;
        }

        coding.IsStarred = isStarred;
        await db.SaveStep(
            coding.RoundId,
            new Deed(
                actor,
                isStarred ? "coding.star" : "coding.unstar",
                isStarred ? "stjärnmärkte ett citat" : "tog bort stjärnan från ett citat"
            )
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
