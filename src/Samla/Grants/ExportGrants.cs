using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Samla.Common;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>
/// The decisions that count now as a file that can be read in again: a row for each area and year of payment of a case, each with the case's whole amounts, as a case
/// system's export has them.
/// </summary>
public sealed class ExportGrants(SamlaDb db)
{
    /// <summary>The column that only made-up decisions have; a file with it is not read in as a case system's.</summary>
    internal const string MadeUpHead = "märkning";

    /// <param name="output">Is written to and left open; CSV in kronor.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task Run(Stream output, CancellationToken cancellation)
    {
        var madeUp = await db.MadeUpGrants().Select(import => import.Number).ToListAsync(cancellation);
        await Csv.Write(output, Lines([.. madeUp], cancellation), cancellation);
    }

    private async IAsyncEnumerable<IEnumerable<string?>> Lines(
        HashSet<int> madeUp,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        string[] heads = [.. GrantField.All.Select(field => field.Id)];
        yield return madeUp.Count > 0 ? [.. heads, MadeUpHead] : heads;
        var rows = new List<GrantRow>();
        await foreach (
            var row in db
                .GrantRows.AsNoTracking()
                .Where(row => row.ReplacedBy == null)
                .OrderBy(row => row.Case)
                .ThenBy(row => row.Number)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            if (rows.Count > 0 && rows[0].Case != row.Case)
            {
                foreach (var line in Case(rows, madeUp))
                {
                    yield return line;
                }

                rows.Clear();
            }

            rows.Add(row);
        }

        foreach (var line in Case(rows, madeUp))
        {
            yield return line;
        }
    }

    private static IEnumerable<IEnumerable<string?>> Case(List<GrantRow> rows, HashSet<int> madeUp)
    {
        var granted = rows.Sum(row => row.Granted);
        var cost = Whole(rows, row => row.TotalCost);
        var fund = Whole(rows, row => row.FundAmount);
        var paid = rows.GroupBy(row => row.PaymentYear ?? 0)
            .ToDictionary(year => year.Key, year => year.Sum(row => row.Paid));
        foreach (var row in rows)
        {
            string?[] cells =
            [
                .. GrantField.All.Select(field => Cell(field, row, granted, paid[row.PaymentYear ?? 0], cost, fund)),
            ];
            yield return madeUp.Count == 0 ? cells : [.. cells, madeUp.Contains(row.Import) ? GrantWords.MadeUp : null];
        }
    }

    private static long? Whole(List<GrantRow> rows, Func<GrantRow, long?> amountOf) =>
        rows.Exists(row => amountOf(row) is not null) ? rows.Sum(row => amountOf(row) ?? 0) : null;

    /// <summary>As a file to be read in has it.</summary>
    private static string? Cell(GrantField field, GrantRow row, long granted, long paid, long? cost, long? fund) =>
        field.Id switch
        {
            "case" => Csv.Inert(row.Case),
            "county" => row.County?.ToString() ?? GrantTerms.WholeCountry,
            "decisionYear" => Csv.Text(row.DecisionYear),
            "area" => row.Area,
            "granted" => GrantsCsv.Kronor(granted),
            "paid" => GrantsCsv.Kronor(paid),
            "paymentYear" => Csv.Text(row.PaymentYear),
            "priority" => row.Priority,
            "share" => Csv.Text(row.Share / 100m),
            "form" => row.Form?.Id,
            "municipality" => row.Municipality,
            "totalCost" => GrantsCsv.Kronor(cost),
            "fund" => row.Fund,
            "fundAmount" => GrantsCsv.Kronor(fund),
            "applicant" => row.Applicant?.Name,
            "sex" => row.Sex?.Name,
            "industry" => row.Industry,
            "startsOn" => $"{row.StartsOn:yyyy-MM-dd}",
            "endsOn" => $"{row.EndsOn:yyyy-MM-dd}",
            "resultsChain" => row.HasResultsChain is { } has ? (has ? "Ja" : "Nej") : null,
            "economic" => Csv.Text(row.Economic),
            "social" => Csv.Text(row.Social),
            "environmental" => Csv.Text(row.Environmental),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Id, "Every field has a cell."),
        };
}
