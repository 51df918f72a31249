using System.Text.Json;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>The codes of a table in JSON: those that are counted, and those that are left out with the reason.</summary>
internal static class CodesJson
{
    public static void Write(Utf8JsonWriter json, ChooseCodes.Result chosen)
    {
        json.WriteStartArray("codes");
        foreach (var row in chosen.Rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Code.Id.Value);
            json.WriteString("label", row.Code.Label);
            json.WriteString("subject", row.Code.Subject == ReporterKind.CountyBoard ? "agencies" : "regions");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("withheld");
        foreach (var code in chosen.Withheld)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Id.Value);
            json.WriteString("label", code.Label);
            json.WriteString("reason", code.Withheld);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
