namespace Samla.Domain.Analyse;

/// <summary>That a code is given to a passage. Texts and codes are numbered by whoever counts.</summary>
/// <param name="Text">The text's number.</param>
/// <param name="Code">The code's number, from 0.</param>
/// <param name="Start">Where the passage begins.</param>
/// <param name="End">Where it has ended; after the start.</param>
public readonly record struct CodedPlace(int Text, int Code, int Start, int End);

/// <summary>
/// How often passages with different codes overlap: that they have at least one sign of a text in common. Two people who gave the
/// same code to the same words count as one passage.
/// </summary>
public sealed class PassageOverlaps
{
    private readonly int[,] _pairs;
    private readonly long[,] _signs;

    private PassageOverlaps(int codes)
    {
        _pairs = new int[codes, codes];
        _signs = new long[codes, codes];
    }

    /// <summary>How many pairs of passages overlap, one with each code. Of a code with itself: how many passages have it.</summary>
    public int Pairs(int one, int other) => _pairs[Math.Min(one, other), Math.Max(one, other)];

    /// <summary>How many signs of text (UTF-16) have both codes. Of a code with itself: how many have it.</summary>
    public long Signs(int one, int other) => _signs[Math.Min(one, other), Math.Max(one, other)];

    /// <summary>
    /// The share of the text with either code that has both. It is counted in signs: a pair of passages may overlap by a word or
    /// wholly, and a passage that overlaps two would count twice.
    /// </summary>
    public double? Jaccard(int one, int other) =>
        JaccardIndex.Of(Signs(one, other), Signs(one, one), Signs(other, other));

    /// <summary>Counts all pairs of codes at once.</summary>
    /// <param name="codes">How many codes there are.</param>
    /// <param name="places">In any order.</param>
    public static PassageOverlaps Of(int codes, IEnumerable<CodedPlace> places)
    {
        var overlaps = new PassageOverlaps(codes);
        foreach (var text in places.Distinct().GroupBy(place => place.Text))
        {
            List<CodedPlace> passages = [.. text];
            Sweep(passages, (one, other, _) => overlaps.Add(one, other, pairs: 1, signs: 0));
            passages.ForEach(passage => overlaps.Add(passage.Code, passage.Code, pairs: 1, signs: 0));
            var parts = Joined(passages);
            Sweep(parts, (one, other, signs) => overlaps.Add(one, other, pairs: 0, signs));
            parts.ForEach(part => overlaps.Add(part.Code, part.Code, pairs: 0, part.End - part.Start));
        }

        return overlaps;
    }

    private void Add(int one, int other, int pairs, int signs)
    {
        _pairs[Math.Min(one, other), Math.Max(one, other)] += pairs;
        _signs[Math.Min(one, other), Math.Max(one, other)] += signs;
    }

    /// <summary>Tells of each two places of different codes that overlap, with how many signs they have in common.</summary>
    private static void Sweep(List<CodedPlace> places, Action<int, int, int> tell)
    {
        var open = new List<CodedPlace>();
        foreach (var place in places.OrderBy(place => place.Start))
        {
            open.RemoveAll(earlier => earlier.End <= place.Start);
            foreach (var earlier in open.Where(earlier => earlier.Code != place.Code))
            {
                tell(earlier.Code, place.Code, Math.Min(earlier.End, place.End) - place.Start);
            }

            open.Add(place);
        }
    }

    /// <summary>Passages of one code that overlap, as one: each sign of the text is then in one of them at most.</summary>
    private static List<CodedPlace> Joined(List<CodedPlace> passages)
    {
        var parts = new List<CodedPlace>();
        foreach (var passage in passages.OrderBy(passage => passage.Code).ThenBy(passage => passage.Start))
        {
            if (parts is [.., var last] && last.Code == passage.Code && passage.Start < last.End)
            {
                parts[^1] = last with { End = Math.Max(last.End, passage.End) };
            }
            else
            {
                parts.Add(passage);
            }
        }

        return parts;
    }
}
