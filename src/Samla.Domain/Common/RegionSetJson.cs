using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samla.Domain;

/// <summary>A set of regions in JSON: an array of county codes in their order.</summary>
public sealed class RegionSetJson : JsonConverter<RegionSet>
{
    public override RegionSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an array of county codes.");
        }

        RegionSet regions = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            regions |= RegionCode.TryParse(reader.GetString(), null, out var code)
                ? [code]
                : throw new JsonException($"'{reader.GetString()}' is no county code.");
        }

        return regions;
    }

    public override void Write(Utf8JsonWriter writer, RegionSet value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var region in value)
        {
            writer.WriteStringValue(region.ToString());
        }

        writer.WriteEndArray();
    }
}
