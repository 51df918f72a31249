using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The authorities that report beside the regions and the county administrative boards, and where they take part.</summary>
public sealed class ListAgencies(SamlaDb db)
{
    /// <param name="Rounds">Those it takes part in, the latest period first.</param>
    /// <param name="Accounts">How many have, or have had, an account there.</param>
    /// <param name="IsWrittenTo">Whether it has been asked what it thinks of a draft, or reminded.</param>
    public sealed record Line(Reporter Agency, IReadOnlyList<Round> Rounds, int Accounts, bool IsWrittenTo)
    {
        /// <summary>Whether nothing refers to it, so that it can be removed.</summary>
        public bool IsUnused => Rounds.Count == 0 && Accounts == 0 && !IsWrittenTo;
    }

    /// <summary>In Swedish order.</summary>
    public async Task<IReadOnlyList<Line>> Run(CancellationToken cancellation)
    {
        var agencies = await (
            from agency in db.Reporters.AsNoTracking()
            where agency.Kind == ReporterKind.Agency
            select new
            {
                agency,
                Accounts = db.Accounts.Count(one => one.ReporterId == agency.Id),
                IsWrittenTo = db.ConsultedReporters.Any(one => one.ReporterId == agency.Id)
                    || db.RemindedReporters.Any(one => one.ReporterId == agency.Id),
            }
        ).ToListAsync(cancellation);
        var rounds = (
            await (
                from submission in db.Submissions.AsNoTracking()
                join agency in db.Reporters.AsNoTracking() on submission.ReporterId equals agency.Id
                join round in db.Rounds.AsNoTracking() on submission.RoundId equals round.Id
                where agency.Kind == ReporterKind.Agency
                orderby round.PeriodEnd descending, round.DueOn descending, round.Id
                select new { agency.Id, round }
            ).ToListAsync(cancellation)
        ).ToLookup(one => one.Id, one => one.round);
        return
        [
            .. agencies
                .OrderBy(one => one.agency.Name, SwedishText.Order)
                .Select(one => new Line(one.agency, [.. rounds[one.agency.Id]], one.Accounts, one.IsWrittenTo)),
        ];
    }
}
