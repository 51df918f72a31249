namespace Samla.Domain.Check.Rules;

/// <summary>What stands in a section before a claim.</summary>
internal static class Preceding
{
    /// <summary>The claims with lists before a claim in its section, the nearest first.</summary>
    public static IEnumerable<ReadClaim> Claims(PublishedReport report, ReadClaim claim) =>
        Enumerable
            .Range(1, report.IndexOfListed(claim))
            .Select(back => report.ListedClaims[report.IndexOfListed(claim) - back])
            .TakeWhile(other => other.Sentence.Section == claim.Sentence.Section);

    /// <summary>The regions named in the text from one sentence up to a place.</summary>
    public static RegionSet Named(PublishedReport report, Sentence from, Place to)
    {
        RegionSet named = [];
        for (var index = from.Index; index < report.Sentences.Count; index++)
        {
            var sentence = report.Sentences[index];
            if (
                sentence.Place.Block > to.Block
                || (sentence.Place.Block == to.Block && sentence.Place.Start >= to.Start)
            )
            {
                break;
            }

            named |=
            [
                .. report
                    .MentionsIn(sentence)
                    .Where(m => !m.Genitive && (m.Place.Block < to.Block || m.Place.Start < to.Start))
                    .Select(m => m.Region),
            ];
        }

        return named;
    }
}
