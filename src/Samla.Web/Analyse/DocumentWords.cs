using Samla.Analyse.Documents;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Web.Common;

namespace Samla.Web.Analyse;

/// <summary>What is said of documents.</summary>
internal static class DocumentWords
{
    /// <summary>In the order of choice.</summary>
    public static IReadOnlyList<DocumentKind> Kinds { get; } = [.. Enum.GetValues<DocumentKind>()];

    public static string Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Strategy => "Strategi",
            DocumentKind.AgencyReport => "Myndighetsrapport",
            DocumentKind.EarlierReport => "Tidigare rapport",
            DocumentKind.Other => "Annat",
        };

    /// <summary>"Strategi, Värmland".</summary>
    public static string About(Document document) =>
        $"{Of(document.Kind)}{(document.County is { } county ? $", {Regions.Of(county).Name}" : "")}";

    /// <summary>What a file is, in a word.</summary>
    public static string FormatOf(string mediaType) =>
        mediaType switch
        {
            DocumentText.Pdf => "PDF",
            DocumentText.Word => "Word",
            _ => "text",
        };

    public static string Size(int bytes) =>
        bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} kB" : $"{bytes / 1024 / 1024} MB";

    /// <summary>"84 sidor, 210 000 tecken"; without pages for files that have none.</summary>
    public static string Extent(int pages, string text) =>
        $"{(pages == 0 ? "" : pages == 1 ? "1 sida, " : $"{SwedishNumber.Of(pages)} sidor, ")}{SwedishNumber.Of(Characters.CountIn(text))} tecken";
}
