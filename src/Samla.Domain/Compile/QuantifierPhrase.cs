namespace Samla.Domain.Compile;

/// <summary>
/// One way to say how many, as a pattern of words. The same pattern writes and reads, so what Samla writes is by
/// construction what it reads.
/// </summary>
/// <remarks>
/// Notation: <c>a/b</c> either word, <c>[a]</c> the word or nothing, <c>{n}</c> a numeral, <c>{r}</c> those counted
/// ("regioner", "regionerna", "länsstyrelser"), <c>{x}</c> a list of names, <c>{adj}</c> a describing word before those
/// counted. Writing takes the first of the alternatives, leaves out what is optional, and inflects <c>{r}</c> as the form
/// after the colon says: <c>{r:en}</c> region, <c>{r:er}</c> regioner, <c>{r:na}</c> regionerna.
/// </remarks>
internal sealed class QuantifierPhrase
{
    private readonly Element[] _elements;

    public QuantifierPhrase(QuantifierKind kind, string pattern, int? count = null)
    {
        Kind = kind;
        Count = count;
        _elements = [.. pattern.Split(' ').Select(Element.Parse)];
    }

    public QuantifierKind Kind { get; }

    /// <summary>The number that the words mean without a numeral: 1 for "den enda regionen".</summary>
    public int? Count { get; }

    /// <summary>What one match of a phrase at a word gives.</summary>
    /// <param name="Words">How many words it took.</param>
    /// <param name="Number">The first numeral in it.</param>
    /// <param name="Names">The regions named in it.</param>
    /// <param name="Subject">Who is counted; null where the words do not say.</param>
    public sealed record Match(int Words, int? Number, RegionSet Names, ClaimSubject? Subject);

    /// <summary>Words that can begin the phrase; null if a numeral can.</summary>
    public IEnumerable<string?> FirstWords
    {
        get
        {
            foreach (var element in _elements)
            {
                foreach (var word in element.FirstWords)
                {
                    yield return word;
                }

                if (!element.IsOptional)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>The longest match that begins at a word, or null.</summary>
    public Match? At(string text, IReadOnlyList<Word> words, int at) => Rest(text, words, at, at, 0, null, [], null);

    /// <summary>The phrase in words, in lower case.</summary>
    public string Write(int? number, ClaimSubject subject)
    {
        var written = _elements.Where(element => !element.IsOptional).Select(element => element.Write(number, subject));
        return string.Join(' ', written);
    }

    private Match? Rest(
        string text,
        IReadOnlyList<Word> words,
        int start,
        int at,
        int element,
        int? number,
        RegionSet names,
        ClaimSubject? subject
    )
    {
        if (element == _elements.Length)
        {
            return new Match(at - start, number, names, subject);
        }

        var wanted = _elements[element];
        var taken = wanted.Take(text, words, at);
        if (taken is { } step)
        {
            var rest = Rest(
                text,
                words,
                start,
                at + step.Words,
                element + 1,
                number ?? step.Number,
                names | step.Names,
                subject ?? step.Subject
            );
            if (rest is not null)
            {
                return rest;
            }
        }

        return wanted.IsOptional ? Rest(text, words, start, at, element + 1, number, names, subject) : null;
    }

    private sealed class Element
    {
        private enum Slot
        {
            Literal,
            Numeral,
            Counted,
            Names,
            Adjective,
        }

        private readonly Slot _slot;
        private readonly string[] _literals = [];
        private readonly string _form = "";

        private Element(string pattern)
        {
            if (pattern.StartsWith('{'))
            {
                var (name, form) = pattern.Trim('{', '}').Split(':') is [var a, var b]
                    ? (a, b)
                    : (pattern.Trim('{', '}'), "");
                _form = form;
                _slot = name switch
                {
                    "n" => Slot.Numeral,
                    "r" => Slot.Counted,
                    "x" => Slot.Names,
                    "adj" => Slot.Adjective,
                    _ => throw new ArgumentException($"'{pattern}' is no slot.", nameof(pattern)),
                };
            }
            else
            {
                _literals = pattern.Split('/');
            }
        }

        public bool IsOptional { get; private init; }

        public IEnumerable<string?> FirstWords =>
            _slot switch
            {
                Slot.Literal => _literals,
                Slot.Numeral => Enumerable.Repeat<string?>(null, 1),
                Slot.Counted or Slot.Names or Slot.Adjective => throw new InvalidOperationException(
                    "A phrase begins with a word of number, not with those counted."
                ),
            };

        public static Element Parse(string pattern) =>
            pattern.StartsWith('[') ? new Element(pattern.Trim('[', ']')) { IsOptional = true } : new Element(pattern);

        public string Write(int? number, ClaimSubject subject) =>
            _slot switch
            {
                Slot.Literal => _literals[0],
                Slot.Numeral => Numeral.Write(
                    number ?? throw new ArgumentNullException(nameof(number), "This wording needs a number.")
                ),
                Slot.Counted => CountedWords.Write(subject, _form),
                Slot.Names or Slot.Adjective => throw new InvalidOperationException("This wording is only read."),
            };

        public Step? Take(string text, IReadOnlyList<Word> words, int at)
        {
            if (at >= words.Count)
            {
                return null;
            }

            var word = words[at];
            return _slot switch
            {
                Slot.Literal => Array.IndexOf(_literals, word.Lower) >= 0 ? new Step(1) : null,
                Slot.Numeral => Numeral.Read(word.Lower) is { } number ? new Step(1) { Number = number } : null,
                Slot.Counted => CountedWords.Read(word.Lower) is { } counted
                    ? new Step(1) { Subject = counted.Subject }
                    : null,
                Slot.Adjective => CountedWords.IsDescribing(word.Lower) ? new Step(1) : null,
                Slot.Names => TakeNames(text, words, at),
            };
        }

        private static Step? TakeNames(string text, IReadOnlyList<Word> words, int at)
        {
            RegionSet names = [];
            var next = at;
            while (next < words.Count)
            {
                if (RegionNames.At(text, words, next) is not { Genitive: false } match)
                {
                    break;
                }

                names |= [match.Region.Code];
                next += match.Words;
                if (
                    next + 1 < words.Count
                    && words[next].Lower is "," or "och" or "samt"
                    && RegionNames.At(text, words, next + 1) is not null
                )
                {
                    next++;
                    continue;
                }

                break;
            }

            return next == at ? null : new Step(next - at) { Names = names };
        }
    }

    private readonly record struct Step(int Words)
    {
        public int? Number { get; init; }
        public RegionSet Names { get; init; }
        public ClaimSubject? Subject { get; init; }
    }
}
