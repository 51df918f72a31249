namespace Samla.Domain.Compile;

/// <summary>Reads the claims of a sentence: which words of number stand behind which note, and whom they count.</summary>
public static class ClaimReader
{
    /// <summary>A note's mark in the sentence.</summary>
    /// <param name="Footnote">The note, with the regions of its list.</param>
    /// <param name="At">UTF-16 offset of the mark in the text.</param>
    public readonly record struct MarkedNote(Footnote Footnote, int At);

    /// <summary>A claim and the words that make it.</summary>
    /// <param name="Claim">What is said.</param>
    /// <param name="Phrase">The words of number; null for an unquantified claim.</param>
    /// <param name="Note">The index of its mark among those given; null for a claim without a note.</param>
    public sealed record Read(Claim Claim, ClaimGrammar.Phrase? Phrase, int? Note);

    // Verbs by which reports say what regions say: they tell "alla uppger" from "alla insatser".
    private static readonly HashSet<string> ReportingVerbs = SwedishText.Words(
        """
        anger använder arbetar avser avstår bedömer berättar berör beskriver besvarar betonar bidrar deltar
        fokuserar framhåller framhäver genomför ger gör har hänvisar konstaterar kopplar lyfter menar nämner
        pekar planerar poängterar prioriterar påpekar rapporterar redogör redovisar refererar saknar
        samarbetar samverkar ser skriver svarar säger tar understryker uppger utgår uttrycker är
        """
    );

    private static readonly HashSet<string> BeforeSubject = ["medan", "att", "men", ",", "◤", "▀", "-"];

    /// <summary>The claims of one sentence, those with notes first in the order of their marks, then those without.</summary>
    /// <param name="text">The text that holds the sentence.</param>
    /// <param name="words">The sentence's words, without marks.</param>
    /// <param name="notes">The sentence's marks whose notes list regions, in order.</param>
    /// <param name="asked">Those asked: the whole that "samtliga" and "samtliga utom" refer to.</param>
    public static List<Read> From(
        string text,
        IReadOnlyList<Word> words,
        IReadOnlyList<MarkedNote> notes,
        RegionSet asked
    )
    {
        var phrases = ClaimGrammar.Find(text, words);
        var claims = new List<Read>();
        var adjacent = new ClaimGrammar.Phrase?[notes.Count];
        for (var i = 0; i < notes.Count; i++)
        {
            adjacent[i] =
                phrases.Find(phrase => Holds(words, phrase, notes[i].At)) ?? PronounBefore(text, words, notes[i].At);
        }

        for (var i = 0; i < notes.Count; i++)
        {
            var phrase = adjacent[i] ?? Governing(text, words, phrases, notes, adjacent, i);
            claims.Add(new Read(ToClaim(phrase, notes[i].Footnote, asked), phrase, i));
        }

        foreach (var phrase in phrases)
        {
            // "Alla utom Halland" is about regions, whether or not it says the word.
            if (
                (phrase.NamesThem || !phrase.Names.IsEmpty)
                && !claims.Exists(claim => claim.Phrase == phrase)
                && IsClaim(phrase)
            )
            {
                claims.Add(new Read(ToClaim(phrase, footnote: null, asked), phrase, Note: null));
            }
        }

        claims.AddRange(
            SubjectPronouns(text, words)
                .Where(pronoun => !phrases.Exists(phrase => Overlap(phrase, pronoun)))
                .Where(pronoun => !claims.Exists(claim => claim.Phrase == pronoun))
                .Select(pronoun => new Read(ToClaim(pronoun, footnote: null, asked), pronoun, Note: null))
        );
        return claims;
    }

    private static bool Overlap(ClaimGrammar.Phrase a, ClaimGrammar.Phrase b) =>
        a.FirstWord < b.EndWord && b.FirstWord < a.EndWord;

    private static bool IsClaim(ClaimGrammar.Phrase phrase) => phrase.Quantifier.Kind != QuantifierKind.Unquantified;

