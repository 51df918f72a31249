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

        var keys = cut.By.Select(dimension => Columns[dimension]).ToList();
        var named = Enumerable
            .Range(0, GrantCut.MostDimensions)
            .Select(at => $"CAST({(at < keys.Count ? keys[at] : "NULL")} AS varchar(80)) AS \"Key{at}\"");
        var (where, parameters) = Filter(cut);
        var sql = $"""
            SELECT {string.Join(", ", named)},
                CAST(COALESCE(SUM("Granted"), 0) AS bigint) AS "Granted", CAST(COALESCE(SUM("Paid"), 0) AS bigint) AS "Paid",
                CAST(COALESCE({CasesOf(cut)}, 0) AS bigint) AS "Cases",
                CAST(COALESCE(SUM("TotalCost"), 0) AS bigint) AS "TotalCost",
                CAST(COALESCE(SUM(CASE WHEN "TotalCost" IS NOT NULL THEN "Granted" END), 0) AS bigint) AS "GrantedWithCost",
                CAST(COALESCE(SUM("FundAmount"), 0) AS bigint) AS "FundAmount"
            FROM "GrantRows"
            WHERE "ReplacedBy" IS NULL{where}
            {(keys.Count == 0 ? "" : $"GROUP BY {string.Join(", ", keys)}")}
            """;
        var sums = await db.Database.SqlQueryRaw<Sums>(sql, [.. parameters]).ToListAsync(cancellation);
        return [.. words.InOrder(cut.By, sums.Select(one => one.ToCell(cut)))];
    }

    /// <summary>Counts each case once: by marks on its rows, or by its number where no mark is of use.</summary>
    private static string CasesOf(GrantCut cut) =>
        cut.By.Contains(GrantDimension.PaymentYear) || cut.By.Contains(GrantDimension.Priority)
            ? "COUNT(DISTINCT \"Case\")"
        : cut.By.Contains(GrantDimension.Area) ? "SUM(\"CasesInArea\")"
        : "SUM(\"Cases\")";

    private static (string Where, List<object> Parameters) Filter(GrantCut cut)
    {
        var parameters = new List<object>();
        var where = "";
        And("\"DecisionYear\" >= ", cut.FromYear);
        And("\"DecisionYear\" <= ", cut.ToYear);
        And("\"County\" = ", cut.County);
        if (cut.Appropriation == Appropriation.Transport)
        {
            And("\"Form\" = ", nameof(SupportForm.Transport));
        }
        else if (cut.Appropriation == Appropriation.Development)
        {
            where +=
                " AND (\"Form\" IS NULL OR \"Form\" <> {"
                + parameters.Count.ToString(CultureInfo.InvariantCulture)
                + "})";
            parameters.Add(nameof(SupportForm.Transport));
        }

        return (where, parameters);

        void And(string condition, object? value)
        {
            if (value is not null)
            {
                where += $" AND {condition}{{{parameters.Count.ToString(CultureInfo.InvariantCulture)}}}";
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
