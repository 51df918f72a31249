using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Samla.Reference;

/// <summary>A folder of data files that people edit. Reads them strictly and collects what is wrong with them.</summary>
/// <param name="path">The folder.</param>
public sealed class DataFolder(string path)
{
    /// <summary>The sample round that comes with the program.</summary>
    public static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "2023");

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
            using var stream = File.OpenRead(Path.Combine(path, file));
            return JsonSerializer.Deserialize<T>(stream, Strict) ?? Fail<T>(file, "", "Filen är tom.");
        }
        catch (JsonException exception)
        {
            var place = exception.LineNumber is { } line ? $"rad {line + 1} ({exception.Path})" : exception.Path ?? "";
            return Fail<T>(file, place, $"Kan inte läsas: {exception.Message.Split(" Path:")[0]}");
        }
        catch (IOException exception)
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
        catch (IOException exception)
        {
            Report(file, "", $"Kan inte öppnas: {exception.Message}");
            return "";
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

    private T? Fail<T>(string file, string place, string reason)
        where T : class
    {
        Report(file, place, reason);
        return null;
    }
}
