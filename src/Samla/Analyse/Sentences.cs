using System.Text.RegularExpressions;

namespace Samla.Analyse;

/// <summary>The sentences of a source's text: what codes are suggested for.</summary>
internal static partial class Sentences
{
    /// <summary>Shorter than this says too little to suggest a code for.</summary>
    private const int FewestSigns = 20;

    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        foreach (Match match in Sentence().Matches(text))
        {
            var words = match.Value.TrimEnd();
            var start = match.Index + (words.Length - words.TrimStart().Length);
            if (match.Index + words.Length - start >= FewestSigns)
            {
                yield return (start, match.Index + words.Length - start);
            }
        }
    }

    // Up to a closing sign before a capital letter, or to the end of a line.
    [GeneratedRegex(@"[^\n]+?(?:[.!?]+[”"")]*(?=\s+[\p{Lu}\d–•-]|\s*$)|(?=\n)|$)", RegexOptions.Multiline, 1_000)]
    private static partial Regex Sentence();
}
