using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samla.Common;

/// <summary>What the styles of the Word file are made of: inks, typefaces, sizes and distances.</summary>
internal static class DocxLook
{
    public const string Green = "0B5A50";
    public const string Grey = "42524C";
    public const string Hairline = "B4BFBA";

    // Both come with Word; LibreOffice takes Carlito and Caladea, which have the same widths. Serif is for the sources'
    // own words and nothing else.
    public const string Sans = "Calibri";
    public const string Serif = "Cambria";

    public static Style Paragraph(
        string name,
        string id,
        StyleParagraphProperties layout,
        StyleRunProperties? look = null,
        string basedOn = DocxStyles.Normal,
        bool isDefault = false,
        bool isOwn = false
    ) =>
        new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = isOwn ? true : null,
            StyleName = new() { Val = name },
            BasedOn = isDefault ? null : new() { Val = basedOn },
            NextParagraphStyle = layout.KeepNext is null ? null : new() { Val = DocxStyles.Normal },
            PrimaryStyle = new(),
            StyleParagraphProperties = layout,
            StyleRunProperties = look,
        };

    /// <param name="before">Twentieths of a point.</param>
    /// <param name="after">Twentieths of a point.</param>
    /// <param name="lines">1 for single.</param>
    public static SpacingBetweenLines Spacing(int before, int after, double lines) =>
        new()
        {
            Before = Invariant($"{before}"),
            After = Invariant($"{after}"),
            Line = Invariant($"{lines * 240:0}"),
            LineRule = LineSpacingRuleValues.Auto,
        };

    public static FontSize Size(double points) => new() { Val = Invariant($"{points * 2:0}") };

    public static Color Ink(string ink) => new() { Val = ink };

    public static RunFonts Font(string name) =>
        new()
        {
            Ascii = name,
            HighAnsi = name,
            EastAsia = name,
            ComplexScript = name,
        };

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
