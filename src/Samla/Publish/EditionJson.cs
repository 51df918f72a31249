using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>A frozen chapter as it is kept.</summary>
internal static class EditionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(ReportChapter chapter) => JsonSerializer.Serialize(chapter, Options);

    public static ReportChapter Read(string json) =>
        JsonSerializer.Deserialize<ReportChapter>(json, Options)
        ?? throw new JsonException("A frozen chapter is empty.");
}
