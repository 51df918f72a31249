namespace Samla.Domain.Check.Understanding;

/// <summary>
/// Cuts the commonest Swedish endings, so that "insatser", "insatserna" and "insatsens" meet. Coarse on purpose: it serves
/// to tell whether two sentences speak of the same thing, not to judge spelling. After the Snowball stemmer for Swedish.
/// </summary>
internal static class Stem
{
    private const int Shortest = 4;

    private static readonly string[] Endings =
    [
        "arnas",
        "ernas",
        "ornas",
        "andets",
        "andena",
        "anden",
        "andet",
        "arna",
        "erna",
        "orna",
        "ande",
        "ende",
        "aste",
        "arne",
        "aren",
        "ades",
        "erns",
        "ade",
        "are",
        "ast",
        "ens",
        "ets",
        "ern",
        "ans",
        "ar",
        "er",
        "or",
        "en",
        "et",
        "an",
        "at",
        "as",
        "es",
        "na",
        "ad",
        "s",
        "a",
        "e",
        "t",
        "n",
    ];

    public static string Of(string lower)
    {
        foreach (var ending in Endings)
        {
            if (lower.Length - ending.Length >= Shortest && lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return lower[..^ending.Length];
            }
        }

        return lower;
    }
}
