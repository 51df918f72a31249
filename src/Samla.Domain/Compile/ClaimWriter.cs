namespace Samla.Domain.Compile;

/// <summary>Writes claims from data: the quantifier, the sentence and the note. Reading them back gives the same claim.</summary>
public static class ClaimWriter
{
    /// <summary>"Samtliga utom n" is written for at most this many missing, and for fewer than a quarter of those asked.</summary>
    public const int MostMissing = 3;

    /// <summary>A claim in words, in two parts with the note's mark between them.</summary>
    /// <param name="BeforeMark">The sentence up to the mark: "Sju regioner".</param>
    /// <param name="AfterMark">The rest: " nämner finansiering."</param>
    /// <param name="Note">The note's text; null where the words say it all and there is no note.</param>
    public sealed record Written(string BeforeMark, string AfterMark, string? Note)
    {
        /// <summary>The sentence with a mark as some format writes it; without a note there is no mark.</summary>
        public string With(string mark) => BeforeMark + (Note is null ? "" : mark) + AfterMark;
    }

    /// <summary>The exact claim that <paramref name="saying"/> out of <paramref name="asked"/> do something.</summary>
    /// <exception cref="ArgumentException">A region says something that it was not asked.</exception>
    public static Claim Exact(RegionSet saying, RegionSet asked, ClaimSubject subject = ClaimSubject.Regions)
    {
        MustBeAsked(saying, asked);
        var missing = (asked - saying).Count;
        var (quantifier, role) = missing switch
        {
            _ when saying.IsEmpty => (new Quantifier(QuantifierKind.None), ClaimRole.Members),
            0 => (new Quantifier(QuantifierKind.All), ClaimRole.Members),
            <= MostMissing when 4 * missing < asked.Count => (
                new Quantifier(QuantifierKind.AllButN, missing),
                ClaimRole.Exceptions
            ),
            _ => (new Quantifier(QuantifierKind.Exact, saying.Count), ClaimRole.Members),
        };
        return new Claim(quantifier, role, saying, subject);
    }

    /// <summary>The claim with a vague word that an analyst chose; null if the word cannot stand for that share.</summary>
    /// <exception cref="ArgumentException">A region says something that it was not asked.</exception>
    public static Claim? Vague(
        RegionSet saying,
        RegionSet asked,
        QuantifierKind word,
        ClaimSubject subject = ClaimSubject.Regions
    )
    {
        MustBeAsked(saying, asked);
        return VagueWords.Fits(word, saying.Count, asked.Count)
            ? new Claim(new Quantifier(word), ClaimRole.Members, saying, subject)
            : null;
    }

    /// <summary>The claim as a sentence and a note.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asked">Those asked; a note about all 21 is left out when all or none do it.</param>
    /// <param name="statement">What they do, as it follows "regioner": "nämner finansiering".</param>
    public static Written Write(Claim claim, RegionSet asked, string statement)
    {
        var words = SwedishText.Capitalized(ClaimGrammar.Write(claim.Quantifier, claim.Subject));
        var listed = claim.Role == ClaimRole.Exceptions ? asked - claim.Regions : claim.Regions;
        var needsNote = claim.Quantifier.Kind switch
        {
            QuantifierKind.None => false,
            QuantifierKind.All => asked != RegionSet.All,
            _ => true,
        };
        return new Written(words, $" {statement}.", needsNote ? RegionList.Write(listed, claim.Subject) : null);
    }

    /// <summary>Whether a vague word can be written of a part: "flera av dem".</summary>
    public static bool StandsForPart(QuantifierKind word) => word is QuantifierKind.Several or QuantifierKind.Some;

    /// <summary>A claim about some of those of another claim, as a number "av dem" and a note.</summary>
    /// <param name="claim">An exact number, none, or a word that <see cref="StandsForPart"/>.</param>
    /// <param name="whole">Those of the other claim.</param>
    /// <exception cref="ArgumentException">The claim has another word of number.</exception>
    public static Written WritePart(Claim claim, RegionSet whole)
    {
        var words = claim.Quantifier switch
        {
            { Kind: QuantifierKind.None } => "Ingen av dem",
            { Kind: QuantifierKind.Exact, Count: 1 } => "En av dem",
            { Kind: QuantifierKind.Exact } when claim.Regions == whole =>
                $"Samtliga {ClaimGrammar.Write(claim.Quantifier, claim.Subject)}",
            { Kind: QuantifierKind.Exact, Count: { } count } =>
                $"{SwedishText.Capitalized(Numeral.Write(count))} av dem",
            { Kind: QuantifierKind.Several } => "Flera av dem",
            { Kind: QuantifierKind.Some } => "Några av dem",
            _ => throw new ArgumentException($"No part is told with {claim.Quantifier.Kind}.", nameof(claim)),
        };
        return new Written(words, ".", claim.Regions.IsEmpty ? null : RegionList.Write(claim.Regions, claim.Subject));
    }

    private static void MustBeAsked(RegionSet saying, RegionSet asked)
    {
        if (!saying.IsWithin(asked))
        {
            throw new ArgumentException($"{saying - asked} were not asked.", nameof(saying));
        }
    }
}
