using Samla.Common;

namespace Samla.Grants;

/// <summary>Sums of grants, and what became of an import, as CSV. Amounts are in kronor.</summary>
public static class GrantsCsv
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">The sums.</param>
    /// <param name="words">What their keys are called.</param>
    public static void Write(Stream output, SumGrants.Result result, GrantWords words) =>
        Csv.Write(
            output,
            [
                .. result.Cut.By.SelectMany(dimension =>
                    (string[])[GrantWords.IdOf(dimension), $"{GrantWords.IdOf(dimension)}Name"]
                ),
                "granted",
                "paid",
                "cases",
            ],
            result.Cells.Select(cell =>
                (IEnumerable<string?>)
                    [
                        .. result
                            .Cut.By.Zip(cell.Keys)
                            .SelectMany(key => (string?[])[key.Second, words.NameOf(key.First, key.Second)]),
                        Kronor(cell.Granted),
                        Kronor(cell.Paid),
                        Csv.Text(cell.Cases),
                    ]
            ),
            result.HasMadeUp ? GrantWords.MadeUp : null
        );

    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">What became of the import; a row for each thing that is wrong.</param>
    public static void Write(Stream output, ImportGrants.Result result) =>
        Csv.Write(
            output,
            result
                .Rejected.Select(one => (IEnumerable<string?>)[Csv.Text(one.Row), one.Field.Id, Csv.Inert(one.Reason)])
                .Prepend(["row", "field", "reason"])
        );

    /// <summary>Öre as a cell in kronor; an empty one for none.</summary>
    internal static string? Kronor(long? ore) => ore is { } amount ? Csv.Text(amount / 100m) : null;
}
