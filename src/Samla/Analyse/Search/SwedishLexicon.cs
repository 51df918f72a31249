using System.Buffers;
using Samla.Reference;

namespace Samla.Analyse.Search;

/// <summary>
/// A Swedish dictionary in Hunspell's form: which words there are, which forms they have, and how they begin a compound.
/// docs/adr/0028-search.md says why it is used rather than a stemmer.
/// </summary>
public sealed class SwedishLexicon
{
    private const char Forbidden = '%';
    private const char OnlyInCompound = 'Z';
    private const char Makes = 'T';

    private static readonly Lazy<SwedishLexicon> OfProgram = new(() =>
        Read(
            File.ReadLines(Path.Combine(DataFolder.Registers, "dictionary", "sv_SE.aff")),
            File.ReadLines(Path.Combine(DataFolder.Registers, "dictionary", "sv_SE.dic"))
        )
    );

    /// <summary>Plurals that the dictionary has as words of their own, since their vowel changes: the end, and what it is of.</summary>
    private static readonly (string Plural, string Singular)[] ChangedVowels =
    [
        ("städer", "stad"),
        ("stäver", "stav"),
        ("ledamöter", "ledamot"),
        ("böcker", "bok"),
        ("söner", "son"),
        ("bönder", "bonde"),
        ("bröder", "bror"),
        ("nätter", "natt"),
        ("rötter", "rot"),
        ("stänger", "stång"),
        ("vänner", "vän"),
        ("regler", "regel"),
        ("svårigheter", "svårighet"),
    ];

    /// <summary>Words, and flags of words, that the dictionary lacks; with the flags of their likes.</summary>
    private static readonly (string Word, string Flags)[] Lacking =
    [
        ("påverkan", "AXY"),
        ("regler", "AJY"),
        ("samverkan", "AXY"),
        ("städer", "AJY"),
        ("åtgärd", "H"),
    ];

    /// <summary>A word's flags, by the word in small letters.</summary>
    private readonly Dictionary<string, string> _words;

    /// <summary>The rules of inflection by their ending.</summary>
    private readonly ILookup<string, AffixRule> _byEnding;

    private readonly int _longestEnding;

    /// <summary>What can begin a compound, and the word that it is of: "kvinno" and "kvinna".</summary>
    private readonly Dictionary<string, string> _beginnings;

    private SwedishLexicon(Dictionary<string, string> words, IReadOnlyList<AffixRule> rules)
    {
        _words = words;
        _byEnding = rules
            .Where(rule => !rule.BeginsCompound && rule.Flag != Makes)
            .ToLookup(rule => rule.Ending, StringComparer.Ordinal);
        _longestEnding = _byEnding.Max(ending => ending.Key.Length);
        _beginnings = Beginnings(words, [.. rules.Where(rule => rule.BeginsCompound)]);
    }

    /// <summary>The one that comes with the program; read when it is first needed.</summary>
    public static SwedishLexicon Shipped => OfProgram.Value;

    /// <summary>Reads a Hunspell dictionary.</summary>
    /// <param name="affixes">The lines of its rules.</param>
    /// <param name="dictionary">The lines of its words; the first says how many there are.</param>
    public static SwedishLexicon Read(IEnumerable<string> affixes, IEnumerable<string> dictionary)
    {
        var words = new Dictionary<string, string>(160_000, StringComparer.Ordinal);
        foreach (var line in dictionary.Skip(1))
        {
            var slash = line.IndexOf('/', StringComparison.Ordinal);
            var word = (slash < 0 ? line : line[..slash]).ToLowerInvariant();
            var flags = slash < 0 ? "" : line[(slash + 1)..];
            // With figures alone for flags, it only ends compounds such as "tremåls".
            if (
                !flags.Contains(Forbidden, StringComparison.Ordinal)
                && word.All(char.IsLetter)
                && (flags.Length == 0 || !flags.All(char.IsAsciiDigit))
            )
            {
                Add(words, word, flags);
            }
        }

        foreach (var (word, flags) in Lacking)
        {
            Add(words, word, flags);
        }

        AddMakers(words);

        return new SwedishLexicon(words, [.. affixes.Select(AffixRule.Read).OfType<AffixRule>()]);
    }

    // Words that are written alike share an entry: which of them a text means cannot be told.
    private static void Add(Dictionary<string, string> words, string word, string flags) =>
        words[word] = words.TryGetValue(word, out var others) ? others + flags : flags;

