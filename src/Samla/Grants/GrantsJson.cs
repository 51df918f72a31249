using System.Globalization;
using System.Text.Json;
using Samla.Common;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Sums of grants, and what became of an import, as JSON. Amounts are in kronor.</summary>
public static class GrantsJson
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">The sums.</param>
    public static void Write(Stream output, SumGrants.Result result)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("mark", result.HasMadeUp ? GrantWords.MadeUp : null);
        json.WriteStartArray("cells");
        foreach (var cell in result.Cells)
        {
            json.WriteStartObject();
            foreach (var (dimension, key) in result.Cut.By.Zip(cell.Keys))
            {
                WriteKey(json, dimension, key);
            }

            WriteAmounts(json, cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total");
        WriteAmounts(json, result.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">What became of the import.</param>
    public static void Write(Stream output, ImportGrants.Result result)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteString("file", result.File);
        json.WriteBoolean("imported", result.IsDone);
        json.WriteNumber("rows", result.Rows);
        json.WriteNumber("added", result.Added);
        json.WriteNumber("replaced", result.Replaced);
        json.WriteNumber("unchanged", result.Unchanged);
        json.WriteStartArray("rejected");
        foreach (var one in result.Rejected)
        {
            json.WriteStartObject();
            json.WriteNumber("row", one.Row);
            json.WriteString("field", one.Field.Id);
            json.WriteString("reason", one.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notices");
        foreach (var notice in result.Notices)
        {
            json.WriteStringValue(notice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKey(Utf8JsonWriter json, GrantDimension dimension, string? key)
    {
        var name = GrantWords.IdOf(dimension);
        if (
            dimension is GrantDimension.Year or GrantDimension.PaymentYear
            && int.TryParse(key, CultureInfo.InvariantCulture, out var year)
        )
        {
            json.WriteNumber(name, year);
        }
        else
        {
            json.WriteString(name, key);
        }
    }

    private static void WriteAmounts(Utf8JsonWriter json, GrantCell cell)
    {
        if (cell.Granted is { } granted)
        {
            json.WriteNumber("granted", Kronor(granted));
        }
        else
        {
            json.WriteNull("granted");
        }

        json.WriteNumber("paid", Kronor(cell.Paid));
        json.WriteNumber("cases", cell.Cases);
    }

    // Without decimals where there are no öre.
    private static decimal Kronor(long ore) => ore % 100 == 0 ? ore / 100 : ore / 100m;
}
