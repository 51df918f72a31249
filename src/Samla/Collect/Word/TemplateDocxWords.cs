using Samla.Reference;

namespace Samla.Collect.Word;

/// <summary>The words of a template's Word file that carry meaning: what is written with them is read by them.</summary>
internal static class TemplateDocxWords
{
    // Rows of the tables of properties, and columns of the tables of columns.
    public const string Id = "Beteckning";
    public const string BasedOn = "Bygger på";
    public const string Note = "Anmärkning";
    public const string Chapter = "Kapitel";
    public const string Guidance = "Vägledning";
    public const string Instruction = "Instruktion";
    public const string Help = "Hjälp";
    public const string LegalBasis = "Rättslig grund";
    public const string Kind = "Svarsform";
    public const string Limit = "Högsta antal tecken";
    public const string AnsweredBy = "Besvaras av";
    public const string Counties = "Län";
    public const string Optional = "Frivillig";
    public const string Table = "Tabell";
    public const string Title = "Rubrik";
    public const string Type = "Typ";
    public const string Unit = "Enhet";
    public const string Required = "Krävs";
    public const string Options = "Val";

    /// <summary>The heading over the tables' definitions, the last of its level.</summary>
    public const string Tables = "Tabeller";

    public const string Subtitle = "Mall för redovisning";
    public const string Advice = "Så här ändrar du";
    public const string Columns = "Kolumner";

    /// <summary>Stands where a title is missing, and is none.</summary>
    public const string Untitled = "(rubrik saknas)";

    public const string Assumed = "(antaget)";
    public const string AllCounties = "alla";
    public const string Yes = "ja";
    public const string No = "nej";

    public static IReadOnlyList<string> TemplateRows { get; } = [Id, BasedOn, Note];
    public static IReadOnlyList<string> SectionRows { get; } = [Id, Chapter, Guidance];
    public static IReadOnlyList<string> TableRows { get; } = [Id];

    public static IReadOnlyList<string> RequirementRows { get; } =
    [Id, Instruction, Help, LegalBasis, Kind, Limit, AnsweredBy, Counties, Optional, Table];

    public static IReadOnlyList<string> ColumnRows { get; } = [Id, Title, Help, Type, Unit, Limit, Required, Options];

    /// <summary>The form of an answer, by the word that a file has for it.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } =
        Named(SampleWords.RequirementKinds.Keys, TemplateWords.SwedishOfKind);

    /// <summary>Those who answer, by the word that a file has for them.</summary>
    public static IReadOnlyDictionary<string, string> Actors { get; } =
        Named(SampleWords.Actors.Keys, TemplateWords.SwedishOfActor);

    /// <summary>What a column holds, by the word that a file has for it.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } =
        Named(SampleWords.ColumnTypes.Keys, TemplateWords.SwedishOfType);

    public static IReadOnlyList<string> Advices { get; } =
    [
        "Skriv i rutornas högra spalt, och i rubrikerna. Den vänstra spalten säger vad raden är och ska stå som den är.",
        $"Ett nytt krav eller avsnitt: kopiera ett som finns, med rubrik och tabell, klistra in det där det ska stå och töm raden {Id}. Det får en ny beteckning efter sin rubrik.",
        "Det som flyttas klipps ut med rubrik och tabell och klistras in på sin nya plats. Numren räknas om av sig själva.",
        $"Behåll raden {Id} på det som bara får ny ordalydelse, så känns det igen från ett år till nästa.",
        $"{Kind} är något av: {Listed(Kinds)}. {AnsweredBy} är något av: {Listed(Actors)}. {Counties} är {AllCounties}, eller länens namn med kommatecken emellan. {Optional} är {Yes} eller {No}.",
        "Skriv synpunkter som kommentarer; de följer inte med. Spårade ändringar läses som om de vore godkända. Text utanför rubriker och rutor har ingen plats i mallen.",
        "Spara som Word-dokument (.docx) och läs in filen. Är något fel läses ingenting in, och du får veta var det står.",
    ];

    public static string TablesHint { get; } =
        $"Varje rad är en kolumn att fylla i. {Type} är något av: {Listed(Types)}. Bara ett tal har enhet, bara en text har en gräns. Under {Options} står ett val på varje rad, med sin beteckning inom hakparenteser; ett nytt val skrivs utan.";

    private static readonly HashSet<string> Own =
    [
        .. new[] { Subtitle, Advice, Columns, TablesHint }.Concat(Advices).Select(Plain),
    ];

    /// <summary>Whether a text stands in each file, and says nothing of the template.</summary>
    public static bool IsOwn(string text) => Own.Contains(Plain(text));

    /// <summary>Without what programs change as they please: breaks and spaces.</summary>
    public static string Plain(string text) =>
        string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Listed(IReadOnlyDictionary<string, string> words) => string.Join("; ", words.Values);

    private static Dictionary<string, string> Named(IEnumerable<string> words, Func<string, string> swedish) =>
        words.ToDictionary(word => word, swedish, StringComparer.Ordinal);
}
