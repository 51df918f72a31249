namespace Samla.Analyse.Search;

/// <summary>Finds the words that a Swedish compound is made of: "kompetensförsörjning" of "kompetens" and "försörjning".</summary>
internal sealed class Compounds(SwedishLexicon lexicon)
{
    /// <summary>A part shorter than this is one of <see cref="Short"/>, or there by chance.</summary>
    private const int ShortestPart = 4;

    /// <summary>Short words that compounds are made of and that somebody may look for.</summary>
    private static readonly HashSet<string> Short = Words(
        "bio bil bär båt by del eko el fri fru gas hav hem hus jul lag län mat mål nät ort oro ram råd sjö sol tid tåg ung vår väg år års vän"
    );

    /// <summary>What begins or ends many words without being what they are about: "framtid" is not about what is ahead.</summary>
    private static readonly HashSet<string> NoParts = Words(
        "efter fram före inom mellan under upp ute utan över åter emot genom kring samman skap heten"
    );

    /// <summary>Words that look like compounds and are none.</summary>
    private static readonly HashSet<string> Whole = Words(
        "blekinge drivmedel fortfarande gävleborg handling kombination livsmedel läkemedel stockholm"
    );

    /// <summary>The parts of a word in their order; none where it is no compound that the dictionary knows.</summary>
    /// <param name="word">In small letters.</param>
    public IReadOnlyList<CompoundPart> PartsOf(string word)
    {
        if (Whole.Contains(word))
        {
            return [];
        }

        var best = new Way?[word.Length + 1];
        for (var at = word.Length - 2; at >= 0; at--)
        {
            best[at] = BestFrom(word, at, best);
        }

        return best[0] is { } way ? [.. Parts(word, way).SelectMany(Smallest)] : [];
    }

    /// <summary>The best way to read the rest of the word: of as few parts as can be, of even length.</summary>
    private Way? BestFrom(string word, int at, Way?[] best)
    {
        var way =
            at > 0 && HeadOf(word[at..]) is { } head ? new Way(word.Length, head, null, 1, word.Length - at) : null;
        for (var end = at + 2; end <= word.Length - 2; end++)
        {
            if (best[end] is { } rest && BeginningOf(word[at..end]) is { } beginning)
            {
                var longer = new Way(end, beginning, rest, rest.Count + 1, Math.Min(rest.Shortest, end - at));
                way = way is null || longer.IsBetterThan(way) ? longer : way;
            }
        }

        return way;
    }

    private string? HeadOf(string form) =>
        lexicon.WordsOf(form) is [var word, ..] && MayBePart(word) && !NoParts.Contains(form) ? word : null;

    private string? BeginningOf(string beginning) =>
        lexicon.WordOfBeginning(beginning) is { } word && MayBePart(beginning) ? word : null;

    private static bool MayBePart(string part) =>
        part.Length >= ShortestPart ? !NoParts.Contains(part) : Short.Contains(part);

    private IEnumerable<CompoundPart> Parts(string word, Way way)
    {
        var at = 0;
        for (var part = way; part is not null; part = part.Rest)
        {
            yield return new CompoundPart(word[at..part.End], part.Word);
            at = part.End;
        }
    }

    /// <summary>A part that the dictionary knows may be a compound itself: its parts, the last of them as it ends here.</summary>
    private IEnumerable<CompoundPart> Smallest(CompoundPart part)
    {
        var parts = PartsOf(part.Word);
        var end = parts.SkipLast(1).Sum(one => one.Written.Length);
        return parts.Count == 0 || end >= part.Written.Length
            ? [part]
            : [.. parts.SkipLast(1), parts[^1] with { Written = part.Written[end..] }];
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private sealed record Way(int End, string Word, Way? Rest, int Count, int Shortest)
    {
        public bool IsBetterThan(Way other) => (Count, -Shortest).CompareTo((other.Count, -other.Shortest)) < 0;
    }
}

/// <summary>A part of a compound.</summary>
/// <param name="Written">As it stands in the compound, with the letter that joins it to the next: "försörjnings".</param>
/// <param name="Word">The word that it is of: "försörjning".</param>
internal sealed record CompoundPart(string Written, string Word);
