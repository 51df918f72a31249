using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samla.Domain.Collect;

/// <summary>An intervention as JSON, all of it. What is kept of earlier years is read too, so what is added needs a value where it is not said.</summary>
public static class InterventionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(),
            new KeyJson<Round>(),
            new KeyJson<Reporter>(),
            new KeyJson<Requirement>(),
            new KeyJson<Intervention>(),
        },
    };

    public static string Write(Intervention intervention) => JsonSerializer.Serialize(intervention, Options);

    /// <exception cref="JsonException">The text was not written here.</exception>
    public static Intervention Read(string json) =>
        JsonSerializer.Deserialize<Intervention>(json, Options) ?? throw new JsonException();
}
