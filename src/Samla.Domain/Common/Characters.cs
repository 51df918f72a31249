using System.Globalization;
using System.Text;

namespace Samla.Domain;

/// <summary>Counts characters as a reader would, and knows which can be kept.</summary>
public static class Characters
{
    /// <summary>
    /// The number of characters: å is one however it is encoded, and a line break is one whichever browser sent it
    /// (text elements after CRLF→LF).
    /// </summary>
    public static int CountIn(string text) => new StringInfo(text.ReplaceLineEndings("\n")).LengthInTextElements;

    /// <summary>As much of a text as a message has room for, on one line. No sign is cut in two.</summary>
    public static string Beginning(string text, int most) =>
        (
            text.Length <= most
                ? text
                : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd()} …"
        ).ReplaceLineEndings(" ");

    /// <summary>
    /// The text without what no file and no database can keep: the sign NUL, and half a surrogate pair (it becomes �), as a
    /// careless copy can leave them.
    /// </summary>
    public static string Keepable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }
}
