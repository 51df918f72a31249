using Samla.Common;

namespace Samla.Web.Analyse;

/// <summary>Where two versions of an answer differ, as places in each.</summary>
/// <param name="Removed">In the old text, in order.</param>
/// <param name="Added">In the new text, in order.</param>
public sealed record VersionParts(IReadOnlyList<Range> Removed, IReadOnlyList<Range> Added)
{
    public static VersionParts Between(string before, string now)
    {
        var removed = new List<Range>();
        var added = new List<Range>();
        var (old, @new) = (0, 0);
        foreach (var part in TextDifference.Between(before, now))
        {
            switch (part.Kind)
            {
                case PartKind.Same:
                    old += part.Text.Length;
                    @new += part.Text.Length;
                    break;
                case PartKind.Removed:
                    removed.Add(old..(old += part.Text.Length));
                    break;
                case PartKind.Added:
                    added.Add(@new..(@new += part.Text.Length));
                    break;
            }
        }

        return new VersionParts(removed, added);
    }

    /// <summary>Words of a segment, and whether they are in the one version alone.</summary>
    /// <param name="words">The segment's words.</param>
    /// <param name="start">Where they begin in the text.</param>
    /// <param name="differs">Where the text differs, in order.</param>
    public static IEnumerable<(string Words, bool Differs)> Cut(string words, int start, IReadOnlyList<Range> differs)
    {
        var at = 0;
        foreach (var range in differs)
        {
            var from = Math.Clamp(range.Start.Value - start, at, words.Length);
            var to = Math.Clamp(range.End.Value - start, at, words.Length);
            if (from >= to)
            {
                continue;
            }

            if (from > at)
            {
                yield return (words[at..from], false);
            }

            yield return (words[from..to], true);
            at = to;
        }

        if (at < words.Length)
        {
            yield return (words[at..], false);
        }
    }
}
