using System.Text.Json;
using System.Text.Json.Nodes;
using Samla.Common;
using Samla.Domain;

namespace Samla.Grants;

/// <summary>Which columns of a file say what, and how: what a person has chosen, so that nothing is guessed.</summary>
/// <param name="Columns">By a field's id: the head of its column.</param>
/// <param name="Unit">What the amounts are given in.</param>
/// <param name="Values">By a field's id: what the file's own words mean, such as an area of an older strategy.</param>
public sealed record ColumnMapping(
    IReadOnlyDictionary<string, string> Columns,
    AmountUnit Unit,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values
)
{
    private const string UnitName = "unit";
    private const string ValuesName = "values";

    /// <summary>A file whose columns have the names of the fields, with amounts in kronor.</summary>
    public static ColumnMapping Default { get; } =
        new(
            GrantField.All.Where(field => field.IsNeeded).ToDictionary(field => field.Id, field => field.Id),
            AmountUnit.Kronor,
            new Dictionary<string, IReadOnlyDictionary<string, string>>()
        );

    /// <summary>
    /// Reads a mapping: an object with a field's id and its column's head for each, and besides "unit" ("kronor" or "thousands") and "values"
    /// (for a field's id an object with the file's words and ours). The fields that every file has keep their own names where it says nothing.
    /// </summary>
    public static (ColumnMapping? Mapping, string? Trouble) Read(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject read
                ? Read(read)
                : (null, "Kopplingen ska vara ett JSON-objekt, som { \"area\": \"Strategiskt område\" }.");
        }
        catch (Exception trouble) when (trouble is JsonException or ArgumentException)
        {
            return (null, $"Kopplingen är ingen giltig JSON: {trouble.Message}");
        }
    }

    private static (ColumnMapping? Mapping, string? Trouble) Read(JsonObject read)
    {
        var columns = new Dictionary<string, string>(Default.Columns);
        var values = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        var unit = AmountUnit.Kronor;
        foreach (var (name, node) in read)
        {
            if (name == UnitName)
            {
                switch (TextOf(node))
                {
                    case "kronor":
                        break;
                    case "thousands":
                        unit = AmountUnit.Thousands;
                        break;
                    default:
                        return (null, "Kopplingens ”unit” ska vara ”kronor” eller ”thousands”.");
                }
            }
            else if (name == ValuesName)
            {
                if (!ReadValues(node, values))
                {
                    return (
                        null,
                        "Kopplingens ”values” ska för varje fält ha ett objekt med filens ord och Samlas, som { \"area\": { \"Landsbygd\": \"boende\" } }."
                    );
                }
            }
            else if (GrantField.All.All(field => field.Id != name))
            {
                return (
                    null,
                    $"Kopplingen har ett fält som inte finns: ”{name}”. Fälten är {string.Join(", ", GrantField.All.Select(field => field.Id))}."
                );
            }
            else if (TextOf(node) is { } head)
            {
                columns[name] = head;
            }
            else
            {
                return (null, $"Kopplingens ”{name}” ska vara rubriken på en kolumn.");
            }
        }

        return (new ColumnMapping(columns, unit, values), null);
    }

    private static bool ReadValues(JsonNode? node, Dictionary<string, IReadOnlyDictionary<string, string>> values)
    {
        foreach (var (field, words) in node as JsonObject ?? [])
        {
            if (
                words is not JsonObject pairs
                || !GrantField.All.Any(one => one.Id == field && one.HasWords)
                || pairs.Any(pair => TextOf(pair.Value) is null)
            )
            {
                return false;
            }

            values[field] = pairs.ToDictionary(
                pair => pair.Key.Trim(),
                pair => TextOf(pair.Value)!,
                StringComparer.OrdinalIgnoreCase
            );
        }

        return node is JsonObject;
    }

    /// <summary>What another says, and for what it says nothing of what this does.</summary>
    public ColumnMapping With(ColumnMapping other) =>
        other with
        {
            Columns = Columns
                .Where(pair => !other.Columns.ContainsKey(pair.Key))
                .Concat(other.Columns)
                .ToDictionary(pair => pair.Key, pair => pair.Value),
        };

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    /// <summary>What is said of a column that is chosen for two things, in Swedish; null where none is.</summary>
    internal string? Doubled =>
        Columns.GroupBy(pair => pair.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any())
            is { } twice
            ? $"Kolumnen ”{twice.Key}” är vald för både {SwedishText.Enumeration([.. twice.Select(pair => GrantField.All.First(one => one.Id == pair.Key).Name)])}."
            : null;

    /// <summary>The mapping as <see cref="Read(string)"/> reads it.</summary>
    public string ToJson()
    {
        var written = new JsonObject();
        foreach (var (field, head) in Columns)
        {
            written[field] = head;
        }

        written[UnitName] = Unit == AmountUnit.Thousands ? "thousands" : "kronor";
        if (Values.Count > 0)
        {
            written[ValuesName] = JsonSerializer.SerializeToNode(Values, ReadableJson.Serializer);
        }

        return written.ToJsonString(ReadableJson.Serializer);
    }
}
