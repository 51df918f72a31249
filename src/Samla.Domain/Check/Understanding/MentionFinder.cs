using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Finds where a text names a region, and not something else that has a region's name in its own.</summary>
internal static class MentionFinder
{
    private static readonly HashSet<string> OwnersAfter =
    [
        "universitet",
        "university",
        "kommun",
        "kommuner",
        "stad",
        "stads",
        "län",
        "län",
        "science",
        "archipelago",
        "tätort",
        "tingsrätt",
        "flygplats",
    ];

    private static readonly HashSet<string> OwnersBefore =
    [
        "länsstyrelsen",
        "länsstyrelserna",
        "almi",
        "coompanion",
        "handelskammaren",
        "energikontor",
        "energikontoret",
        "leader",
        "visit",
        "destination",
        "business",
        "film",
        "iuc",
        "linköping",
        "hela",
    ];

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
            if (!IsOthers(words, at, last))
            {
                var end = words[last].End - (match.Genitive ? 1 : 0);
                var place = new Place(block.Index, words[at].Start, end - words[at].Start);
                mentions.Add(new RegionMention(match.Region.Code, place, match.Genitive));
            }

            at = last;
        }

        return mentions;
    }

    private static bool IsOthers(IReadOnlyList<Word> words, int first, int last)
    {
        var after = last + 1 < words.Count ? words[last + 1].Lower : "";
        var before = first > 0 ? words[first - 1].Lower : "";
        var beforeThat = first > 1 ? words[first - 2].Lower : "";
        return OwnersAfter.Contains(after)
            || OwnersBefore.Contains(before)
            || (before == "i" && OwnersBefore.Contains(beforeThat));
    }
}
