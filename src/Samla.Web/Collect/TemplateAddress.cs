using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Web.Collect;

/// <summary>Where templates and their parts are.</summary>
internal static class TemplateAddress
{
    public const string All = "/mallar";

    public static string Of(Key<Template> id) => $"{All}/{id}";

    /// <summary>A part on the template's page.</summary>
    public static string Of(Key<Template> id, PartName part) => $"{Of(id)}#{Anchor(part)}";

    /// <summary>The id of a part on the template's page.</summary>
    public static string Anchor(PartName part) =>
        part.Kind switch
        {
            TemplatePartKind.Whole => "mall",
            TemplatePartKind.Section => $"avsnitt-{part.Id}",
            TemplatePartKind.Requirement => $"krav-{part.Id}",
            TemplatePartKind.Table => $"tabell-{part.Id}",
            TemplatePartKind.Column => $"tabell-{part.Table}",
        };

    /// <summary>Where a part is changed.</summary>
    public static string Editing(Key<Template> id, PartName part) =>
        part.Kind switch
        {
            TemplatePartKind.Whole => $"{Of(id)}/uppgifter",
            TemplatePartKind.Section => $"{Of(id)}/avsnitt/{part.Id}",
            TemplatePartKind.Requirement => $"{Of(id)}/krav/{part.Id}",
            TemplatePartKind.Table => $"{Of(id)}/tabell/{part.Id}",
            TemplatePartKind.Column => $"{Of(id)}/tabell/{part.Table}/{part.Id}",
        };

    /// <summary>Where it is asked whether a part is to be removed.</summary>
    public static string Removing(Key<Template> id, PartName part) =>
        $"{Of(id)}/ta-bort?del={Uri.EscapeDataString(Word(part))}";

    /// <summary>Where a comment on a part is written.</summary>
    public static string Commenting(Key<Template> id, PartName part) =>
        $"{Of(id)}/remiss?del={Uri.EscapeDataString(Word(part))}#ny";

    /// <summary>A part in a word, for forms and addresses: "krav/mal-ett".</summary>
    public static string Word(PartName part) =>
        part.Kind switch
        {
            TemplatePartKind.Whole => "mall",
            TemplatePartKind.Section => $"avsnitt/{part.Id}",
            TemplatePartKind.Requirement => $"krav/{part.Id}",
            TemplatePartKind.Table => $"tabell/{part.Id}",
            TemplatePartKind.Column => $"kolumn/{part.Table}/{part.Id}",
        };

    /// <summary>The part that a word names; null where it names none.</summary>
    public static PartName? PartOf(string? word) =>
        word?.Split('/') switch
        {
            ["avsnitt", var id] => new PartName(TemplatePartKind.Section, id),
            ["krav", var id] => new PartName(TemplatePartKind.Requirement, id),
            ["tabell", var id] => new PartName(TemplatePartKind.Table, id),
            ["kolumn", var table, var id] => new PartName(TemplatePartKind.Column, id, table),
            _ => null,
        };

    /// <summary>What a part is called in a sentence: "Kravet".</summary>
    public static string KindOf(PartName part) =>
        part.Kind switch
        {
            TemplatePartKind.Whole => "Mallen",
            TemplatePartKind.Section => "Avsnittet",
            TemplatePartKind.Requirement => "Kravet",
            TemplatePartKind.Table => "Tabellen",
            TemplatePartKind.Column => "Kolumnen",
        };
}
