using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile.Plan;

/// <summary>The questions about a report's plan that several use cases ask.</summary>
internal static class PlanQueries
{
    /// <summary>Stands in addresses where a chapter's key would stand.</summary>
    private const string New = "nytt";

    extension(SamlaDb db)
    {
        /// <summary>Keys that no chapter of the round has, those that are taken out among them.</summary>
        public async Task<Func<string, Key<Chapter>>> FreeChapterKeys(Key<Round> round, CancellationToken cancellation)
        {
            var keys = await db
                .Chapters.Where(chapter => chapter.RoundId == round)
                .Select(chapter => chapter.Id)
                .ToListAsync(cancellation);
            HashSet<string> taken = [New, .. keys.Select(key => key.Value)];
            return name => Key<Chapter>.Parse(InterventionIds.Free(name, "kapitel", taken), null);
        }
    }
}
