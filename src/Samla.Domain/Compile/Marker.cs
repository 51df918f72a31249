using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>
/// What stands between double braces in a chapter and is filled in from data each time it is read. docs/guide/kapitel.md
/// explains the markers to authors.
/// </summary>
public abstract record Marker
{
    private Marker() { }

    /// <summary><c>{{kod}}</c>, <c>{{kod|flera}}</c>, <c>{{kod|utan not}}</c>: how many, and the footnote that lists them.</summary>
    /// <param name="Who">Whom to count.</param>
    /// <param name="Word">
    /// A vague word that the author chose; <see cref="QuantifierKind.Exact"/> for the number, however few are missing; null for the
    /// number, or for those missing where they are few.
    /// </param>
    /// <param name="HasNote">Whether the list follows in a footnote.</param>
    /// <param name="Own">The author's own words of number, such as "merparten av regionerna"; null for those that follow from the number.</param>
    public sealed record Count(Who Who, QuantifierKind? Word, bool HasNote, string? Own = null) : Marker;

    /// <summary><c>{{kod|namn}}</c>: their names in the running text.</summary>
    public sealed record Names(Who Who) : Marker;

    /// <summary><c>{{kod|jämfört}}</c>: how many more or fewer than in an earlier year: "två fler än föregående år".</summary>
    public sealed record Comparison(Who Who) : Marker;

    /// <summary><c>{{citat kod 19}}</c>, <c>{{citat kod 19|Vi odlar […] bär.}}</c>: a reporter's own words, word for word.</summary>
    /// <param name="Quote">Those of them that are quoted, see <see cref="Shortened"/>; null for the whole of a passage.</param>
    public sealed record Quotation(Key<Code> Code, Key<Reporter> Reporter, string? Quote = null) : Marker;

    /// <summary><c>{{insats namn}}</c>: an intervention as an example.</summary>
    public sealed record Example(Key<Intervention> Intervention) : Marker;

    /// <summary><c>{{utelämnad kod}}</c>: that nothing is said of a code whose sources contradict each other.</summary>
    public sealed record Omission(Key<Code> Code) : Marker;

    /// <summary><c>{{avsnitt rus}}</c>, <c>{{avsnitt rus/strategins-lage}}</c>: "kapitel 3", "avsnitt 3.1.1", whatever its number is.</summary>
    /// <param name="Place">The chapter's key, and for one of its headings the heading in small letters after a slash.</param>
    public sealed record Reference(string Place) : Marker;

    /// <summary>
    /// <c>{{medel kompetens 2021-2024}}</c>, <c>{{medel område 2021-2024|störst, utan not}}</c>: an amount of the decisions on grants, and the
    /// footnote that says what it rests on.
    /// </summary>
    public sealed record Amount(AmountAsked Asked, bool HasNote = true) : Marker;

    /// <summary><c>{{strategier}}</c>: a list of the regions' strategies, in a paragraph of its own.</summary>
    public sealed record Strategies : Marker;

    /// <summary><c>{{underlag}}</c>: what the chapter rests on, by the kind of source, in a paragraph of its own.</summary>
    public sealed record Evidence : Marker;

    /// <summary>
    /// <c>{{tabell kod kod2|Rubrik}}</c>, <c>{{figur staplar grupp}}</c>, <c>{{figur karta kod|Rubrik}}</c>: counts that stand together, in a
    /// paragraph of their own.
    /// </summary>
    /// <param name="Keys">Codes, or groups of the codebook in place of all in them; at least one.</param>
    /// <param name="Title">What stands above it; null for the name of the only group or code.</param>
    public sealed record Exhibit(ExhibitForm Form, IReadOnlyList<Key<Code>> Keys, string? Title) : Marker
    {
        /// <summary>What is counted in each row.</summary>
        public IEnumerable<Count> Rows(CodeGroups groups) => groups.CodesOf(Keys).Select(RowOf);

        /// <summary>A row always says the number.</summary>
        public static Count RowOf(Key<Code> code) => new(new Who.Says(code), QuantifierKind.Exact, HasNote: false);
    }

    /// <summary>What cannot be understood.</summary>
    /// <param name="Text">As the author wrote it.</param>
    public sealed record Unknown(string Text) : Marker;

    /// <summary>Whom it counts or names; null for what does neither.</summary>
    public Who? Counted =>
        this switch
        {
            Count(var who, _, _, _) => who,
            Names(var who) => who,
            Comparison(var who) => who,
            _ => null,
        };

    /// <summary>
    /// What its author accepts it as: whom it counts, and for a comparison that too, as <see cref="Read"/> reads it. The same for those that
    /// say the same. Null for what counts nobody.
    /// </summary>
    public string? AcceptedAs =>
        this switch
        {
            Comparison(var who) => $"{who}|{ComparedWord}",
            _ => Counted?.ToString(),
        };

