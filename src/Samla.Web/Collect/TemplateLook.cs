using Samla.Domain;
using Samla.Reference;

namespace Samla.Web.Collect;

/// <summary>How templates are shown on pages and in forms.</summary>
internal static class TemplateLook
{
    /// <summary>The id of a field in a form.</summary>
    public static string IdOf(TemplateField field) =>
        field switch
        {
            TemplateField.Id => "beteckning",
            TemplateField.BasedOn => "rubrik",
            TemplateField.Title => "rubrik",
            TemplateField.Note => "anmarkning",
            TemplateField.Guidance => "vagledning",
            TemplateField.Instruction => "instruktion",
            TemplateField.Help => "hjalp",
            TemplateField.LegalBasis => "grund",
            TemplateField.Chapter => "kapitel",
            TemplateField.Kind => "svarsform",
            TemplateField.Table => "tabell",
            TemplateField.AnsweredBy => "svarar",
            TemplateField.Counties => "lanen",
            TemplateField.CharacterLimit => "granser",
            TemplateField.Type => "slag",
            TemplateField.Unit => "enhet",
            TemplateField.Options => "val",
            TemplateField.Parts => "rubrik",
        };

    /// <summary>A reason as people who edit in the browser have it: what a file calls id is a beteckning there.</summary>
    public static string ReasonOf(TemplateFault fault) =>
        fault.Field == TemplateField.Title && fault.Reason.EndsWith("tom.", StringComparison.Ordinal)
            ? $"{fault.Reason} Skriv en rubrik."
        : fault.Field == TemplateField.Id
            ? fault.Reason.Contains("finns redan", StringComparison.Ordinal)
                    ? "Beteckningen är redan upptagen i mallen. Välj en annan."
                : fault.Reason.Contains("remiss", StringComparison.Ordinal) ? fault.Reason
                : "Beteckningen ska bestå av små bokstäver a–z, siffror och bindestreck."
        : fault.Field == TemplateField.Counties
        && fault.Reason.Contains("inte till något län", StringComparison.Ordinal)
            ? "Kryssa för minst ett län, eller välj alla län."
        : fault.Reason;

    /// <summary>The names of counties by their codes, in Swedish order.</summary>
    public static IEnumerable<string> Counties(IEnumerable<string> codes)
    {
        RegionSet set =
        [
            .. codes.Where(code => RegionCode.TryParse(code, null, out _)).Select(code => RegionCode.Parse(code, null)),
        ];
        return set.InSwedishOrder.Select(region => region.County);
    }
}
