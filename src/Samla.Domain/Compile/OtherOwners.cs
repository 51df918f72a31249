namespace Samla.Domain.Compile;

/// <summary>Words that make a region's name part of another's: "Uppsala universitet", "Kalmar kommun".</summary>
internal static class OtherOwners
{
    private static readonly HashSet<string> After = SwedishText.Words(
        "universitet university kommun kommuner stad stads län läns science archipelago tätort tingsrätt flygplats"
    );

    private static readonly HashSet<string> Before = SwedishText.Words(
        """
        länsstyrelsen länsstyrelserna almi coompanion handelskammaren energikontor energikontoret leader visit destination
        business film
        """
    );

    /// <summary>Whether the word after a name belongs to it and makes it another's.</summary>
    public static bool Follow(IReadOnlyList<Word> words, int next) =>
        next < words.Count && After.Contains(words[next].Lower);

    /// <summary>Whether the words before a name make it another's: "Länsstyrelsen i Kalmar".</summary>
    public static bool Precede(IReadOnlyList<Word> words, int first)
    {
        var before = first > 0 ? words[first - 1].Lower : "";
        var beforeThat = first > 1 ? words[first - 2].Lower : "";
        return Before.Contains(before) || (before == "i" && Before.Contains(beforeThat));
    }
}
