using System.Globalization;

namespace Samla.Domain.Grants;

/// <summary>A year or a span of years, as addresses and commands have it: "2023", "2021-2024".</summary>
public sealed record YearSpan(int First, int Last)
{
    /// <summary>So many of the last years, or as many as there are.</summary>
    public static YearSpan Latest(int count, int first, int last) => new(Math.Max(first, last - count + 1), last);

    /// <summary>Reads a span; nothing is no span, which is all years. False where the text is neither.</summary>
    public static bool TryParse(string? text, out YearSpan? span)
    {
        span = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var parts = text.Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length > 2 || !IsYear(parts[0], out var first) || !IsYear(parts[^1], out var last) || first > last)
        {
            return false;
        }

        span = new YearSpan(first, last);
        return true;
    }

    private static bool IsYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4;

    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}