    /// <summary>To the dictionary "företagare" and "strategisk" are forms of "företaga" and "strateg"; to a reader they are words.</summary>
    private static void AddMakers(Dictionary<string, string> words)
    {
        foreach (var (word, _) in words.Where(entry => entry.Value.Contains(Makes, StringComparison.Ordinal)).ToList())
        {
            if (word.EndsWith('a'))
            {
                Add(words, word + "re", "AEJY");
            }
            else
            {
                Add(words, word + "isk", "O");
            }
        }
    }

    /// <summary>The words that a form can be of, the shortest first; none where the dictionary does not know it.</summary>
    /// <param name="form">In small letters.</param>
    public IReadOnlyList<string> WordsOf(string form)
    {
        if (IsWord(form))
        {
            return [Singular(form)];
        }

        var found = new List<string>();
        for (var length = 1; length <= Math.Min(_longestEnding, form.Length - 1); length++)
        {
            var start = form[..^length];
            foreach (var rule in _byEnding[form[^length..]])
            {
                var word = start + rule.Strip;
                if (word.Length > 1 && Takes(word, rule) && rule.Fits(word))
                {
                    found.Add(Singular(word));
                }
            }
        }

        if (found.Count == 0 && form is [_, _, .. var rest, 's'] && rest.Length > 0)
        {
            return WordsOf(form[..^1]); // a genitive that the dictionary does not list
        }

        return
        [
            .. found
                .Distinct(StringComparer.Ordinal)
                .OrderBy(word => word.Length)
                .ThenBy(word => word, StringComparer.Ordinal),
        ];
    }

    /// <summary>The word that a compound begins with where it begins so; null where no compound does.</summary>
    public string? WordOfBeginning(string beginning) => _beginnings.GetValueOrDefault(beginning);

    /// <summary>Whether it stands in the dictionary as it is.</summary>
    public bool IsWord(string form) => _words.TryGetValue(form, out var flags) && !IsOnlyInCompound(flags);

    private static bool IsOnlyInCompound(string flags) => flags.Contains(OnlyInCompound, StringComparison.Ordinal);

    private bool Takes(string word, AffixRule rule) =>
        _words.TryGetValue(word, out var flags) && flags.Contains(rule.Flag, StringComparison.Ordinal);

    private static string Singular(string word)
    {
        foreach (var (plural, singular) in ChangedVowels)
        {
            if (word.EndsWith(plural, StringComparison.Ordinal))
            {
                return word[..^plural.Length] + singular;
            }
        }

        return word;
    }

    /// <summary>The forms that begin compounds. Where words share one, it is of the word that it begins with: "företags" of "företag".</summary>
    private static Dictionary<string, string> Beginnings(Dictionary<string, string> words, List<AffixRule> rules)
    {
        var flagged = SearchValues.Create([.. rules.Select(rule => rule.Flag).Append('X').Append('U')]);
        var beginnings = new Dictionary<string, string>(40_000, StringComparer.Ordinal);
        var changed = new List<(string Beginning, string Word)>();
        foreach (var (word, flags) in words)
        {
            if (flags.AsSpan().IndexOfAny(flagged) < 0)
            {
                continue;
            }

            var whole = IsOnlyInCompound(flags) ? WholeOf(word, words) : Singular(word);
            if (flags.AsSpan().IndexOfAny('X', 'U') >= 0)
            {
                beginnings.TryAdd(word, whole);
            }

            foreach (var rule in rules)
            {
                if (flags.Contains(rule.Flag, StringComparison.Ordinal) && rule.Fits(word))
                {
                    if (rule.Strip.Length == 0)
                    {
                        beginnings.TryAdd(rule.Apply(word), whole);
                    }
                    else
                    {
                        changed.Add((rule.Apply(word), whole));
                    }
                }
            }
        }

        foreach (var (beginning, word) in changed)
        {
            beginnings.TryAdd(beginning, words.ContainsKey(beginning[..^1]) ? beginning[..^1] : word);
        }

        return beginnings;
    }

    /// <summary>The word that a form is of which only begins compounds: "arbets" of "arbete", "hälso" of "hälsa".</summary>
    private static string WholeOf(string beginning, Dictionary<string, string> words)
    {
        var bare = beginning[..^1];
        string[] candidates = beginning[^1] switch
        {
            's' => [bare, bare + 'e'],
            'e' or 'o' or 'u' => [bare + 'a', bare + 'e'],
            _ => [beginning + 'e'],
        };
        return candidates.FirstOrDefault(words.ContainsKey) ?? (beginning.EndsWith('s') ? bare : beginning);
    }
}
