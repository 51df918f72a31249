using Samla.Analyse;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>The words for what differs between a year and one before it.</summary>
internal static class EarlierWords
{
    /// <summary>How a question answers to the earlier one, in the middle of a sentence.</summary>
    public static string Of(MappingKind kind) =>
        kind switch
        {
            MappingKind.Same => "samma krav",
            MappingKind.Partly => "delvis samma krav",
            MappingKind.Split => "kravet är delat i flera",
            MappingKind.Merged => "flera krav har blivit ett",
            MappingKind.New => "nytt krav",
            MappingKind.Dropped => "kravet har utgått",
        };

    /// <summary>Why a number cannot be laid beside this year's, as sentences; empty where it can.</summary>
    public static string WhyNot(EarlierClaim claim) =>
        claim.Comparability switch
        {
            Comparability.Comparable => "",
            Comparability.CodeChanged =>
                $"Då var den version {claim.Version}, nu är den version {claim.Code.Version}. Läs definitionerna innan du skriver att något har ökat.",
            Comparability.QuestionChanged => claim.Note.Length > 0
                ? claim.Note
                : "Kravet motsvarar bara delvis det som ställdes då.",
            Comparability.NotMapped => "Ingen har sagt vilket av kraven då som motsvarar det nu.",
        };
}
