using System.Globalization;
using System.Text.Json;
using Samla.Common;
using Samla.Domain.Collect;

namespace Samla.Check;

/// <summary>What was read from a printed report, for scripts.</summary>
public static class PrintedFormats
{
    public static void WriteJson(Stream output, ImportPrintedReport.Result result, bool isDryRun)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("file", result.File);
        json.WriteString("round", result.Round.Id.Value);
        json.WriteString("mark", result.Round.Mark);
        json.WriteNumber("year", result.Year);
        json.WriteBoolean("dryRun", isDryRun);
        json.WriteStartArray("claims");
        foreach (var claim in result.Claims)
        {
            json.WriteStartObject();
            json.WriteNumber("number", claim.Number);
            json.WriteString("section", claim.Section);
            json.WriteNumberOrNull("page", claim.Page);
            json.WriteNumberOrNull("footnote", claim.Note);
            json.WriteString("words", claim.Words);
            json.WriteString("subject", SubjectOf(claim.Subject));
            json.WriteRegions("regions", claim.Regions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteUnread(json, result);
        json.WriteStartArray("doubts");
        foreach (var doubt in result.Doubts)
        {
            json.WriteStringValue(doubt);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteCsv(Stream output, ImportPrintedReport.Result result) =>
        Csv.Write(
            output,
            [
                ["number", "section", "page", "footnote", "words", "subject", "regions"],
                .. result.Claims.Select(claim =>
                    (IReadOnlyList<string?>)
                        [
                            claim.Number.ToString(CultureInfo.InvariantCulture),
                            claim.Section,
                            claim.Page?.ToString(CultureInfo.InvariantCulture),
                            claim.Note?.ToString(CultureInfo.InvariantCulture),
                            claim.Words,
                            SubjectOf(claim.Subject),
                            string.Join(' ', claim.Regions),
                        ]
                ),
            ]
        );

    private static void WriteUnread(Utf8JsonWriter json, ImportPrintedReport.Result result)
    {
        json.WriteStartArray("unread");
        foreach (var one in result.Unread)
        {
            json.WriteStartObject();
            json.WriteString("section", one.Section);
            json.WriteNumberOrNull("page", one.Page);
            json.WriteString("words", one.Words);
            json.WriteString("why", one.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // As the checker's JSON calls them.
    private static string SubjectOf(ReporterKind kind) => kind == ReporterKind.Region ? "regions" : "agencies";
}
