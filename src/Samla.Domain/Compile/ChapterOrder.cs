namespace Samla.Domain.Compile;

/// <summary>The numbers of a report's chapters: without gaps, and none twice.</summary>
public static class ChapterOrder
{
    /// <summary>Puts a chapter among the others.</summary>
    /// <param name="others">The other chapters in order.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="at">How many of the others come before it; a number that is too great puts it last.</param>
    /// <remarks>A report whose first chapter is 3 has room before it: what is put first there is 2, and no other number changes.</remarks>
    public static void Place(IReadOnlyList<Chapter> others, Chapter chapter, int at)
    {
        at = Math.Clamp(at, 0, others.Count);
        var first = others is [var one, ..] ? one.Number : 1;
        Number(With(others, chapter, at), at == 0 && first > 1 ? first - 1 : first);
    }

    /// <summary>Puts a chapter back before the one that has its number now.</summary>
    /// <param name="others">The other chapters in order.</param>
    /// <param name="chapter">The chapter with the number that it had.</param>
    public static void PutBack(IReadOnlyList<Chapter> others, Chapter chapter) =>
        Number(
            With(others, chapter, others.Count(one => one.Number < chapter.Number)),
            others is [var first, ..] ? Math.Min(first.Number, chapter.Number) : chapter.Number
        );

    /// <summary>Gives a chapter the place of another, which gets its. Whether there is such a place.</summary>
    /// <param name="chapters">In order.</param>
    /// <param name="from">The chapter's place in the list.</param>
    /// <param name="to">The other's.</param>
    public static bool Move(IReadOnlyList<Chapter> chapters, int from, int to)
    {
        if (to < 0 || to >= chapters.Count)
        {
            return false;
        }

        (chapters[from].Number, chapters[to].Number) = (chapters[to].Number, chapters[from].Number);
        return true;
    }

    private static IReadOnlyList<Chapter> With(IReadOnlyList<Chapter> others, Chapter chapter, int at) =>
        [.. others.Take(at), chapter, .. others.Skip(at)];

    /// <summary>Gives chapters the numbers that follow on each other.</summary>
    /// <param name="chapters">In order.</param>
    /// <param name="first">The first one's number, at least 1.</param>
    public static void Number(IReadOnlyList<Chapter> chapters, int first)
    {
        foreach (var (at, chapter) in chapters.Index())
        {
            chapter.Number = first + at;
        }
    }
}
