namespace Samla.Domain.Compile;

/// <summary>How alike two words are, and which region's name a word is nearly.</summary>
public static class Likeness
{
    /// <summary>
    /// The number of letters to insert, delete, change or swap with their neighbour to make one word the other (optimal
    /// string alignment distance), or <paramref name="limit"/> + 1 if it is more than <paramref name="limit"/>.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                best = Math.Min(best, current[j]);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[b.Length], limit + 1);
    }

    /// <summary>A region's name that words are nearly.</summary>
    /// <param name="Region">The region.</param>
    /// <param name="Words">How many words were compared.</param>
    /// <param name="Distance">0 when only capitals or a hyphen differ.</param>
    public sealed record Near(Region Region, int Words, int Distance);

    private static readonly (Region Region, string Lower, int Words)[] Names =
    [
        .. Regions.All.Select(region => (region, region.Name.ToLowerInvariant(), region.Name.Contains(' ') ? 2 : 1)),
    ];

    /// <summary>The region whose short name the words from <paramref name="at"/> are nearly; null if none, or if two are equally near.</summary>
    /// <param name="words">The words.</param>
    /// <param name="at">Where the name may begin.</param>
    /// <param name="lettersForOne">One letter may differ for each so many letters of the name, and at least one.</param>
    public static Near? Region(IReadOnlyList<Word> words, int at, int lettersForOne)
    {
        Near? best = null;
        var tie = false;
        foreach (var (region, name, size) in Names)
        {
            for (var taken = size; taken >= 1; taken--)
            {
                if (Joined(words, at, taken) is not { } joined)
                {
                    continue;
                }

                var limit = Math.Max(1, name.Length / lettersForOne);
                var distance = Distance(joined, name, limit);
                if (distance > limit)
                {
                    continue;
                }

                if (best is null || distance < best.Distance)
                {
                    best = new Near(region, taken, distance);
                    tie = false;
                }
                else
                {
                    tie |= distance == best.Distance && region != best.Region;
                }
            }
        }

        return tie ? null : best;
    }

    /// <summary>
    /// Whether a name that was found is only the first half of one whose second half is misspelt: "Jämtland" in "Jämtland
    /// Häjedalen".
    /// </summary>
    public static bool IsHalfName(IReadOnlyList<Word> words, int at, RegionNames.Match match) =>
        match is { Words: 1, IsShortName: false }
        && Region(words, at, LettersForOneInHalf) is { Words: 2, Distance: > 0 } near
        && near.Region == match.Region;

    private const int LettersForOneInHalf = 6;

    private static string? Joined(IReadOnlyList<Word> words, int at, int count)
    {
        if (at + count > words.Count || !words[at].IsWord || (count == 2 && !words[at + 1].IsWord))
        {
            return null;
        }

        return count == 1 ? words[at].Lower : $"{words[at].Lower} {words[at + 1].Lower}";
    }
}
