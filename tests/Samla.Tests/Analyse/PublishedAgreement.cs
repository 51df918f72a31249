using System.Text.Json;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

/// <summary>
/// Data sets whose agreement others have published, no part of the repository: a file of those in the literature and a folder of
/// those computed with the R package irrCAC.
/// </summary>
internal static class PublishedAgreement
{
    private static readonly Lazy<DirectoryInfo?> Folder = new(() => Shared.Folder("data/agreement"));

    private static readonly Lazy<JsonElement> Reference = new(() => Read("reference.json"));

    public static IEnumerable<string> Names => Reference.Value.EnumerateArray().Select(Name);

    public static void SkipWithout() =>
        Assert.SkipWhen(
            Folder.Value is null,
            "The published data sets (a folder shared/data/agreement) are not on this machine."
        );

    public static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder.Value!.FullName, file))).RootElement;

    public static JsonElement Of(string name)
    {
        SkipWithout();
        return Reference.Value.EnumerateArray().Single(one => Name(one) == name);
    }

    /// <summary>Units as rows, one sign or value for each coder; "." and null are missing.</summary>
    public static Ratings Rows(JsonElement rows)
    {
        List<string?[]> units =
        [
            .. rows.EnumerateArray().Select(row => row.ValueKind == JsonValueKind.String ? Signs(row) : Values(row)),
        ];
        return OfWords(units);
    }

    /// <summary>A row for each coder, a sign for each unit.</summary>
    public static Ratings Columns(JsonElement rows)
    {
        List<string> coders = [.. rows.EnumerateArray().Select(row => row.GetString()!)];
        return OfWords([
            .. coders[0].Select((_, at) => coders.Select(coder => (string?)coder[at].ToString()).ToArray()),
        ]);
    }

    /// <summary>How often the first coder chose the row's category and the second the column's.</summary>
    public static Ratings Table(JsonElement table)
    {
        List<int[]> counts =
        [
            .. table.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray()),
        ];
        return Ratings.Of(
            counts.Count,
            coders: 2,
            from row in Enumerable.Range(0, counts.Count)
            from column in Enumerable.Range(0, counts.Count)
            from _ in Enumerable.Range(0, counts[row][column])
            select (IReadOnlyList<int?>)[row, column]
        );
    }

    /// <summary>One category's passages as [start, length], a list for each coder.</summary>
    public static IEnumerable<IEnumerable<Unit>> Passages(JsonElement coders, string category, int begin, int scale) =>
        coders
            .EnumerateArray()
            .Select(coder =>
                coder
                    .EnumerateArray()
                    .Select(unit => new Unit(
                        (unit[0].GetInt32() - begin) * scale,
                        unit[1].GetInt32() * scale,
                        category
                    ))
            );

    private static Ratings OfWords(List<string?[]> units)
    {
        List<string> categories = [.. units.SelectMany(unit => unit).OfType<string>().Distinct()];
        return Ratings.Of(
            categories.Count,
            units[0].Length,
            units.Select(unit =>
                (IReadOnlyList<int?>)[.. unit.Select(word => word is null ? (int?)null : categories.IndexOf(word))]
            )
        );
    }

    private static string?[] Signs(JsonElement row) =>
        [.. row.GetString()!.Select(sign => sign == '.' ? null : sign.ToString())];

    private static string?[] Values(JsonElement row) =>
        [.. row.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? null : value.ToString())];

    private static string Name(JsonElement one) => one.GetProperty("name").GetString()!;
}
