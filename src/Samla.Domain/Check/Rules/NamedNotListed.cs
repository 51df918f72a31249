using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A region that the sentence or its example names as one of the set is missing in its list.</summary>
/// <remarks>
/// A paragraph often goes on with examples of the regions counted in it. One named region outside the list among examples
/// that are in it is worth a look; several outside mean that the paragraph has gone on to something else.
/// </remarks>
public sealed class NamedNotListed : IRule
{
    // Words that set a region against those counted rather than among them.
    private static readonly HashSet<string> Contrasts = ["men", "medan", "däremot", "endast", "dock", "inte", "också"];

    private static readonly string[] ExampleStarts =
    [
        "Exempelvis",
        "Till exempel",
        "Bland annat",
        "Ett exempel",
        "På liknande sätt",
    ];

    public string Name => "named-not-listed";

    public string Title => "Nämnd men inte uppräknad";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var paragraphs = report
            .ListedClaims.Where(claim => claim.Claim.Role == ClaimRole.Members)
            .GroupBy(claim => claim.Sentence.Place.Block);
        foreach (var paragraph in paragraphs)
        {
            // Of several lists in one sentence no example tells which it belongs to.
            var claims = paragraph
                .GroupBy(claim => claim.Sentence)
                .Where(sentence => sentence.Count() == 1)
                .Select(sentence => sentence.Single())
                .ToList();
            foreach (var claim in claims)
            {
                foreach (
                    var mention in InSentence(report, claim)
                        .Where(mention => !claim.Claim.Regions.Contains(mention.Region))
                )
                {
                    yield return New(report, claim, mention);
                }
            }

            foreach (
                var finding in InExamples(
                    report,
                    [.. claims.Where(claim => claim.Relation != ClaimRelation.Others)],
                    [.. paragraph]
                )
            )
            {
                yield return finding;
            }
        }
    }

    // "Östergötland är en av flera regioner …", "flera regioner, bland andra Kalmar, …", "Jönköping och Kalmar nämner det.47"
    private static IEnumerable<RegionMention> InSentence(PublishedReport report, ReadClaim claim)
    {
        var text = report.TextOf(claim.Sentence.Place);
        var isOneOf = text.Contains(" en av ", StringComparison.OrdinalIgnoreCase);
        // "Utöver Norrbotten nämner andra regioner …": what stands before such words is not among those counted.
        var from = claim.Relation == ClaimRelation.Others ? claim.QuantifierPlace!.Value.End : 0;
        foreach (
            var mention in report
                .MentionsIn(claim.Sentence)
                .Where(mention => !mention.Genitive && mention.Place.Start >= from)
        )
        {
            var before = text[..(mention.Place.Start - claim.Sentence.Place.Start)];
            if ((before.Length < 3 && (isOneOf || claim.QuantifierPlace is null)) || EndsWithExample(before))
            {
                yield return mention;
            }
        }
    }

    private static bool EndsWithExample(string before)
    {
        var near = (before.Length > 40 ? before[^40..] : before).ToLowerInvariant();
        return near.Contains("bland andra", StringComparison.Ordinal)
            || near.Contains("däribland", StringComparison.Ordinal)
            || near.Contains("exempelvis", StringComparison.Ordinal)
            || near.Contains("till exempel", StringComparison.Ordinal)
            || near.Contains("bland annat", StringComparison.Ordinal);
    }

    private IEnumerable<Finding> InExamples(PublishedReport report, List<ReadClaim> claims, List<ReadClaim> paragraph)
    {
        for (var at = 0; at < claims.Count; at++)
        {
            var sentence = claims[at].Sentence.Index;
            var next = Ordered.FirstNotBefore(paragraph, claim => claim.Sentence.Index <= sentence);
            var until = next < paragraph.Count ? paragraph[next].Sentence.Index : int.MaxValue;
            var sentences = Examples(report, claims[at], until);
            var alone = Outside(claims[at], sentences.SelectMany(examples => examples));
            var isRun = sentences
                .SelectMany(examples => examples)
                .Any(example => claims[at].Claim.Regions.Contains(example.Region));
            if (alone.Count == 1 && !IsContrast(report, alone[0]) && (isRun || Follows(report, claims[at], alone[0])))
            {
                yield return New(report, claims[at], alone[0]);
            }
            else if (alone.Count > 1)
            {
                foreach (var together in sentences.Where(examples => examples.Count > 2))
                {
                    // Named in one breath with regions that an earlier claim of the paragraph counts.
                    var of = claims.Take(at + 1).LastOrDefault(claim => Outside(claim, together).Count == 1);
                    if (of is not null)
                    {
                        yield return New(report, of, Outside(of, together)[0]);
                    }
                }
            }
        }
    }

    private static List<RegionMention> Outside(ReadClaim claim, IEnumerable<RegionMention> examples) =>
        [
            .. examples
                .Where(example => !claim.Claim.Regions.Contains(example.Region))
                .DistinctBy(example => example.Region),
        ];

    private static bool Follows(PublishedReport report, ReadClaim claim, RegionMention example) =>
        report.SentenceAt(example.Place)!.Index == claim.Sentence.Index + 1;

    private static bool IsContrast(PublishedReport report, RegionMention mention) =>
        report.WordsOf(report.SentenceAt(mention.Place)!).Any(word => Contrasts.Contains(word.Lower));

    // The regions that are subjects of each sentence after a claim in its paragraph: "Skåne redovisar …", "I Kronoberg och Halland pågår …"
    private static List<List<RegionMention>> Examples(PublishedReport report, ReadClaim claim, int until)
    {
        var examples = new List<List<RegionMention>>();
        for (var at = claim.Sentence.Index + 1; at < Math.Min(until, report.Sentences.Count); at++)
        {
            var sentence = report.Sentences[at];
            if (sentence.Place.Block != claim.Sentence.Place.Block)
            {
                break;
            }

            examples.Add(Subjects(report, sentence));
        }

        return examples;
    }

    private static List<RegionMention> Subjects(PublishedReport report, Sentence sentence)
    {
        var subjects = new List<RegionMention>();
        var end = sentence.Place.Start;
        foreach (var mention in report.MentionsIn(sentence).Where(mention => !mention.Genitive))
        {
            var between = report.Text.Blocks[sentence.Place.Block].Text[end..mention.Place.Start].Trim();
            var isNext = subjects.Count == 0 ? IsStart(between) : between is "," or "och" or "samt";
            if (!isNext)
            {
                break;
            }

            subjects.Add(mention);
            end = mention.Place.End;
        }

        return subjects;
    }

    // What stands before the first region of an example: nothing, "Även", or "Exempelvis beskriver".
    private static bool IsStart(string before) =>
        before is "" or "I" or "Även" or "På" or "Både"
        || (
            Array.Exists(ExampleStarts, start => before.StartsWith(start, StringComparison.Ordinal))
            && before.Count(char.IsWhiteSpace) < 5
        );

    private Finding New(PublishedReport report, ReadClaim claim, RegionMention mention)
    {
        var number = claim.Footnote!.Footnote.Number;
        return new Finding
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message = $"{Regions.Of(mention.Region).Name} nämns som exempel men står inte i fotnot {number}.",
            Places = [mention.Place, claim.Sentence.Place, report.PlaceOf(claim.Footnote)],
            Footnote = number,
            Suggestion = RegionList.Write(claim.Footnote.Footnote.Regions | [mention.Region]),
        };
    }
}
