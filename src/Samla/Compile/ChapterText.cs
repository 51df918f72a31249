using System.Text.RegularExpressions;
using Samla.Domain;

namespace Samla.Compile;

/// <summary>A chapter's text as it is kept, whatever it was pasted from.</summary>
internal static partial class ChapterText
{
    /// <summary>
    /// Lines end with LF, and so do Word's breaks within a paragraph. Word's bullets become Markdown's. In markers a space that may not
    /// break is a space, and a hyphen that may is nothing: neither is seen, and the marker could not be read.
    /// </summary>
    public static string Of(string written)
    {
        var text = Characters.Keepable(written).ReplaceLineEndings("\n").Replace('\v', '\n');
        text = Bullet().Replace(text, "${before}- ");
        return MarkersInText.Replace(
            text,
            marker => Invisible().Replace(marker, space => space.Value == "\u00ad" ? "" : " ")
        );
    }

    // The signs that Word has for bullets at its three levels, with the tab that follows them in what is pasted.
    [GeneratedRegex(
        @"^(?<before>[ \t]*)[•·▪§o\uF0B7\uF0A7–][\t\u00a0]+",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[\u00a0\u00ad\u2007\u202f\t]", RegexOptions.None, 1_000)]
    private static partial Regex Invisible();
}
