using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Sums the decisions that count now. However they are cut, the cells are together the total, to the öre.</summary>
public sealed class SumGrants(SamlaDb db, GrantWords words)
{
    private static readonly Dictionary<GrantDimension, string> Columns = new()
    {
        [GrantDimension.County] = "\"County\"",
        [GrantDimension.Area] = "\"Area\"",
        [GrantDimension.Priority] = "\"Priority\"",
        [GrantDimension.Year] = "\"DecisionYear\"",
        [GrantDimension.PaymentYear] = "\"PaymentYear\"",
        [GrantDimension.Form] = "\"Form\"",
        [GrantDimension.Fund] = "\"Fund\"",
        [GrantDimension.Applicant] = "\"Applicant\"",
        [GrantDimension.Sex] = "\"Sex\"",
        [GrantDimension.Industry] = "SUBSTR(\"Industry\", 1, 2)",
        [GrantDimension.Municipality] = "\"Municipality\"",
        [GrantDimension.ResultsChain] =
            $"CASE WHEN \"HasResultsChain\" THEN '{GrantWords.Yes}' WHEN NOT \"HasResultsChain\" THEN '{GrantWords.No}' END",
        [GrantDimension.Economic] = "\"Economic\"",
        [GrantDimension.Social] = "\"Social\"",
        [GrantDimension.Environmental] = "\"Environmental\"",
    };

    /// <param name="Cut">What was asked for.</param>
    /// <param name="Cells">In the order of their keys.</param>
    /// <param name="Total">All of them; each case once.</param>
    /// <param name="HasMadeUp">Whether any decision that counts is made up.</param>
    public sealed record Result(GrantCut Cut, IReadOnlyList<GrantCell> Cells, GrantCell Total, bool HasMadeUp);

    /// <exception cref="ArgumentException">The cut has more dimensions than a table.</exception>
    public async Task<Result> Run(GrantCut cut, CancellationToken cancellation)
    {
        var cells = await Cells(cut, cancellation);
        var total = cut.By.Count == 0 ? cells : await Cells(cut with { By = [] }, cancellation);
        return new Result(cut, cells, total[0], await HasMadeUp(cancellation));
    }

    /// <summary>Whether any decision that counts is made up.</summary>
    public Task<bool> HasMadeUp(CancellationToken cancellation) => db.MadeUpGrants().AnyAsync(cancellation);

    /// <summary>The cells alone; one without keys where the cut has no dimension.</summary>
    /// <exception cref="ArgumentException">The cut has more dimensions than a table.</exception>
    public async Task<IReadOnlyList<GrantCell>> Cells(GrantCut cut, CancellationToken cancellation)
    {
        if (cut.By.Count > GrantCut.MostDimensions)
        {
            throw new ArgumentException($"At most {GrantCut.MostDimensions} dimensions.", nameof(cut));
        }

        var more = cut.By.Intersect(GrantSums.Dimensions).ToList();
        var isSummed = more.Count <= 1;
        var keys = cut
            .By.Select(dimension => isSummed && more.Contains(dimension) ? "\"Key\"" : Columns[dimension])
            .ToList();
        var named = Enumerable
            .Range(0, GrantCut.MostDimensions)
            .Select(at => $"CAST({(at < keys.Count ? keys[at] : "NULL")} AS varchar(80)) AS \"Key{at}\"");
        // What has no other dimension is the same in all; a form has the fewest.
        var (where, parameters) = Filter(cut, isSummed ? more.FirstOrDefault(GrantDimension.Form) : null);
        var sql = $"""
            SELECT {string.Join(", ", named)},
                CAST(COALESCE(SUM("Granted"), 0) AS bigint) AS "Granted", CAST(COALESCE(SUM("Paid"), 0) AS bigint) AS "Paid",
                CAST(COALESCE({(isSummed ? "SUM(\"Cases\")" : "COUNT(DISTINCT \"Case\")")}, 0) AS bigint) AS "Cases",
                CAST(COALESCE(SUM("TotalCost"), 0) AS bigint) AS "TotalCost",
                CAST(COALESCE(SUM({(
                isSummed ? "\"GrantedWithCost\"" : "CASE WHEN \"TotalCost\" IS NOT NULL THEN \"Granted\" END"
            )}), 0) AS bigint) AS "GrantedWithCost",
                CAST(COALESCE(SUM("FundAmount"), 0) AS bigint) AS "FundAmount"
            FROM {(isSummed ? "\"GrantSums\"" : "\"GrantRows\"")}
            WHERE {where}
            {(keys.Count == 0 ? "" : $"GROUP BY {string.Join(", ", keys)}")}
            """;
        var sums = await db.Database.SqlQueryRaw<Sums>(sql, [.. parameters]).ToListAsync(cancellation);
        return [.. words.InOrder(cut.By, sums.Select(one => one.ToCell(cut)))];
    }

    /// <param name="cut">What was asked for.</param>
    /// <param name="summed">The dimension of the sums that it is answered from; null where it is from the rows.</param>
    private static (string Where, List<object> Parameters) Filter(GrantCut cut, GrantDimension? summed)
    {
        var parameters = new List<object>();
        var conditions = new List<string>();
        if (summed is null)
        {
            conditions.Add("\"ReplacedBy\" IS NULL");
        }

        Add("\"Dimension\" = ", summed?.ToString());
        Add("\"DecisionYear\" >= ", cut.FromYear);
        Add("\"DecisionYear\" <= ", cut.ToYear);
        Add("\"County\" = ", cut.County);
        if (cut.Appropriation is { } appropriation)
        {
            Add(
                summed is null
                    ? $"COALESCE(\"Form\", '') {(appropriation == Appropriation.Transport ? "=" : "<>")} "
                    : "\"IsTransport\" = ",
                summed is null ? nameof(SupportForm.Transport) : appropriation == Appropriation.Transport
            );
        }

        return (string.Join(" AND ", conditions), parameters);

        void Add(string condition, object? value)
        {
            if (value is not null)
            {
                conditions.Add($"{condition}{{{parameters.Count.ToString(CultureInfo.InvariantCulture)}}}");
                parameters.Add(value);
            }
        }
    }

    /// <summary>A row as the database gives it.</summary>
    private sealed record Sums(
        string? Key0,
        string? Key1,
        string? Key2,
        long Granted,
        long Paid,
        long Cases,
        long TotalCost,
        long GrantedWithCost,
        long FundAmount
    )
    {
        public GrantCell ToCell(GrantCut cut) =>
            new(
                [.. ((string?[])[Key0, Key1, Key2]).Take(cut.By.Count).Zip(cut.By, KeyOf)],
                cut.By.Contains(GrantDimension.PaymentYear) ? null : Granted,
                Paid,
                (int)Cases,
                TotalCost,
                GrantedWithCost,
                FundAmount
            );

        private static string? KeyOf(string? key, GrantDimension dimension) =>
            dimension switch
            {
                GrantDimension.Form when key is not null => Enum.Parse<SupportForm>(key).Id,
                GrantDimension.Sex or GrantDimension.Applicant => key?.ToLowerInvariant(),
                _ => key,
            };
    }
}
