namespace Samla.Domain.Analyse;

/// <summary>A passage that a coder marked.</summary>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">At least 1.</param>
/// <param name="Category">What it was marked as.</param>
public sealed record Unit(int Start, int Length, string Category)
{
    public int End => Start + Length;
}

/// <summary>The passages that each coder marked in one and the same continuum, such as a text.</summary>
public sealed class Unitizing
{
    private Unitizing(int length, IReadOnlyList<IReadOnlyList<Unit>> coders)
    {
        Length = length;
        Coders = coders;
        Categories =
        [
            .. coders.SelectMany(units => units).Select(unit => unit.Category).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    public int Length { get; }

    /// <summary>Each coder's passages, in the order of the continuum. Those of one category do not overlap.</summary>
    public IReadOnlyList<IReadOnlyList<Unit>> Coders { get; }

    /// <summary>Those that somebody used.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>
    /// Passages of one coder and category that overlap count as one, since the coder says the same thing of the same words;
    /// passages that only touch stay two.
    /// </summary>
    /// <param name="length">Of the continuum.</param>
    /// <param name="coders">For each coder the passages, in any order.</param>
    /// <exception cref="ArgumentException">A passage is empty or reaches outside the continuum.</exception>
    public static Unitizing Of(int length, IEnumerable<IEnumerable<Unit>> coders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        IReadOnlyList<IReadOnlyList<Unit>> all = [.. coders.Select(Joined)];
        return all.SelectMany(units => units).All(unit => unit.Start >= 0 && unit.Length > 0 && unit.End <= length)
            ? new Unitizing(length, all)
            : throw new ArgumentException("A passage is empty or reaches outside the continuum.", nameof(coders));
    }

    private static IReadOnlyList<Unit> Joined(IEnumerable<Unit> units)
    {
        List<Unit> joined = [];
        foreach (var category in units.GroupBy(unit => unit.Category))
        {
            var first = joined.Count;
            foreach (var unit in category.OrderBy(unit => unit.Start))
            {
                if (joined.Count > first && joined[^1] is var last && unit.Start < last.End)
                {
                    joined[^1] = last with { Length = Math.Max(last.End, unit.End) - last.Start };
                }
                else
                {
                    joined.Add(unit);
                }
            }
        }

        return [.. joined.OrderBy(unit => unit.Start).ThenBy(unit => unit.Category, StringComparer.Ordinal)];
    }
}
