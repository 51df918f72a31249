using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Finds the county administrative boards that a section names: "Länsstyrelserna i Västerbotten och Västmanland".</summary>
internal static class BoardNames
{
    /// <summary>The boards named in a claim's section before the claim.</summary>
    public static RegionSet Before(PublishedReport report, ReadClaim claim)
    {
        RegionSet named = [];
        for (var at = claim.Sentence.Index - 1; at >= 0 && report.Sentences[at].Section == claim.Sentence.Section; at--)
        {
            named |= In(report, report.Sentences[at]);
        }

        return named;
    }

    private static RegionSet In(PublishedReport report, Sentence sentence)
    {
        RegionSet named = [];
        var text = report.Text.Blocks[sentence.Place.Block].Text;
        var words = report.WordsOf(sentence);
        var isBoards = false;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Lower.StartsWith("länsstyrelse", StringComparison.Ordinal))
            {
                isBoards = true;
            }
            else if (isBoards && RegionNames.At(text, words, at) is { } name)
            {
                named |= [name.Region.Code];
                at += name.Words - 1;
            }
            else if (words[at].Lower is not ("i" or "för" or "," or "och" or "samt" or "län" or "läns"))
            {
                isBoards = false;
            }
        }

        return named;
    }
}
