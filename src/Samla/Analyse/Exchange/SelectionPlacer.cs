namespace Samla.Analyse.Exchange;

/// <summary>Finds the way of counting by which the most passages of a text are the words they are named by.</summary>
internal sealed class SelectionPlacer
{
    // A shorter name may be the beginning of other words by chance.
    private const int LeastWords = 20;

    // And may stand elsewhere by chance.
    private const int LeastElsewhere = 10;

    // Of signs, so that a file made for it cannot keep a reader busy.
    private const long MostSearched = 1_000_000_000;

    /// <summary>A passage as the file has it.</summary>
    public readonly record struct Given(long Start, long End, string? Name);

    private readonly StoredText _text;
    private readonly Lazy<string> _words;
    private long _searched;

    private SelectionPlacer(StoredText text)
    {
        _text = text;
        _words = new(() => Words(text.Kept));
    }

    /// <param name="Reading">The way of counting.</param>
    /// <param name="IsTried">Whether a passage's name shows that it is right.</param>
    /// <param name="Places">For each passage where it stands; null for those that cannot be placed.</param>
    public sealed record Placed(PlaceReading Reading, bool IsTried, IReadOnlyList<(int Start, int End)?> Places);

    /// <summary>The places; or the first passage that is outside the text however one counts.</summary>
    public static (Placed? Placed, Given? Outside) Place(StoredText text, IReadOnlyList<Given> given)
    {
        var placer = new SelectionPlacer(text);
        (PlaceReading Reading, (int Start, int End)?[] Places, (int, int, int) Score)? best = null;
        var fitted = new bool[given.Count];
        foreach (var reading in PlaceReading.All.Where(reading => reading.IsOf(text)))
        {
            var places = reading.Places(text);
            (int Start, int End)?[] found = [.. given.Select(one => Find(one, places, reading))];
            for (var at = 0; at < found.Length; at++)
            {
                fitted[at] |= found[at] is not null;
            }

            var score = placer.Score(given, found);
            if (best is null || score.CompareTo(best.Value.Score) > 0)
            {
                best = (reading, found, score);
            }
        }

        return Array.IndexOf(fitted, false) is >= 0 and var outside
            ? (null, given[outside])
            : (
                new Placed(
                    best!.Value.Reading,
                    best.Value.Score.Item1 > 0,
                    [
                        .. best.Value.Places.Zip(
                            given,
                            (place, one) => placer.IsElsewhere(place, one.Name) ? null : place
                        ),
                    ]
                ),
                null
            );
    }

    private static (int Start, int End)? Find(Given given, int[] places, PlaceReading reading)
    {
        if (given.Start < 0 || given.End < 0 || given.Start >= places.Length || given.End >= places.Length)
        {
            return null;
        }

        var end = reading.IsEndIncluded ? given.End + 1 : given.End;
        return
            end < places.Length && (places[given.Start], places[end]) is (>= 0, >= 0) place && place.Item2 > place.Item1
            ? place
            : null;
    }

    /// <summary>How many are the words they are named by, how many fit into the text, and how exactly they are those words.</summary>
    private (int, int, int) Score(IReadOnlyList<Given> given, (int Start, int End)?[] found)
    {
        var likeness = found.Zip(given, (place, one) => Likeness(place, one.Name)).ToList();
        return (likeness.Count(one => one > 0), found.Count(place => place is not null), likeness.Sum());
    }

    /// <summary>3 for the same signs, 2 for the same words, 1 for their beginning, 0 for others or where there is no name.</summary>
    private int Likeness((int Start, int End)? place, string? name)
    {
        if (place is not { } at || string.IsNullOrWhiteSpace(name))
        {
            return 0;
        }

        var signs = _text.Kept.AsSpan(at.Start..at.End);
        if (signs.SequenceEqual(name))
        {
            return 3;
        }

        return HasMore(signs, name) switch
        {
            false => 2,
            true when name.Length >= LeastWords => 1,
            _ => Cut(name) is { IsEmpty: false } cut && HasMore(signs, cut) is not null ? 1 : 0,
        };
    }

    /// <summary>
    /// Whether the name is words of the text that stand somewhere else than here: then the place is wrong. A name that is no words of the
    /// text is a title that somebody gave.
    /// </summary>
    private bool IsElsewhere((int Start, int End)? place, string? name)
    {
        if (place is null || name is null || Likeness(place, name) > 0 || _searched > MostSearched)
        {
            return false;
        }

        var wanted = Words(Cut(name) is { IsEmpty: false } cut ? cut.ToString() : name);
        if (wanted.Length < LeastElsewhere)
        {
            return false;
        }

        _searched += _words.Value.Length;
        return _words.Value.Contains(wanted, StringComparison.Ordinal);
    }

    /// <summary>The words before the dots that say that a name is cut short; empty where it is not.</summary>
    private static ReadOnlySpan<char> Cut(string name)
    {
        var words = name.AsSpan().TrimEnd();
        return words.EndsWith("…") ? words[..^1].TrimEnd()
            : words.EndsWith("...") ? words[..^3].TrimEnd()
            : default;
    }

    /// <summary>
    /// Whether there is more in the passage after the name that it begins with; null where it begins otherwise. Any white space is as
    /// good as other: many programs make it one space in a name.
    /// </summary>
    private static bool? HasMore(ReadOnlySpan<char> signs, ReadOnlySpan<char> name)
    {
        int at = 0,
            named = 0;
        while (true)
        {
            var gap = Skip(signs, ref at);
            var namedGap = Skip(name, ref named);
            if (named == name.Length)
            {
                return at < signs.Length;
            }

            var isAmidWords = at > 0 && named > 0;
            if (at == signs.Length || (isAmidWords && gap != namedGap) || signs[at] != name[named])
            {
                return null;
            }

            at++;
            named++;
        }
    }

    private static bool Skip(ReadOnlySpan<char> text, ref int at)
    {
        var from = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at > from;
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
