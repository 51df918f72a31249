using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The question about groups of codes that several use cases ask.</summary>
internal static class CodeGroupQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The groups that tables can name; asks nothing where there is no table.</summary>
        public async Task<CodeGroups> CodeGroupsFor(
            Key<Round> round,
            IEnumerable<Marker> markers,
            CancellationToken cancellation
        ) =>
            markers.OfType<Marker.Exhibit>().Any()
                ? new CodeGroups(
                    await db.Codes.AsNoTracking().Where(code => code.RoundId == round).ToListAsync(cancellation)
                )
                : CodeGroups.None;
    }
}
