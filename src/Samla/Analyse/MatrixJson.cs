using System.Text.Json;
using Samla.Common;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The matrix as JSON: for each code the regions that say, are silent, were not asked or are not read.</summary>
public static class MatrixJson
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="rows">In the codebook's order.</param>
    /// <param name="mark">The mark of a round of reconstructed texts; null for real rounds.</param>
    public static void Write(Stream output, IEnumerable<CodeRow> rows, string? mark)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("mark", mark);
        json.WriteStartArray("codes");
        foreach (var (code, standing) in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Id.Value);
            json.WriteString("label", code.Label);
            json.WriteString(
                "subject",
                code.IsAboutDocuments ? "documents"
                    : code.Subject == ReporterKind.CountyBoard ? "agencies"
                    : "regions"
            );
            json.WriteRegions("says", standing.Says);
            json.WriteRegions("silent", standing.Silent);
            json.WriteRegions("notAsked", standing.NotAsked);
            json.WriteRegions("notRead", standing.NotRead);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
