using System.Globalization;
using Samla.Common;

namespace Samla.Analyse.Exchange;

/// <summary>What reading in an exchange file did, or would do, as a table: a row for each code and each thing to tell.</summary>
public static class ExchangeCsv
{
    private static readonly string[] Header =
    [
        "file",
        "round",
        "dryRun",
        "what",
        "code",
        "label",
        "codings",
        "message",
        "mark",
    ];

    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">What is told.</param>
    public static void Write(Stream output, ExchangeResult result) =>
        Csv.Write(
            output,
            Rows(result)
                .Select(row =>
                    (IEnumerable<string?>)
                        [
                            result.File,
                            result.Round.Id.Value,
                            result.IsDryRun ? "true" : "false",
                            .. row,
                            result.Round.Mark,
                        ]
                )
                .Prepend(Header)
        );

    private static IEnumerable<string?[]> Rows(ExchangeResult result) =>
        [
            .. result.Import.Codes.Select(code =>
                new[]
                {
                    result.Import.NewCodes > 0 ? "newCode" : "codings",
                    code.Id.Value,
                    Csv.Inert(code.Label),
                    code.Codings.ToString(CultureInfo.InvariantCulture),
                    null,
                }
            ),
            .. Messages("assumed", result.Assumed),
            .. Messages("unplaced", result.Unplaced),
            .. Messages("leftOut", result.Report.LeftOut),
        ];

    private static IEnumerable<string?[]> Messages(string what, IEnumerable<string> messages) =>
        messages.Select(message => new[] { what, null, null, null, Csv.Inert(message) });
}
