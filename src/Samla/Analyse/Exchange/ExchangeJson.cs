using System.Text.Json;
using Samla.Common;

namespace Samla.Analyse.Exchange;

/// <summary>What reading in an exchange file did, or would do, as JSON by the contract of the command line.</summary>
public static class ExchangeJson
{
    /// <param name="output">Is written to and left open.</param>
    /// <param name="result">What is told.</param>
    public static void Write(Stream output, ExchangeResult result)
    {
        using var json = new Utf8JsonWriter(output, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteString("file", result.File);
        json.WriteString("round", result.Round.Id.Value);
        json.WriteString("mark", result.Round.Mark);
        json.WriteBoolean("dryRun", result.IsDryRun);
        json.WriteNumber("codings", result.Import.Codings);
        json.WriteNumber("notes", result.Import.Memos);
        json.WriteNumber("attributions", result.Import.Attributions);
        json.WriteNumber("stars", result.Import.Stars);
        json.WriteNumber("newCodes", result.Import.NewCodes);
        json.WriteNumber("alreadyThere", result.Import.AlreadyThere);
        json.WriteStartArray("codes");
        foreach (var code in result.Import.Codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Id.Value);
            json.WriteString("label", code.Label);
            json.WriteNumber("codings", code.Codings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Messages(json, "assumed", result.Assumed);
        Messages(json, "unplaced", result.Unplaced);
        Messages(json, "leftOut", result.Report.LeftOut);
        json.WriteEndObject();
    }

    private static void Messages(Utf8JsonWriter json, string name, IEnumerable<string> messages)
    {
        json.WriteStartArray(name);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
