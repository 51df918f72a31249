using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samla.Common;
using Samla.Domain;

namespace Samla.Publish;

/// <summary>A comparison with print as text, CSV or JSON.</summary>
public static class ComparisonFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Write(Stream output, CompareWithPrint.Result result, string format)
    {
        switch (format)
        {
            case "json":
                JsonSerializer.Serialize(output, result, Json);
                break;
            case "csv":
                Csv.Write(output, Table(result));
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    WriteText(text, result);
                }

                break;
        }
    }

    private static IEnumerable<IEnumerable<string?>> Table(CompareWithPrint.Result result) =>
        result
            .Rows.Select(row =>
                (string?[])
                    [
                        row.Code,
                        row.Label,
                        row.Section,
                        row.Footnote?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                        row.Ours,
                        row.Print,
                        Swedish(row.Verdict),
                        row.Reason,
                        (row.Named & row.Says).Names,
                        (row.Says - row.Named).Names,
                        (row.Named - row.Says).Names,
                    ]
            )
            .Prepend([
                "kod",
                "etikett",
                "avsnitt",
                "fotnot",
                "samla",
                "trycket",
                "utfall",
                "skäl",
                "hos båda",
                "bara hos samla",
                "bara i trycket",
            ]);

    private static void WriteText(TextWriter text, CompareWithPrint.Result result)
    {
        text.WriteLine(
            result.IsSource
                ? "Jämförelsen prövar vägen från faktafil till tryckt tal. Faktafilen är läst ur samma tryck, så den säger inget om vad regionerna skrev."
                : "Dokumenten är påhittade efter vad trycket säger, och kodade av någon som inte har läst trycket. Jämförelsen visar hur mycket av trycket som kodningen återfinner, och säger inget om de verkliga strategierna."
        );
        text.WriteLine();
        foreach (var row in result.Rows.Where(row => row.Verdict != CompareWithPrint.Verdict.Same))
        {
            var note = row.Footnote is { } number ? $"fotnot {number}" : "utan fotnot";
            text.WriteLine($"{row.Section}, {note}: {row.Label} ({row.Code}): {Swedish(row.Verdict)}");
            text.WriteLine($"  Samla: {row.Ours ?? "–"}. Trycket: {row.Print ?? "–"}. {row.Reason}");
        }

        text.WriteLine();
        foreach (var group in result.Rows.CountBy(row => row.Verdict).OrderBy(group => group.Key))
        {
            text.WriteLine($"{group.Value, 4} {Swedish(group.Key)}");
        }

        if (!result.IsSource)
        {
            text.WriteLine();
            text.WriteLine(
                $"Av {result.NamedInPrint} uppgifter i trycket (en region och ett påstående) finns {result.FoundByUs} hos Samla: {Share(result.FoundByUs, result.NamedInPrint)}."
            );
            text.WriteLine(
                $"Där trycket räknar upp alla har Samla {result.SaidWhereListed} uppgifter, och {result.ListedInPrint} av dem står i trycket: {Share(result.ListedInPrint, result.SaidWhereListed)}."
            );
            text.WriteLine();
        }

        text.WriteLine($"{result.OnlyInPrint.Count, 4} fotnoter med regioner finns bara i trycket");
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "inget att jämföra" : $"{SwedishFigures.Of(Math.Round(100m * part / whole))} procent";

    private static string Swedish(CompareWithPrint.Verdict verdict) =>
        verdict switch
        {
            CompareWithPrint.Verdict.Same => "samma regioner och samma ord",
            CompareWithPrint.Verdict.OtherWords => "samma regioner, andra ord",
            CompareWithPrint.Verdict.OtherRegions => "andra regioner",
            CompareWithPrint.Verdict.LeftOut => "inte med i exemplet",
            CompareWithPrint.Verdict.NoList => "ingen lista i trycket att jämföra med",
        };
}
