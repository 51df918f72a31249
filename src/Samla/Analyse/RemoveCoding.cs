using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>An analyst takes a code off a passage. The audit trail keeps what it was.</summary>
public sealed class RemoveCoding(SamlaDb db)
{
    /// <summary>The coding that was removed, so that it can be put back; null where it is already gone.</summary>
    public async Task<Coding?> Run(Id<Coding> id, string actor, CancellationToken cancellation)
    {
        var coding = await db.Codings.SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (coding is null)
        {
            return null;
        }

        db.Codings.Remove(coding);
        try
        {
            await db.Save(new Change(actor, "coding.remove", $"{coding.CodeId}/{coding.SourceId}"), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        return coding;
    }
}
