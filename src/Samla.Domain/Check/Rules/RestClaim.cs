using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A claim whose words set its regions against those of claims before it.</summary>
internal static class RestClaim
{
    /// <summary>How a claim is set against what stands before it.</summary>
    public enum Kind
    {
        None,

        /// <summary>"övriga", "de tre resterande", "de sex regioner som inte gör det": all that are left.</summary>
        Rest,

        /// <summary>"andra", "ytterligare tre": some that were not yet named.</summary>
        Others,

        /// <summary>"av dessa", "fyra av dem", "varav": a part of those just named.</summary>
        Part,

        /// <summary>"Alla 17 regioner som …": those just counted, again.</summary>
        Same,
    }

    /// <summary>How a claim is set against what stands before it, by its words of number and what follows them.</summary>
    public static Kind Of(PublishedReport report, ReadClaim claim)
    {
        if (claim.QuantifierPlace is not { } place)
        {
            return Kind.None;
        }

        var words = report.WordsOf(claim.Sentence);
        var inside = words
            .Where(word => word.Start >= place.Start && word.End <= place.End)
            .Select(word => word.Lower)
            .ToList();
        var after = words.Where(word => word.Start >= place.End).Select(word => word.Lower).Take(3).ToList();
        var before = words.Where(word => word.End <= place.Start).Select(word => word.Lower).ToList();
        if (
            inside.Contains("övriga")
            || inside.Contains("resterande")
            || (inside[0] == "de" && after is ["som", "inte", ..])
        )
        {
            return Kind.Rest;
        }

        if (inside.Contains("andra") || inside.Contains("ytterligare") || before is [.., "ytterligare"])
        {
            return Kind.Others;
        }

        var isPart =
            inside.Zip(inside.Skip(1)).Any(pair => pair is ("av", "dessa" or "dem"))
            || before is ["av", "dessa", ..]
            || before.Contains("varav");
        var isSame =
            inside[0] is "alla" or "samtliga"
            && claim.Claim.Quantifier is { Kind: QuantifierKind.Exact, Count: not null };
        return isPart ? Kind.Part
            : isSame ? Kind.Same
            : Kind.None;
    }

    /// <summary>The claims with lists before a claim in its section, the nearest first.</summary>
    public static IEnumerable<ReadClaim> Before(PublishedReport report, ReadClaim claim) =>
        report
            .ListedClaims.TakeWhile(other => other != claim)
            .Reverse()
            .TakeWhile(other => other.Sentence.Section == claim.Sentence.Section);

    /// <summary>The regions named in the text from one sentence up to a place.</summary>
    public static RegionSet NamedBetween(PublishedReport report, Sentence from, Place to)
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
