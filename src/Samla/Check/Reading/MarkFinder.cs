using System.Globalization;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>
/// Finds the marks of notes in text. Superscript and Markdown marks tell themselves; plain digits must stand directly
/// after a word or sign, on the page of their note, and in order.
/// </summary>
internal static class MarkFinder
{
    private readonly record struct Candidate(int Block, int Page, Mark Mark, int Weight);

    // Abbreviations before a number that is no mark: "kap.3", "nr.12".
    private static readonly string[] NumberedAbbreviations =
    [
        "kap",
        "nr",
        "s",
        "sid",
        "kl",
        "ca",
        "art",
        "st",
        "dnr",
        "bil",
        "fig",
        "tab",
        "p",
    ];

    /// <summary>The marks in each draft, by its index; notes and headings have none in plain digits.</summary>
    public static List<Mark>[] Find(IReadOnlyList<BlockBuilder.Draft> drafts, MarkStyle style)
    {
        var marks = Enumerable.Range(0, drafts.Count).Select(_ => new List<Mark>()).ToArray();
        if (style == MarkStyle.Digits)
        {
            FindDigits(drafts, marks);
            return marks;
        }

        foreach (var (index, draft) in drafts.Index())
        {
            if (draft.Kind != BlockKind.Note)
            {
                marks[index].AddRange(SelfEvident(draft.Text.ToString(), style));
            }
        }

        return marks;
    }

