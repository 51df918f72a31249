namespace Samla.Domain.Analyse;

/// <summary>What each coder judged each unit to be: units × coders, where a judgement may be missing.</summary>
public sealed class Ratings
{
    private Ratings(int categories, int coders, IReadOnlyList<IReadOnlyList<int?>> units)
    {
        Categories = categories;
        Coders = coders;
        Units = units;
        Counts = [.. units.Select(unit => Count(unit, categories))];
    }

    /// <summary>How many categories there are to choose among, whether or not each was chosen.</summary>
    public int Categories { get; }

    public int Coders { get; }

    /// <summary>For each unit the category each coder chose, from 0; null where the coder did not judge it.</summary>
    public IReadOnlyList<IReadOnlyList<int?>> Units { get; }

    /// <summary>For each unit how many chose each category.</summary>
    internal IReadOnlyList<int[]> Counts { get; }

    /// <param name="categories">How many there are to choose among; on a scale their numbers, from 0, are its steps.</param>
    /// <param name="coders">How many coders.</param>
    /// <param name="units">For each unit a category or null from each coder, always in the same order.</param>
    /// <exception cref="ArgumentException">A unit has too many or too few judgements, or one that is no category.</exception>
    public static Ratings Of(int categories, int coders, IEnumerable<IReadOnlyList<int?>> units)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(categories);
        ArgumentOutOfRangeException.ThrowIfNegative(coders);
        IReadOnlyList<IReadOnlyList<int?>> all = [.. units];
        return all.All(unit => unit.Count == coders && unit.All(chosen => chosen is null || IsCategory(chosen.Value)))
            ? new Ratings(categories, coders, all)
            : throw new ArgumentException(
                $"Each unit needs {coders} judgements, each null or 0 to {categories - 1}.",
                nameof(units)
            );

        bool IsCategory(int chosen) => chosen >= 0 && chosen < categories;
    }

    /// <summary>The counts of the units that so many coders judged at least.</summary>
    internal IReadOnlyList<int[]> CountsBy(int coders) => [.. Counts.Where(unit => unit.Sum() >= coders)];

    /// <summary>How often each category was chosen.</summary>
    internal static int[] Totals(IReadOnlyList<int[]> counts, int categories)
    {
        var totals = new int[categories];
        foreach (var unit in counts)
        {
            for (var category = 0; category < categories; category++)
            {
                totals[category] += unit[category];
            }
        }

        return totals;
    }

    private static int[] Count(IReadOnlyList<int?> unit, int categories)
    {
        var counts = new int[categories];
        foreach (var chosen in unit)
        {
            if (chosen is { } category)
            {
                counts[category]++;
            }
        }

        return counts;
    }
}
