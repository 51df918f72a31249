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
}
