using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>The reporters that everybody knows: the regions and the county administrative boards.</summary>
internal static class KnownReporters
{
    extension(SamlaDb db)
    {
        /// <summary>Adds those that are not there; the caller saves.</summary>
        public async Task AddKnownReporters(CancellationToken cancellation)
        {
            var there = await db.Reporters.Select(reporter => reporter.Id).ToListAsync(cancellation);
            db.Reporters.AddRange(
                Regions
                    .All.SelectMany(region => (Reporter[])[Reporter.Of(region), Reporter.OfCountyBoard(region)])
                    .Where(reporter => !there.Contains(reporter.Id))
            );
        }
    }
}
