using Samla.Data;

namespace Samla.Analyse.Search;

/// <summary>Makes all sources findable: those from before there was a search, and those that were read in another way than now.</summary>
public sealed class IndexSources(SamlaDb db)
{
    /// <summary>So few that nobody who writes waits long for their turn.</summary>
    private const int AtATime = 200;

    /// <summary>How many were not findable before.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var all = 0;
        for (var some = AtATime; some == AtATime; all += some)
        {
            some = await db.IndexSources(AtATime, cancellation);
        }

        return all;
    }
}
