using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samla.Common;

/// <summary>How JSON is written that people read too: over several lines, with å, ä and ö as they are.</summary>
public static class ReadableJson
{
    /// <summary>For what is written piece by piece.</summary>
    public static JsonWriterOptions Writer { get; } =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For what is written as a whole.</summary>
    public static JsonSerializerOptions Serializer { get; } =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
