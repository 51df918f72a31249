using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>What the parts of templates, and what is said of them, are called in Swedish.</summary>
public static class TemplateWords
{
    /// <summary>A field of a requirement, by the word that a file has for it.</summary>
    public static string SwedishOf(string field) =>
        field switch
        {
            "kind" => "svarsform",
            "title" => "rubrik",
            "instruction" => "instruktion",
            "help" => "hjälp",
            "legalBasis" => "rättslig grund",
            "answeredBy" => "vem som svarar",
            "counties" => "län",
            "characterLimit" => "teckengräns",
            "table" => "tabell",
            "optional" => "frivilligt",
            _ => field,
        };

    /// <summary>How what is asked now answers to what was asked before.</summary>
    public static string SwedishOf(MappingKind kind) =>
        kind switch
        {
            MappingKind.Same => "samma fråga",
            MappingKind.Partly => "delvis samma fråga",
            MappingKind.Split => "en del av den tidigare frågan",
            MappingKind.Merged => "flera frågor som har blivit en",
            MappingKind.New => "ny fråga",
            MappingKind.Dropped => "ställs inte längre",
        };

    /// <summary>The form of an answer, by the word that a file has for it.</summary>
    public static string SwedishOfKind(string kind) =>
        SampleWords.RequirementKinds.TryGetValue(kind, out var known)
            ? known switch
            {
                RequirementKind.Narrative => "text",
                RequirementKind.Table => "insatser i en tabell, och text",
                RequirementKind.Allocation => "belopp i en tabell, och text",
                RequirementKind.Rows => "egna rader i en tabell, och text",
            }
            : kind;

    /// <summary>Those who answer, by the word that a file has for them.</summary>
    public static string SwedishOfActor(string actor) =>
        SampleWords.Actors.TryGetValue(actor, out var known)
            ? known switch
            {
                ReporterKind.Region => "regionerna",
                ReporterKind.CountyBoard => "länsstyrelserna",
                ReporterKind.Agency => "andra myndigheter",
                ReporterKind.Document => "dokumenten",
            }
            : actor;

    /// <summary>What a column holds, by the word that a file has for it.</summary>
    public static string SwedishOfType(string type) =>
        SampleWords.ColumnTypes.TryGetValue(type, out var known)
            ? known switch
            {
                ColumnType.Text => "text",
                ColumnType.Number => "tal",
                ColumnType.Date => "datum",
                ColumnType.Choice => "ett val",
                ColumnType.MultiChoice => "flera val",
                ColumnType.Link => "webbadress",
            }
            : type;

    /// <summary>The title of a part; its id where it has none.</summary>
    public static string TitleOf(TemplateFile file, PartName part)
    {
        var title = part.Kind switch
        {
            TemplatePartKind.Whole => file.Title,
            TemplatePartKind.Section => file.Sections.FirstOrDefault(section => section.Id == part.Id)?.Title,
            TemplatePartKind.Requirement => file.Requirements().FirstOrDefault(one => one.Id == part.Id)?.Title,
            TemplatePartKind.Table => file.Tables.FirstOrDefault(table => table.Id == part.Id)?.Title,
            TemplatePartKind.Column => file
                .Tables.FirstOrDefault(table => table.Id == part.Table)
                ?.Columns.FirstOrDefault(column => column.Id == part.Id)
                ?.Title,
        };
        return string.IsNullOrWhiteSpace(title) ? part.ToString() : title;
    }
}
