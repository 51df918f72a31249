using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>How what a reporter is asked to check is kept.</summary>
internal static class FactCheckJson
{
    private static readonly FactCheckJsonContext Context = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter<StatementKind>() },
        }
    );

    public static string Write(IReadOnlyList<CheckedStatement> statements) =>
        JsonSerializer.Serialize(statements, Context.IReadOnlyListCheckedStatement);

    public static IReadOnlyList<CheckedStatement> Read(string json) =>
        JsonSerializer.Deserialize(json, Context.IReadOnlyListCheckedStatement)
        ?? throw new JsonException("What a reporter is to check is empty.");
}

[JsonSerializable(typeof(IReadOnlyList<CheckedStatement>))]
internal sealed partial class FactCheckJsonContext : JsonSerializerContext;
