using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Tells by a claim's words of number, and the words beside them, how it is set against what stands before it.</summary>
internal static class RelationFinder
{
    public static ClaimRelation Of(IReadOnlyList<Word> words, ClaimGrammar.Phrase? phrase)
    {
        if (phrase is null)
        {
            return ClaimRelation.None;
        }

        string At(int index) => index >= 0 && index < words.Count ? words[index].Lower : "";
        var (first, end) = (phrase.FirstWord, phrase.EndWord);
        if (
            Holds(words, phrase, "övriga", "resterande")
            || (At(first) == "de" && At(end) == "som" && At(end + 1) == "inte")
        )
        {
            return ClaimRelation.Rest;
        }

        if (Holds(words, phrase, "andra", "ytterligare") || At(first - 1) == "ytterligare")
        {
            return ClaimRelation.Others;
        }

        if (SaysPart(words, phrase) || (At(0) == "av" && At(1) == "dessa"))
        {
            return ClaimRelation.Part;
        }

        var isSame =
            At(first) is "alla" or "samtliga" && phrase.Quantifier is { Kind: QuantifierKind.Exact, Count: not null };
        return isSame ? ClaimRelation.Same : ClaimRelation.None;
    }

    private static bool Holds(IReadOnlyList<Word> words, ClaimGrammar.Phrase phrase, string one, string other)
    {
        for (var at = phrase.FirstWord; at < phrase.EndWord; at++)
        {
            if (words[at].Lower == one || words[at].Lower == other)
            {
                return true;
            }
        }

        return false;
    }

    // "sex av dessa regioner", "fyra av dem", or "varav" anywhere before.
    private static bool SaysPart(IReadOnlyList<Word> words, ClaimGrammar.Phrase phrase)
    {
        for (var at = phrase.FirstWord; at + 1 < phrase.EndWord; at++)
        {
            if (words[at].Lower == "av" && words[at + 1].Lower is "dessa" or "dem")
            {
                return true;
            }
        }

        for (var at = 0; at < phrase.FirstWord; at++)
        {
            if (words[at].Lower == "varav")
            {
                return true;
            }
        }

        return false;
    }
}
