namespace Samla.Check.Reading;

/// <summary>Tells Swedish from English by the commonest little words of each.</summary>
internal static class Language
{
    private static readonly string[] Swedish = ["och", "att", "som", "det", "för", "av", "är", "på", "med", "har"];
    private static readonly string[] English = ["the", "and", "of", "to", "that", "is", "with", "for", "from", "are"];

    // The first part of a report tells its language.
    private const int Sample = 20_000;
    private const int FewestWords = 10;

    /// <summary>Whether a text is plainly in English rather than Swedish. A short or mixed text is not.</summary>
    public static bool IsForeign(string text)
    {
        int swedish = 0,
            english = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        foreach (var range in sample.SplitAny(" \n\t.,;:()"))
        {
            var word = sample[range].ToString();
            swedish += Swedish.Contains(word, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
            english += English.Contains(word, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        }

        return english >= FewestWords && english > 4 * swedish;
    }
}
