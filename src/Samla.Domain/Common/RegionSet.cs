using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Samla.Domain;

/// <summary>
/// A set of regions, enumerated in the order of their codes. The default value is the empty set, so it can never be
/// half-built.
/// </summary>
[CollectionBuilder(typeof(RegionSet), nameof(Of))]
[JsonConverter(typeof(RegionSetJson))]
public readonly record struct RegionSet : IEnumerable<RegionCode>
{
    private readonly uint _bits; // bit n stands for region number n; the highest number is 25

    private RegionSet(uint bits) => _bits = bits;

    /// <summary>All 21 regions.</summary>
    public static RegionSet All { get; } = [.. Regions.All.Select(region => region.Code)];

    public int Count => BitOperations.PopCount(_bits);

    public bool IsEmpty => _bits == 0;

    public static RegionSet Of(params ReadOnlySpan<RegionCode> regions)
    {
        var bits = 0u;
        foreach (var region in regions)
        {
            bits |= 1u << region.Number;
        }

        return new(bits);
    }

    public bool Contains(RegionCode region) => (_bits & (1u << region.Number)) != 0;

    /// <summary>Whether every region of this set is in <paramref name="other"/> too; an equal set is.</summary>
    public bool IsWithin(RegionSet other) => (_bits & ~other._bits) == 0;

    public static RegionSet operator |(RegionSet a, RegionSet b) => new(a._bits | b._bits);

    public static RegionSet operator &(RegionSet a, RegionSet b) => new(a._bits & b._bits);

    public static RegionSet operator -(RegionSet a, RegionSet b) => new(a._bits & ~b._bits);

    public IEnumerator<RegionCode> GetEnumerator()
    {
        for (var rest = _bits; rest != 0; rest &= rest - 1)
        {
            yield return new RegionCode(BitOperations.TrailingZeroCount(rest));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this);
}
