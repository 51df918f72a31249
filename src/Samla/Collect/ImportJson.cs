using System.Text.Json;
using Samla.Common;

namespace Samla.Collect;

/// <summary>What reading in files did, or would do, as JSON by the contract of the command line.</summary>
public static class ImportJson
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="files">Each file's name and plan.</param>
    public static void Write(Stream output, IEnumerable<(string Name, ImportPlan Plan)> files)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartArray();
        foreach (var (name, plan) in files)
        {
            json.WriteStartObject();
            json.WriteString("file", name);
            json.WriteString("reporter", plan.View.Reporter.Id.Value);
            json.WriteString("round", plan.View.Round.Id.Value);
            json.WriteString("mark", plan.View.Round.Mark);
            WriteAll(json, "placed", plan.Placed, placed => json.WriteStringValue(placed.Requirement.Value));
            WriteAll(
                json,
                "rows",
                plan.Rows.GroupBy(row => row.Requirement),
                rows =>
                {
                    json.WriteStartObject();
                    json.WriteString("requirement", rows.Key.Value);
                    json.WriteNumber("added", rows.Count(row => row.Row is null));
                    json.WriteNumber("changed", rows.Count(row => row.Row is not null));
                    json.WriteEndObject();
                }
            );
            WriteAll(json, "unchanged", plan.Unchanged, requirement => json.WriteStringValue(requirement.Value));
            WriteAll(json, "unplaced", plan.Unplaced, unplaced => Write(json, unplaced));
            WriteAll(json, "findings", plan.Findings, finding => Write(json, finding));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImportPlan.UnplacedText unplaced)
    {
        json.WriteStartObject();
        json.WriteString("text", unplaced.Text);
        json.WriteString("where", unplaced.Where);
        json.WriteString("reason", unplaced.Reason);
        json.WriteString("place", unplaced.Near?.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImportFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.NeedsLook ? "warning" : "info");
        json.WriteString("requirement", finding.Requirement?.Value);
        json.WriteString("message", finding.Message);
        if (finding is { InFile: { } inFile, OnWeb: { } onWeb })
        {
            json.WriteString("inFile", inFile);
            json.WriteString("onWeb", onWeb);
        }

        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
