using System.Diagnostics.CodeAnalysis;

namespace Samla.Domain;

/// <summary>
/// A region's two-digit county code (länskod, Statistics Sweden). 02, 11, 15 and 16 were merged away and must not come
/// back as typos.
/// </summary>
public sealed record RegionCode : IParsable<RegionCode>, IComparable<RegionCode>
{
    internal RegionCode(int number) => Number = number;

    /// <summary>The code as a number, 1–25.</summary>
    internal int Number { get; }

    public static RegionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException($"'{s}' is not a region code. Expected two digits, such as \"01\".");

    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out RegionCode result
    )
    {
        result =
            s is [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones]
            && (((tens - '0') * 10) + ones - '0') is var number
            && number is 1 or (>= 3 and <= 10) or (>= 12 and <= 14) or (>= 17 and <= 25)
                ? new RegionCode(number)
                : null;
        return result is not null;
    }

    public int CompareTo(RegionCode? other) => other is null ? 1 : Number.CompareTo(other.Number);

    public override string ToString() => $"{Number:00}";

    public static bool operator <(RegionCode left, RegionCode right) => left.Number < right.Number;

    public static bool operator <=(RegionCode left, RegionCode right) => left.Number <= right.Number;

    public static bool operator >(RegionCode left, RegionCode right) => left.Number > right.Number;

    public static bool operator >=(RegionCode left, RegionCode right) => left.Number >= right.Number;
}
