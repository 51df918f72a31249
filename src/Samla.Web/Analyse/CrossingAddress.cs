using Samla.Analyse.Crossing;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where the tables of codes beside each other, and of codes by groups of regions, stand; what is chosen is in the address.</summary>
internal static class CrossingAddress
{
    public const string Together = "samforekomst";
    public const string Groups = "grupper";
    public const string Passages = "textstallen";
    public const string Jaccard = "jaccard";

    /// <summary>Where the words are, below the table.</summary>
    public const string Words = "orden";

    public static IReadOnlyList<string> Formats { get; } = ["xlsx", "csv", "json", "svg"];

    public static string PageOf(Key<Round> round, string table) => $"/matris/{round}/{table}";

    public static string FileOf(Key<Round> round, string table, string format) =>
        $"{PageOf(round, table)}-{round}.{format}";

    /// <summary>A level as the address has it.</summary>
    public static CooccurrenceLevel LevelOf(string? text) =>
        text == Passages ? CooccurrenceLevel.Passages : CooccurrenceLevel.Reporters;

    /// <summary>A measure as the address has it.</summary>
    public static CooccurrenceMeasure MeasureOf(string? text) =>
        text == Jaccard ? CooccurrenceMeasure.Jaccard : CooccurrenceMeasure.Count;

    /// <summary>The level and the measure in an address; what goes without saying is left out.</summary>
    public static (string Name, string? Value)[] Of(CooccurrenceLevel level, CooccurrenceMeasure measure) =>
        [
            ("niva", level == CooccurrenceLevel.Passages ? Passages : null),
            ("matt", measure == CooccurrenceMeasure.Jaccard ? Jaccard : null),
        ];

    /// <summary>The codes that were chosen, and more, as the part of an address that begins with a question mark.</summary>
    public static string QueryOf(ChooseCodes.Result chosen, params IEnumerable<(string Name, string? Value)> more) =>
        Written([
            .. chosen.IsFree
                ? CodesOf(chosen).Select(code => ("kod", (string?)code.Value))
                : [("avsnitt", chosen.Section?.Id.Value), ("krav", chosen.Requirement?.Id.Value)],
            .. more,
        ]);

    /// <summary>A section with nothing else chosen.</summary>
    public static string QueryOf(Code section, params IEnumerable<(string Name, string? Value)> more) =>
        Written([("avsnitt", section.Id.Value), .. more]);

    /// <summary>The form where codes are chosen one by one; those that were chosen so before are chosen there.</summary>
    public static string PickerOf(ChooseCodes.Result chosen, params IEnumerable<(string Name, string? Value)> more) =>
        QueryOf(chosen, [("valj", "ja"), .. more]);

    /// <summary>All that were chosen, also those that cannot be counted.</summary>
    public static IEnumerable<Key<Code>> CodesOf(ChooseCodes.Result chosen) =>
        chosen.Rows.Select(row => row.Code.Id).Concat(chosen.Withheld.Select(code => code.Id));

    /// <summary>Two names with a full stop between them, which no key has.</summary>
    public static (string One, string Other)? Pair(string? text) =>
        text?.Split('.') is [var one, var other] ? (one, other) : null;

    private static string Written(IEnumerable<(string Name, string? Value)> parts) =>
        QueryString
            .Create(
                parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))
            )
            .ToString();
}
