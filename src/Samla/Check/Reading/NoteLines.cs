using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Check.Reading;

/// <summary>Tells the lines of a page that are notes from those that are text.</summary>
internal static partial class NoteLines
{
    /// <summary>A line where a note begins.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="TextStart">Where the note's text begins in the line.</param>
    public readonly record struct Start(int Number, int TextStart)
    {
        /// <summary>The start that a pattern with the number as its first group found; null if it found none.</summary>
        public static Start? Of(Match match) =>
            match.Success
                ? new Start(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Length)
                : null;
    }

    /// <summary>For each line of a page: the note that begins there, whether it goes on a note, or neither.</summary>
    public sealed record Marked(Start? Begins, bool IsNote);

    /// <summary>Marks the lines of a page.</summary>
    /// <param name="lines">The page's lines.</param>
    /// <param name="style">How notes are numbered in this text.</param>
    /// <param name="last">The number of the last note before this page; 0 at first.</param>
    public static Marked[] Mark(IReadOnlyList<string> lines, MarkStyle style, int last) =>
        style switch
        {
            MarkStyle.Digits => MarkDigits(lines, last),
            MarkStyle.Superscript => MarkSelfEvident(lines, SuperscriptStart),
            MarkStyle.Markdown => MarkSelfEvident(lines, line => Start.Of(MarkdownNote().Match(line))),
            MarkStyle.Brackets => MarkSelfEvident(lines, line => Start.Of(BracketNote().Match(line))),
        };

    public static Start? SuperscriptStart(string line) =>
        Superscript.At(line, 0) is var (number, end) && end < line.Length
            ? new Start(number, end + (line[end] == ' ' ? 1 : 0))
            : null;

    // A note goes on until a blank line, or until the next note.
    private static Marked[] MarkSelfEvident(IReadOnlyList<string> lines, Func<string, Start?> start)
    {
        var marked = new Marked[lines.Count];
        var inNote = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var begins = start(lines[i]);
            inNote = begins is not null || (inNote && !string.IsNullOrWhiteSpace(lines[i]));
            marked[i] = new Marked(begins, inNote);
        }

        return marked;
    }

    private static Marked[] MarkDigits(IReadOnlyList<string> lines, int last)
    {
        var marked = Enumerable.Repeat(new Marked(null, false), lines.Count).ToArray();
        var from = BlockStart(lines, last);
        var previous = last;
        var blockHasNote = false;
        for (var i = from; i < lines.Count; i++)
        {
            if (DigitStart(lines[i]) is { } start && Fits(lines, i, from, start, previous, blockHasNote))
            {
                marked[i] = new Marked(start, true);
                previous = Math.Max(previous, start.Number);
                blockHasNote = true;
            }
            else if (blockHasNote && !string.IsNullOrWhiteSpace(lines[i]))
            {
                marked[i] = new Marked(null, true);
            }
        }

        return marked;
    }

    // The notes stand below two lines that hold a space each, the trace of the rule above them. Without it, the block
    // begins at the first line from which notes with the expected numbers run to the end of the page.
    private static int BlockStart(IReadOnlyList<string> lines, int last)
    {
        for (var i = lines.Count - 2; i >= 0; i--)
        {
            if (IsRule(lines[i]) && IsRule(lines[i + 1]))
            {
                var first = i + 2;
                while (first < lines.Count && string.IsNullOrWhiteSpace(lines[first]))
                {
                    first++;
                }

                if (first < lines.Count && DigitStart(lines[first]) is not null)
                {
                    return first;
                }
            }
        }

        for (var i = lines.Count - 1; i > 0; i--)
        {
            if (
                DigitStart(lines[i]) is { } start
                && start.Number == last + 1
                && string.IsNullOrWhiteSpace(lines[i - 1])
                && Domain.Compile.RegionList.From(lines[i], start.TextStart)
                    is { Items.Count: > 0, Start: var listStart }
                && listStart == start.TextStart
            )
            {
                return i;
            }
        }

        return lines.Count;
    }

    private static bool IsRule(string line) => line.Length > 0 && string.IsNullOrWhiteSpace(line);

    // A line may begin with a number that is no note's ("5 § 2 p. lagen", "2019 och"). The next number is a note's at
    // once; another near one only where a new sentence begins after a finished one.
    private static bool Fits(
        IReadOnlyList<string> lines,
        int line,
        int from,
        Start start,
        int previous,
        bool blockHasNote
    )
    {
        var distance = start.Number - previous;
        if (distance == 1)
        {
            return true;
        }

        var text = lines[line].AsSpan(start.TextStart);
        var startsSentence = text.Length > 0 && (char.IsUpper(text[0]) || text[0] is '”' or '"');
        var previousEnds = line == from || EndsSentence(lines[line - 1]);
        var limit = blockHasNote ? 5 : 40;
        return startsSentence && previousEnds && distance >= -limit && distance <= limit && start.Number > 0;
    }

    private static bool EndsSentence(string line) => line.AsSpan().TrimEnd() is [.., '.' or ')' or '”' or '!' or '?'];

    private static Start? DigitStart(string line) => Start.Of(DigitNote().Match(line));

    [GeneratedRegex(@"^(\d{1,4})(?![\d:.,/–-]|\s*§)\s*")]
    private static partial Regex DigitNote();

    [GeneratedRegex(@"^\[(\d{1,4})\]\s+")]
    private static partial Regex BracketNote();

    [GeneratedRegex(@"^\[\^(\d{1,4})\]:\s*")]
    private static partial Regex MarkdownNote();
}
