namespace Samla.Domain.Compile;

/// <summary>
/// How a sentence speaks of "how many". The names in the public JSON are in <see cref="QuantifierKinds"/>; docs/method.md
/// says which shares each may stand for.
/// </summary>
public enum QuantifierKind
{
    /// <summary>A number in words or figures: "sju regioner", "ytterligare tre", "sex av dem".</summary>
    Exact,

    /// <summary>"samtliga regioner", "alla".</summary>
    All,

    /// <summary>"samtliga utom tre", "alla regioner förutom Halland".</summary>
    AllButN,

    /// <summary>"nästan alla".</summary>
    AlmostAll,

    /// <summary>"majoriteten", "de flesta", "merparten", "en stor del", "drygt hälften".</summary>
    Majority,

    /// <summary>"två tredjedelar".</summary>
    TwoThirds,

    /// <summary>"hälften", "ungefär hälften".</summary>
    Half,

    /// <summary>"knappt hälften", "nästan hälften".</summary>
    AlmostHalf,

    /// <summary>"flera", "många", "ett antal".</summary>
    Several,

    /// <summary>"några", "enstaka".</summary>
    Some,

    /// <summary>"få", "ett fåtal".</summary>
    Few,

    /// <summary>"ingen region".</summary>
    None,

    /// <summary>No word of number: a bare plural, "övriga regioner", or a name with a note.</summary>
    Unquantified,
}

/// <summary>How many a claim speaks of.</summary>
/// <param name="Kind">The kind of word.</param>
/// <param name="Count">The number, only where the text gives one: 7 in "sju regioner", 3 in "samtliga utom tre".</param>
public sealed record Quantifier(QuantifierKind Kind, int? Count = null)
{
    /// <summary>Whether it can be said of <paramref name="saying"/> out of <paramref name="asked"/>; what says no number can be said of none.</summary>
    public bool CanStandFor(int saying, int asked) =>
        Kind switch
        {
            QuantifierKind.Exact => Count == saying,
            QuantifierKind.All => saying == asked && asked > 0,
            QuantifierKind.AllButN => Count == asked - saying,
            QuantifierKind.None => saying == 0,
            QuantifierKind.Unquantified => false,
            _ => VagueWords.Fits(Kind, saying, asked),
        };
}

/// <summary>The kinds' names in the public JSON and CSV.</summary>
public static class QuantifierKinds
{
    extension(QuantifierKind kind)
    {
        public string Name =>
            kind switch
            {
                QuantifierKind.Exact => "exact",
                QuantifierKind.All => "all",
                QuantifierKind.AllButN => "all-but-n",
                QuantifierKind.AlmostAll => "almost-all",
                QuantifierKind.Majority => "majority",
                QuantifierKind.TwoThirds => "two-thirds",
                QuantifierKind.Half => "half",
                QuantifierKind.AlmostHalf => "almost-half",
                QuantifierKind.Several => "several",
                QuantifierKind.Some => "some",
                QuantifierKind.Few => "few",
                QuantifierKind.None => "none",
                QuantifierKind.Unquantified => "unquantified",
            };
    }
}
