using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>A frozen chapter as it is kept.</summary>
internal static class EditionJson
{
    private static readonly EditionJsonContext Context = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Converters =
            {
                new JsonStringEnumConverter<QuantifierKind>(),
                new JsonStringEnumConverter<ClaimRole>(),
                new JsonStringEnumConverter<ClaimSubject>(),
                new JsonStringEnumConverter<ExhibitForm>(),
            },
        }
    );

    public static string Write(ReportChapter chapter) => JsonSerializer.Serialize(chapter, Context.ReportChapter);

    public static ReportChapter Read(string json) =>
        JsonSerializer.Deserialize(json, Context.ReportChapter)
        ?? throw new JsonException("A frozen chapter is empty.");
}

// Made when compiled: finding out about the types when run would cost each command a tenth of a second.
[JsonSerializable(typeof(ReportChapter))]
internal sealed partial class EditionJsonContext : JsonSerializerContext;