    private static IEnumerable<Mark> SelfEvident(string text, MarkStyle style)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (
                style == MarkStyle.Superscript
                && Superscript.At(text, at) is var (number, end)
                && at > 0
                && IsMarkAfter(text, at)
            )
            {
                yield return new Mark(number, at, end - at);
                at = end - 1;
            }
            else if (
                style != MarkStyle.Superscript
                && BracketsAt(text, at, style == MarkStyle.Markdown ? "[^" : "[") is { } mark
            )
            {
                yield return mark;
                at = mark.End - 1;
            }
        }
    }

    // "m²" and "m³" are units.
    private static bool IsMarkAfter(string text, int at) =>
        text[at] is not ('²' or '³')
        || !(text[at - 1] == 'm' && (at < 2 || !char.IsLetter(text[at - 2]) || text[at - 2] is 'k' or 'c'));

    private static Mark? BracketsAt(string text, int at, string open)
    {
        if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0)
        {
            return null;
        }

        var end = at + open.Length;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at - open.Length < LongestNumber)
        {
            end++;
        }

        return
            end < text.Length
            && text[end] == ']'
            && int.TryParse(
                text.AsSpan(at + open.Length, end - at - open.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? new Mark(number, at, end + 1 - at)
            : null;
    }

    private static void FindDigits(IReadOnlyList<BlockBuilder.Draft> drafts, List<Mark>[] marks)
    {
        var notes = drafts.Where(draft => draft.NoteNumber is not null).ToList();
        if (notes.Count == 0)
        {
            return;
        }

        var numbersByPage = notes.ToLookup(note => note.Page ?? 0, note => note.NoteNumber!.Value);
        var candidatesByPage = Candidates(drafts).ToLookup(candidate => candidate.Page);
        var strays = new List<Candidate>();
        foreach (var page in candidatesByPage)
        {
            var wanted = numbersByPage[page.Key].ToHashSet();
            var chosen = InOrder([.. page.Where(candidate => wanted.Contains(candidate.Mark.Number))]);
            foreach (var candidate in chosen)
            {
                marks[candidate.Block].Add(candidate.Mark);
            }

            var taken = chosen.Select(candidate => (candidate.Block, candidate.Mark.Start)).ToHashSet();
            strays.AddRange(
                page.Where(candidate =>
                    candidate.Weight > 1 && !taken.Contains((candidate.Block, candidate.Mark.Start))
                )
            );
        }

        AddStrays(strays, marks, [.. notes.Select(note => note.NoteNumber!.Value)]);
    }

    private const int Glued = 3;
    private const int LongestNumber = 4;

    // A number that clings to a word, or that stands after a sign just where its number would, is a mark even if no note
    // answers to it: the rules must hear of it.
    private static void AddStrays(List<Candidate> strays, List<Mark>[] marks, HashSet<int> notes)
    {
        var highest = notes.Max();
        var row = marks.SelectMany((list, block) => list.Select(mark => (block, mark.Start, mark.Number))).ToList();
        var next = 0;
        foreach (var stray in strays.OrderBy(stray => (stray.Block, stray.Mark.Start)))
        {
            while (
                next < row.Count && (row[next].block, row[next].Start).CompareTo((stray.Block, stray.Mark.Start)) < 0
            )
            {
                next++;
            }

            var number = stray.Mark.Number;
            var before = next > 0 ? row[next - 1].Number : 0;
            var after = next < row.Count ? row[next].Number : highest + 2;
            var isMissingOne = !notes.Contains(number) && number > before && number < after;
            if (isMissingOne || (stray.Weight >= Glued && number >= 1 && number <= highest + 20))
            {
                marks[stray.Block].Add(stray.Mark);
            }
        }

        foreach (var list in marks)
        {
            list.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
    }

    private static IEnumerable<Candidate> Candidates(IReadOnlyList<BlockBuilder.Draft> drafts)
    {
        foreach (var (index, draft) in drafts.Index())
        {
            if (draft.Kind == BlockKind.Note)
            {
                continue;
            }

            var text = draft.Text.ToString();
            var at = draft.Kind == BlockKind.Heading ? draft.Number.Length : 0;
            for (; at < text.Length; at++)
            {
                if (!char.IsAsciiDigit(text[at]))
                {
                    continue;
                }

                var end = at + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                if (end - at <= LongestNumber && Weight(text, at, end) is > 0 and var weight)
                {
                    var number = int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
                    var page = (draft.Page ?? 0) + draft.PageBreaks.Count(pageBreak => pageBreak <= at);
                    yield return new Candidate(index, page, new Mark(number, at, end - at), weight);
                }

                at = end;
            }
        }
    }

    // How surely digits are a mark: after a lower-case word certainly, after a sign very likely, after a space hardly.
    private static int Weight(string text, int start, int end)
    {
        var after = end < text.Length ? text[end] : ' ';
        if (
            start == 0
            || IsFormula(text.AsSpan(0, end))
            || char.IsLetterOrDigit(after)
            || after is '%' or ':' or '/'
            || (after is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
        )
        {
            return 0;
        }

        var before = text[start - 1];
        return before switch
        {
            _ when char.IsLower(before) => IsAfterWord(text, start) ? Glued : 2,
            _ when char.IsLetter(before) => 2,
            '.' when start > 1 && char.IsAsciiDigit(text[start - 2]) => after == ' ' ? 1 : 0, // "2023.171"
            '.' => !IsAbbreviation(text, start - 1) ? 2 : 0,
            ')' or ']' or '”' or '"' or '’' or '»' or '?' or '!' or ';' => 2,
            ',' or '-' => start > 1 && char.IsLetter(text[start - 2]) ? 2 : 0,
            ' ' => after is ' ' or '.' or ',' ? 1 : 0,
            _ => 0,
        };
    }

    // "CO2" and "PM10" stand in plain text as they do in print.
    private static bool IsFormula(ReadOnlySpan<char> upToHere) =>
        upToHere.EndsWith("CO2", StringComparison.Ordinal) || upToHere.EndsWith("PM10", StringComparison.Ordinal);

    private static bool IsAfterWord(string text, int start)
    {
        var letters = 0;
        for (var at = start - 1; at >= 0 && char.IsLetter(text[at]); at--)
        {
            letters += char.IsLower(text[at]) ? 1 : 0;
        }

        return letters >= 3;
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return NumberedAbbreviations.Contains(text[start..dot], StringComparer.OrdinalIgnoreCase);
    }

    // The heaviest row of candidates whose numbers rise as they follow each other in the text. Each number once.
    private static List<Candidate> InOrder(List<Candidate> candidates)
    {
        var numbers = candidates.Select(candidate => candidate.Mark.Number).Distinct().Order().ToList();
        var best = new (int Weight, int Candidate)[numbers.Count + 1]; // a Fenwick tree of prefix maxima
        Array.Fill(best, (0, -1));
        var previous = new int[candidates.Count];
        (int Weight, int Candidate) heaviest = (0, -1);
        for (var i = 0; i < candidates.Count; i++)
        {
            var rank = numbers.BinarySearch(candidates[i].Mark.Number) + 1;
            var before = (Weight: 0, Candidate: -1);
            for (var at = rank - 1; at > 0; at -= at & -at)
            {
                before = best[at].Weight > before.Weight ? best[at] : before;
            }

            previous[i] = before.Candidate;
            var here = (Weight: before.Weight + (candidates[i].Weight * 4) + 1, Candidate: i);
            heaviest = here.Weight > heaviest.Weight ? here : heaviest;
            for (var at = rank; at <= numbers.Count; at += at & -at)
            {
                best[at] = here.Weight > best[at].Weight ? here : best[at];
            }
        }

        var chosen = new List<Candidate>();
        for (var at = heaviest.Candidate; at >= 0; at = previous[at])
        {
            chosen.Add(candidates[at]);
        }

        chosen.Reverse();
        return chosen;
    }
}
