using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Samla.Reference;

/// <summary>A folder of data files that people edit. Reads them strictly and collects what is wrong with them.</summary>
/// <param name="path">The folder.</param>
public sealed partial class DataFolder(string path)
{
    /// <summary>The sample that comes with the program: a folder for each round.</summary>
    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The sample's reconstructed round.</summary>
    public static string Sample { get; } = Path.Combine(Samples, "2023");

    /// <summary>The folder of the sample round whose questions are put to documents.</summary>
    public static string Documents { get; } = Path.Combine(Samples, "rus-2026");

    /// <summary>The registers that come with the program.</summary>
    public static string Registers { get; } = Path.Combine(AppContext.BaseDirectory, "reference");

    /// <summary>A field that is not known is an error: it is more often a slip of the pen than a wish for the future.</summary>
    public static JsonSerializerOptions Strict { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    private readonly List<DataError> _errors = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<DataError> Errors => _errors;

    /// <summary>Reads a JSON file; null, and an error, if it cannot be.</summary>
    public T? Read<T>(string file)
        where T : class
    {
        try
        {
            var json = File.ReadAllBytes(Path.Combine(path, file)).AsSpan();
            json = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
            if (LineOfNothing(json) is { } line)
            {
                return Fail<T>(file, $"rad {line}", "En lista innehåller null. Ta bort det eller skriv ett värde.");
            }

            return JsonSerializer.Deserialize<T>(json, Strict) ?? Fail<T>(file, "", "Filen är tom.");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $"rad {line + 1} ({exception.Path})" : exception.Path ?? "";
            return Fail<T>(file, place, Swedish(exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail<T>(file, "", $"Kan inte öppnas: {exception.Message}");
        }
    }

    /// <summary>Reads a text file; empty, and an error, if it cannot be.</summary>
    public string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, file)).ReplaceLineEndings("\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(file, "", $"Kan inte öppnas: {exception.Message}");
            return "";
        }
    }

    /// <summary>Reads a file as it is; empty, and an error, if it cannot be.</summary>
    public byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(path, file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(file, "", $"Kan inte öppnas: {exception.Message}");
            return [];
        }
    }

    /// <summary>The names of the files in a folder below, in order; none if there is no such folder.</summary>
    public IReadOnlyList<string> Files(string folder, string extension) =>
        Directory.Exists(Path.Combine(path, folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(path, folder), "*" + extension)
                    .Select(file => $"{folder}/{Path.GetFileName(file)}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public void Report(string file, string place, string reason) => _errors.Add(new(file, place, reason));

    /// <summary>The line of a null in a list, which no list here may hold; null where there is none.</summary>
    private static int? LineOfNothing(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var isList = new Stack<bool>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    isList.Push(reader.TokenType == JsonTokenType.StartArray);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    isList.Pop();
                    break;
                case JsonTokenType.Null when isList.TryPeek(out var inList) && inList:
                    return json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            }
        }

        return null;
    }

    private static string Swedish(JsonException exception)
    {
        // The names of fields; those of our own types say nothing to an editor.
        var names = string.Join(
            ", ",
            Quoted()
                .Matches(exception.Message.Split(" Path:")[0])
                .Select(match => match.Groups["name"].Value)
                .Where(name => !name.Contains('.', StringComparison.Ordinal))
        );
        return exception.Message switch
        {
            var unknown when unknown.Contains("could not be mapped", StringComparison.Ordinal) =>
                $"Okänt fält: {names}. Kontrollera stavningen.",
            var missing when missing.Contains("missing required", StringComparison.Ordinal) => $"Fält saknas: {names}.",
            var twice when twice.Contains("Duplicate property", StringComparison.Ordinal) =>
                $"Ett fält står två gånger: {names}.",
            var kind when kind.Contains("could not be converted", StringComparison.Ordinal) => "Värdet har fel slag.",
            var nothing when nothing.Contains("null", StringComparison.Ordinal) => "Ett värde saknas.",
            var other => $"Är ingen giltig JSON: {other.Split(" LineNumber:")[0]}",
        };
    }

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Quoted();

    private T? Fail<T>(string file, string place, string reason)
        where T : class
    {
        Report(file, place, reason);
        return null;
    }
}
