using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Samla.Collect.Word;

/// <summary>What the elements of a run stand for as text.</summary>
internal static class WordSigns
{
    /// <summary>Null for what is no text.</summary>
    public static string? TextOf(XElement element, string name) =>
        name switch
        {
            "t" => element.Value,
            "tab" or "ptab" => "\t",
            "br" when element.Value("type") is "page" or "column" => null,
            "br" or "cr" => "\n",
            "noBreakHyphen" => "\u2011",
            "softHyphen" => "\u00AD",
            "sym" => int.TryParse(
                element.Value("char"),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture,
                out var sign
            ) && Rune.IsValid(sign)
                ? new Rune(sign).ToString()
                : null,
            _ => null,
        };
}
