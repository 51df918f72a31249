using System.Globalization;

namespace Samla.Check.Reading;

/// <summary>How note marks and the numbers of notes are written in a text file.</summary>
internal enum MarkStyle
{
    /// <summary>Plain digits, as text taken out of a PDF has them: "regioner24", and "24 Dalarna, Halland."</summary>
    Digits,

    /// <summary>Superscript digits: "regioner²⁴", and "²⁴ Dalarna, Halland."</summary>
    Superscript,

    /// <summary>Markdown: "regioner[^24]", and "[^24]: Dalarna, Halland."</summary>
    Markdown,

    /// <summary>Brackets, as Word writes notes in plain text: "regioner[24]", and "[24] Dalarna, Halland."</summary>
    Brackets,
}

/// <summary>Superscript digits.</summary>
internal static class Superscript
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static bool Is(char sign) => Digits.Contains(sign);

    /// <summary>The number that superscript digits from <paramref name="start"/> make, and where they end; null if there are none or too many.</summary>
    public static (int Number, int End)? At(string text, int start)
    {
        var end = start;
        var number = 0;
        while (
            end < text.Length
            && end - start < 4
            && Digits.IndexOf(text[end], StringComparison.Ordinal) is >= 0 and var digit
        )
        {
            number = (number * 10) + digit;
            end++;
        }

        return end > start && (end == text.Length || !Is(text[end])) ? (number, end) : null;
    }

    /// <summary>A number in superscript digits.</summary>
    public static string Write(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
}
