using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Check.Reading;

/// <summary>
/// Finds the lines that are headings: "3.1.2 Samordning av insatser", "## Samordning", "Sammanfattning – …". Lines of a
/// table of contents look alike and are told apart by having nothing between them.
/// </summary>
internal sealed partial class HeadingLines
{
    private const int LongestLine = 120;

    /// <summary>A heading.</summary>
    /// <param name="Line">Index of its line.</param>
    /// <param name="Level">1 for a chapter.</param>
    /// <param name="Number">"3.1.2", or "" for one without number.</param>
    public sealed record Heading(int Line, int Level, string Number);

    private readonly record struct Candidate(int Line, int[] Number, bool IsContents);

    /// <summary>The headings among a text's lines, in order. Lines that are notes must be given as empty.</summary>
    public static Dictionary<int, Heading> Find(IReadOnlyList<string> lines)
    {
        var found = new Dictionary<int, Heading>();
        var current = Array.Empty<int>();
        foreach (var candidate in WithoutContents(lines, Candidates(lines)))
        {
            if (Follows(current, candidate.Number))
            {
                current = candidate.Number;
                found[candidate.Line] = new Heading(candidate.Line, current.Length, string.Join('.', current));
            }
        }

        foreach (var (index, line) in lines.Index())
        {
            if (MarkdownHeading().Match(line) is { Success: true } markdown && !found.ContainsKey(index))
            {
                var number = NumberedTitle().Match(line[markdown.Length..]) is { Success: true } numbered
                    ? numbered.Groups[1].Value
                    : "";
                found[index] = new Heading(index, markdown.Groups[1].Length, number);
            }
            else if (NamedHeading().IsMatch(line) && !found.ContainsKey(index))
            {
                found[index] = new Heading(index, 1, "");
            }
        }

        return found;
    }

    private static List<Candidate> Candidates(IReadOnlyList<string> lines)
    {
        var candidates = new List<Candidate>();
        foreach (var (index, line) in lines.Index())
        {
            if (line.Length <= LongestLine && NumberedLine().Match(line) is { Success: true } match)
            {
                int[] number =
                [
                    .. match.Groups[1].Value.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)),
                ];
                candidates.Add(new Candidate(index, number, Leaders().IsMatch(line)));
            }
        }

        return candidates;
    }

    // In a table of contents headings of the same level follow each other with nothing but their own further lines
    // between them; in the text there is always something to read.
    private static IEnumerable<Candidate> WithoutContents(IReadOnlyList<string> lines, List<Candidate> candidates)
    {
        for (var first = 0; first < candidates.Count; )
        {
            var last = first;
            var siblings = 0;
            while (
                last + 1 < candidates.Count
                && candidates[last].Number.AsSpan().SequenceCompareTo(candidates[last + 1].Number) < 0
                && !HasTextBetween(lines, candidates[last].Line, candidates[last + 1].Line)
            )
            {
                siblings += candidates[last].Number.Length >= candidates[last + 1].Number.Length ? 1 : 0;
                last++;
            }

            if (siblings < 2)
            {
                for (var i = first; i <= last; i++)
                {
                    if (!candidates[i].IsContents)
                    {
                        yield return candidates[i];
                    }
                }
            }

            first = last + 1;
        }
    }

    private static bool HasTextBetween(IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.Length > 0 && !char.IsLower(line[0]))
            {
                return true;
            }
        }

        return false;
    }

    // 3.1 may be followed by 3.1.1, 3.2 or 4; one missing number is forgiven, so that one lost heading loses no more.
    private static bool Follows(int[] current, int[] next)
    {
        if (current.Length == 0)
        {
            return next.Length == 1 && next[0] <= 3;
        }

        if (next.Length > current.Length)
        {
            return next.Length == current.Length + 1
                && next.AsSpan(0, current.Length).SequenceEqual(current)
                && next[^1] <= 2;
        }

        return next.AsSpan(0, next.Length - 1).SequenceEqual(current.AsSpan(0, next.Length - 1))
            && next[^1] - current[next.Length - 1] is 1 or 2;
    }

    [GeneratedRegex(@"^\s?(?:#{1,6}\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+[\p{Lu}”""][^.!?]*(?:\.{2,}.*)?$")]
    private static partial Regex NumberedLine();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+")]
    private static partial Regex NumberedTitle();

    [GeneratedRegex(@"^(#{1,6})\s+")]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"\.{4,}|\t\d+\s*$")]
    private static partial Regex Leaders();

    [GeneratedRegex(
        @"^\s?(?:Förord|Sammanfattning(?: [–-] \S.*)?|Innehåll(?:sförteckning)?|Källförteckning|Referenser|Bilagor|Bilaga \d+.{0,80})\s*$"
    )]
    private static partial Regex NamedHeading();
}
