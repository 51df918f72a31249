using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>What the report of a round says of each of its reporters at this moment.</summary>
public sealed class ComposeStatements(SamlaDb db, ComposeReport compose, ReadCounted counted)
{
    /// <param name="Round">The round.</param>
    /// <param name="Report">The report that says it.</param>
    /// <param name="Parts">Regions first, each kind in the Swedish order; those of whom nothing is said are not there.</param>
    public sealed record Result(Round Round, ReportDocument Report, IReadOnlyList<Part> Parts);

    /// <param name="Statements">In reading order; at least one.</param>
    public sealed record Part(Reporter Reporter, IReadOnlyList<CheckedStatement> Statements);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        if (round is null || await compose.Run(roundId, cancellation) is not { } report)
        {
            return null;
        }

        var reporters = await db
            .Reporters.AsNoTracking()
            .Where(reporter =>
                reporter.County != null
                && db.Submissions.Any(one => one.RoundId == roundId && one.ReporterId == reporter.Id)
            )
            .ToListAsync(cancellation);
        var checkable = new CheckableReport(report);
        var words = await OwnWords.OfRound(db, counted, round, cancellation);
        return new Result(
            round,
            report,
            [
                .. from reporter in reporters
                orderby reporter.Kind, Regions.PlaceOf(reporter.County!)
                let statements = words.FinderFor(reporter).In(checkable).ToList()
                where statements.Count > 0
                select new Part(reporter, statements),
            ]
        );
    }
}