    private const string ComparedWord = "jämfört";

    /// <summary>The marker of the list of strategies.</summary>
    public const string StrategiesWord = "strategier";

    /// <summary>The marker of what a chapter rests on.</summary>
    public const string EvidenceWord = "underlag";

    private const string WithoutNote = "utan not";

    private static readonly char[] Marks = ['”', '"', '“'];

    /// <summary>Asks for the number, where those missing would else be told.</summary>
    private const string ExactWord = "exakt";

    private static readonly Dictionary<string, QuantifierKind> Words = new(StringComparer.Ordinal)
    {
        [ExactWord] = QuantifierKind.Exact,
        ["nästan alla"] = QuantifierKind.AlmostAll,
        ["majoriteten"] = QuantifierKind.Majority,
        ["två tredjedelar"] = QuantifierKind.TwoThirds,
        ["hälften"] = QuantifierKind.Half,
        ["knappt hälften"] = QuantifierKind.AlmostHalf,
        ["flera"] = QuantifierKind.Several,
        ["några"] = QuantifierKind.Some,
        ["få"] = QuantifierKind.Few,
    };

    /// <summary>The vague words an author may choose.</summary>
    public static IEnumerable<string> VagueChoices => Words.Keys.Where(word => word != ExactWord);

    /// <summary>Reads what stands between the braces.</summary>
    public static Marker Read(string text)
    {
        var parts = text.Split('|', 2, StringSplitOptions.TrimEntries);
        return parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["citat", var code, var reporter]
                when Key<Code>.TryParse(code, null, out var ofCode)
                    && Key<Reporter>.TryParse(reporter, null, out var by) => new Quotation(
                ofCode,
                by,
                parts.Length == 2 ? parts[1] : null
            ),
            ["insats", var id] when parts.Length == 1 && Key<Intervention>.TryParse(id, null, out var intervention) =>
                new Example(intervention),
            ["utelämnad", var code] when parts.Length == 1 && Key<Code>.TryParse(code, null, out var omitted) =>
                new Omission(omitted),
            ["tabell", _, ..] words => ReadExhibit(ExhibitForm.Table, words[1..], parts, text),
            ["figur", "staplar", _, ..] words => ReadExhibit(ExhibitForm.Bars, words[2..], parts, text),
            ["figur", "karta", _, ..] words => ReadExhibit(ExhibitForm.Map, words[2..], parts, text),
            [AmountAsked.Word, _, ..] words => ReadAmount(words[1..], parts.Length == 2 ? parts[1] : "", text),
            ["avsnitt", var place] when parts.Length == 1 => new Reference(place),
            [StrategiesWord] when parts.Length == 1 => new Strategies(),
            [EvidenceWord] when parts.Length == 1 => new Evidence(),
            _ when Who.Read(parts[0]) is { } who => ReadCount(who, parts.Length == 2 ? parts[1] : "", text),
            _ => new Unknown(text),
        };
    }

    private static Marker ReadAmount(string[] words, string choices, string text)
    {
        var chosen = Choices(choices);
        return
            chosen.Where(choice => choice != WithoutNote).ToList() is { Count: <= 1 } form
            && AmountAsked.Read(words, form.FirstOrDefault("")) is { } asked
            ? new Amount(asked, !chosen.Contains(WithoutNote))
            : new Unknown(text);
    }

    private static string[] Choices(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Marker ReadExhibit(ExhibitForm form, string[] words, string[] parts, string text)
    {
        List<Key<Code>> keys = [];
        foreach (var word in words)
        {
            if (!Key<Code>.TryParse(word, null, out var key))
            {
                return new Unknown(text);
            }

            keys.Add(key);
        }

        return new Exhibit(form, keys, parts is [_, { Length: > 0 } title] ? title : null);
    }

    private static Marker ReadCount(Who who, string choices, string text)
    {
        if (choices == "namn")
        {
            return new Names(who);
        }

        if (choices == ComparedWord)
        {
            return $"{who}".Length + 1 + ComparedWord.Length <= Who.MaxLength ? new Comparison(who) : new Unknown(text);
        }

        QuantifierKind? word = null;
        string? own = null;
        var hasNote = true;
        if (choices.IndexOfAny(Marks) is >= 0 and var start)
        {
            var end = choices.LastIndexOfAny(Marks);
            own = choices[(start + 1)..Math.Max(start + 1, end)].Trim();
            choices = choices[..start] + choices[(end + 1)..];
            if (own.Length == 0)
            {
                return new Unknown(text);
            }
        }

        foreach (var choice in Choices(choices))
        {
            if (choice == WithoutNote)
            {
                hasNote = false;
            }
            else if (word is null && own is null && Words.TryGetValue(choice, out var kind))
            {
                word = kind;
            }
            else
            {
                return new Unknown(text);
            }
        }

        return new Count(who, word, hasNote, own);
    }
}
