using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Words before a number that widen it: "minst fyra", "upp till sex", "omkring fem".</summary>
internal static class Hedge
{
    private static readonly HashSet<string> AtLeast = ["minst", "över", "drygt", "åtminstone"];
    private static readonly HashSet<string> AtMost = ["högst", "max", "maximalt", "under", "knappt"];
    private static readonly HashSet<string> About = ["omkring", "cirka", "ca", "ungefär", "runt", "nästan", "närmare"];

    /// <summary>Whether the words before a number allow that <paramref name="listed"/> stand in its list.</summary>
    public static bool Allows(PublishedReport report, Place number, int said, int listed)
    {
        var words = Words.In(report.Text.Blocks[number.Block].Text, Math.Max(0, number.Start - 30), number.Start);
        var (last, beforeLast) = (words.LastOrDefault().Lower, words.Count > 1 ? words[^2].Lower : "");
        return (beforeLast, last) switch
        {
            ("fler" or "mer", "än") => listed > said,
            ("färre" or "mindre", "än") => listed < said,
            ("upp", "till") => listed <= said,
            (_, { } word) when AtLeast.Contains(word) => listed >= said,
            (_, { } word) when AtMost.Contains(word) => listed <= said,
            (_, { } word) when About.Contains(word) => true,
            _ => listed == said,
        };
    }
}
