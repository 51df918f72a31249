using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Finds where a text names a region, and not something else that has a region's name in its own.</summary>
internal static class MentionFinder
{
    public static IReadOnlyList<RegionMention> Find(Block block, IReadOnlyList<Word> words)
    {
        if (block.Kind == BlockKind.Note)
        {
            return [];
        }

        var mentions = new List<RegionMention>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].IsWord || RegionNames.At(block.Text, words, at) is not { } match)
            {
                continue;
            }

            var last = at + match.Words - 1;
            if (!OtherOwners.Precede(words, at) && !OtherOwners.Follow(words, last + 1))
            {
                var end = words[last].End - (match.Genitive ? 1 : 0);
                var place = new Place(block.Index, words[at].Start, end - words[at].Start);
                mentions.Add(new RegionMention(match.Region.Code, place, match.Genitive));
            }

            at = last;
        }

        return mentions;
    }
}
