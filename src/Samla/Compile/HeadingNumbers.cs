using System.Globalization;

namespace Samla.Compile;

/// <summary>The numbers of a chapter's headings, one after another: 3.1, 3.1.1, 3.2.</summary>
internal sealed class HeadingNumbers(int chapter)
{
    private const int Deepest = 6;

    private readonly int[] _numbers = new int[Deepest];

    /// <summary>The level that a heading has below the chapter's title: a second title counts as one below it.</summary>
    public static int LevelOf(int level) => Math.Max(level, 2);

    /// <summary>The number of the next heading.</summary>
    /// <param name="level">As it is written, from 1.</param>
    public string Next(int level)
    {
        level = LevelOf(level);
        _numbers[level - 2]++;
        Array.Clear(_numbers, level - 1, _numbers.Length - level + 1);
        return string.Join(
            '.',
            _numbers.Take(level - 1).Prepend(chapter).Select(number => number.ToString(CultureInfo.InvariantCulture))
        );
    }
}
