using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samla.Domain.Analyse;

/// <summary>Writes it as its text. Reads also the object that steps were kept as while answers in rows were all that could be counted.</summary>
public sealed class CountedFromJson : JsonConverter<CountedFrom>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(CountedFrom).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override CountedFrom Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Known(reader.GetString());
        }

        using var old = JsonDocument.ParseValue(ref reader);
        var option = old.RootElement.GetProperty(nameof(StructuredAnswer.Option)).GetString();
        var column = old.RootElement.GetProperty(nameof(StructuredAnswer.Column)).GetString();
        return Known(option is null ? column : $"{column}/{option}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CountedFrom value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    private static CountedFrom Known(string? text) =>
        CountedFrom.Read(text ?? "") ?? throw new JsonException($"”{text}” är inget som en kod kan räknas ur.");
}
