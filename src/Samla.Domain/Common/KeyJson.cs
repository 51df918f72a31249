using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samla.Domain;

/// <summary>A key in JSON: its text.</summary>
public sealed class KeyJson<T> : JsonConverter<Key<T>>
{
    public override Key<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Key<T>.TryParse(reader.GetString(), null, out var key)
            ? key
            : throw new JsonException($"'{reader.GetString()}' is no key.");

    public override void Write(Utf8JsonWriter writer, Key<T> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
