using System.Globalization;

namespace Samla.Domain;

/// <summary>Swedish numerals, read and written. Numbers up to twelve are written in words (Svenska skrivregler, 4th ed.).</summary>
public static class Numeral
{
    /// <summary>The highest number that is written in words.</summary>
    public const int LastInWords = 12;

    private static readonly string[] UpToNineteen =
    [
        "noll",
        "en",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
        "tretton",
        "fjorton",
        "femton",
        "sexton",
        "sjutton",
        "arton",
        "nitton",
    ];

    private static readonly string[] Tens =
    [
        "tjugo",
        "trettio",
        "fyrtio",
        "femtio",
        "sextio",
        "sjuttio",
        "åttio",
        "nittio",
    ];

    private static readonly Dictionary<string, int> ByWord = Words();

    /// <summary>
    /// <paramref name="number"/> as running text has it: in words up to twelve, in figures above. One is "en", since what
    /// Samla counts (regioner, länsstyrelser, rapporter) is of common gender.
    /// </summary>
    public static string Write(int number) =>
        number is >= 0 and <= LastInWords ? UpToNineteen[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number that a word or figures stand for, whatever the case: "sju", "Fjorton", "21"; null for any other word.</summary>
    public static int? Read(ReadOnlySpan<char> word)
    {
        if (word is [>= '0' and <= '9', ..])
        {
            return
                word.Length <= 3 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figures)
                ? figures
                : null;
        }

        if (word.Length is < 2 or > 12)
        {
            return null;
        }

        Span<char> lower = stackalloc char[word.Length];
        _ = word.ToLowerInvariant(lower);
        return ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var number) ? number : null;
    }

    private static Dictionary<string, int> Words()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal) { ["ett"] = 1, ["aderton"] = 18 };
        foreach (var (number, word) in UpToNineteen.Index())
        {
            words[word] = number;
        }

        foreach (var (index, ten) in Tens.Index())
        {
            var value = (index + 2) * 10;
            words[ten] = value;
            words[ten + "ett"] = value + 1;
            for (var ones = 1; ones <= 9; ones++)
            {
                words[ten + UpToNineteen[ones]] = value + ones;
            }
        }

        return words;
    }
}
