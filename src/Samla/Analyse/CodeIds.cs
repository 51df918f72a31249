using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;

namespace Samla.Analyse;

/// <summary>Ids of new codes.</summary>
internal static class CodeIds
{
    /// <summary>An id made of a label that no code of any round has: the same id in two rounds is the same code.</summary>
    public static async Task<Key<Code>> New(SamlaDb db, string label, CancellationToken cancellation)
    {
        var taken = (await db.Codes.Select(code => code.Id).Distinct().ToListAsync(cancellation))
            .Select(id => id.Value)
            // Would be read as other markers.
            .Append(Marker.StrategiesWord)
            .Append(Marker.EvidenceWord)
            .ToHashSet();
        return Key<Code>.Parse(InterventionIds.Free(label, "kod", taken), null);
    }
}