    // The mark stands inside the words of number or directly after them.
    private static bool Holds(IReadOnlyList<Word> words, ClaimGrammar.Phrase phrase, int mark)
    {
        var start = words[phrase.FirstWord].Start;
        var next = phrase.EndWord < words.Count ? words[phrase.EndWord].Start : int.MaxValue;
        return mark > start && mark < next;
    }

    // "då sju¹¹ av dem", "några¹² nämner": the words of number end right at the mark.
    private static ClaimGrammar.Phrase? PronounBefore(string text, IReadOnlyList<Word> words, int mark)
    {
        for (var at = 0; at < words.Count && words[at].Start < mark; at++)
        {
            if (
                ClaimGrammar.PronounAt(text, words, at) is { } phrase
                && words[phrase.EndWord - 1].End <= mark
                && (phrase.EndWord == words.Count || words[phrase.EndWord].Start > mark)
            )
            {
                return phrase;
            }
        }

        return null;
    }

    // "Alla säger att …", "… medan drygt hälften uppger att …": a word of number that is the subject of a reporting verb.
    private static IEnumerable<ClaimGrammar.Phrase> SubjectPronouns(string text, IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (at > 0 && !BeforeSubject.Contains(words[at - 1].Lower))
            {
                continue;
            }

            if (
                ClaimGrammar.PronounAt(text, words, at) is { } phrase
                && IsClaim(phrase)
                && phrase.EndWord < words.Count
                && ReportingVerbs.Contains(words[phrase.EndWord].Lower)
            )
            {
                yield return phrase;
                at = phrase.EndWord - 1;
            }
        }
    }

    // A mark away from any words of number belongs to the last ones before it, unless these have a mark of their own and
    // no "respektive" hands them on; else to the first ones after it.
    private static ClaimGrammar.Phrase? Governing(
        string text,
        IReadOnlyList<Word> words,
        List<ClaimGrammar.Phrase> phrases,
        IReadOnlyList<MarkedNote> notes,
        ClaimGrammar.Phrase?[] adjacent,
        int note
    )
    {
        var mark = notes[note].At;
        var before = phrases.FindLast(phrase => words[phrase.EndWord - 1].End <= mark && phrase.Subject is not null);
        if (before is not null)
        {
            var isTaken = Array.IndexOf(adjacent, before) >= 0;
            return !isTaken || HandsOn(words, before, mark) ? before : null;
        }

        if (SubjectPronouns(text, words).FirstOrDefault() is { } pronoun)
        {
            return pronoun;
        }

        var after = phrases.Find(phrase => words[phrase.FirstWord].Start > mark);
        return after is not null && Array.IndexOf(adjacent, after) < 0 && IsClaim(after) ? after : null;
    }

    private static bool HandsOn(IReadOnlyList<Word> words, ClaimGrammar.Phrase phrase, int mark)
    {
        for (var at = phrase.EndWord; at < words.Count && words[at].Start < mark; at++)
        {
            if (words[at].Lower == "respektive")
            {
                return true;
            }
        }

        return false;
    }

    private static Claim ToClaim(ClaimGrammar.Phrase? phrase, Footnote? footnote, RegionSet asked)
    {
        var quantifier = phrase?.Quantifier ?? new Quantifier(QuantifierKind.Unquantified);
        var subject =
            footnote?.Kind == FootnoteKind.Agencies ? ClaimSubject.Agencies : phrase?.Subject ?? ClaimSubject.Regions;
        if (footnote is not null)
        {
            return quantifier.Kind == QuantifierKind.AllButN
                ? new Claim(quantifier, ClaimRole.Exceptions, asked - footnote.Regions, subject)
                : new Claim(quantifier, ClaimRole.Members, footnote.Regions, subject);
        }

        return quantifier.Kind switch
        {
            QuantifierKind.All => new Claim(quantifier, ClaimRole.Members, asked, subject),
            QuantifierKind.AllButN when phrase is { Names.IsEmpty: false } => new Claim(
                quantifier,
                ClaimRole.Exceptions,
                asked - phrase.Names,
                subject
            ),
            _ => new Claim(quantifier, ClaimRole.Members, [], subject),
        };
    }
}
