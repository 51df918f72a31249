using System.Text.RegularExpressions;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The markers of a chapter, found in its text before it is read as Markdown.</summary>
internal static partial class MarkersInText
{
    /// <param name="Marker">What it asks for.</param>
    /// <param name="Text">As the author wrote it, with its braces.</param>
    /// <param name="Line">The line it stands on, from 1.</param>
    public sealed record Found(Marker Marker, string Text, int Line);

    public static IEnumerable<Found> Find(string text)
    {
        var (line, counted) = (1, 0);
        foreach (Match match in Pattern().Matches(text))
        {
            line += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            yield return new Found(Marker.Read(match.Groups["marker"].Value), match.Value, line);
        }
    }

    /// <summary>The same text with other markers in place of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="change">What comes for a marker, with its braces.</param>
    public static string Replace(string text, Func<string, string> change) =>
        Pattern().Replace(text, marker => change(marker.Value));

    [GeneratedRegex(@"\{\{(?<marker>[^{}]*)\}\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Pattern();
}
