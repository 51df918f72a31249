using System.Globalization;

namespace Samla.Domain;

/// <summary>Counts characters as a reader would.</summary>
public static class Characters
{
    /// <summary>
    /// The number of characters: å is one however it is encoded, and a line break is one whichever browser sent it
    /// (text elements after CRLF→LF).
    /// </summary>
    public static int CountIn(string text) => new StringInfo(text.ReplaceLineEndings("\n")).LengthInTextElements;
}
