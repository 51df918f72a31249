namespace Samla.Analyse.Crossing;

/// <summary>Which of the chosen codes a table leaves out, for the sheet that explains it.</summary>
internal static class WithheldWords
{
    public static IEnumerable<(string Word, string Meaning)> Of(ChooseCodes.Result chosen) =>
        chosen.Withheld.Select(code => ("räknas inte", $"{code.Label}. {code.Withheld}"));
}
