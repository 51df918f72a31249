using Samla.Domain.Check.Understanding;
using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>Analysis, summary or conclusions give another number, or a word that cannot stand for it, than the body.</summary>
/// <remarks>Two claims are about the same thing when what they say of the regions shares telling words.</remarks>
public sealed class SummaryContradiction : IRule
{
    // How much of the body's claim, or of the summary's, must be said in the other for the two to be about the same thing.
    private const double SameMatter = 0.7;

    // How telling the shared words must be: about one that stands in one sentence in five hundred, or two in twenty.
    private const double Telling = 6;

    private static readonly HashSet<string> Negations = ["inte", "ej", "inga", "ingen"];
    private static readonly HashSet<string> PointingBack = ["detta", "denna", "dessa", "sådan", "sådana", "sådant"];

    private static readonly HashSet<string> Either = ["eller", "antingen"];

    public string Name => "summary-contradiction";

    public string Title => "Sammanfattningen säger annat";

    /// <summary>A claim, the stems of what it says of those counted, and their weight together.</summary>
    private sealed record Statement(ReadClaim Claim, IReadOnlySet<string> Matter, double Weight)
    {
        public QuantifierKind Kind => Claim.Claim.Quantifier.Kind;
    }

    /// <summary>The body's statements of a chapter, or of the whole report, by the telling stems in them.</summary>
    private sealed class Body(PublishedReport report, List<Statement> statements)
    {
        // A stem that stands in one sentence in seven tells nothing, and would compare everything with everything.
        private const double LeastTelling = 2;

        private readonly ILookup<string, Statement> _byStem = statements
            .SelectMany(statement => Stems(report, statement).Select(stem => (stem, statement)))
            .ToLookup(pair => pair.stem, pair => pair.statement, StringComparer.Ordinal);

        private readonly HashSet<int> _numbers =
        [
            .. statements.SelectMany(statement => Numbers(statement.Claim.Claim)),
        ];

        /// <summary>Whether there is enough in it to expect every number of a summary here.</summary>
        public bool IsFull { get; } = statements.Count >= 5;

        public List<Statement> About(Statement summary) =>
            [
                .. Stems(report, summary)
                    .SelectMany(stem => _byStem[stem])
                    .Distinct(ReferenceEqualityComparer.Instance)
                    .Cast<Statement>(),
            ];

        public bool Has(int number) => _numbers.Contains(number);

        private static IEnumerable<string> Stems(PublishedReport report, Statement statement) =>
            statement.Matter.Where(stem => report.Contents.Weight(stem) > LeastTelling);

        private static IEnumerable<int> Numbers(Claim claim) =>
            [claim.Quantifier.Count ?? -1, claim.Regions.Count, RegionSet.All.Count - claim.Regions.Count];
    }

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        var statements = report.Claims.Where(IsBody).Select(claim => Read(report, claim)).ToList();
        var whole = new Body(report, statements);
        var chapters = statements
            .GroupBy(statement => Chapter(statement.Claim))
            .ToDictionary(chapter => chapter.Key, chapter => new Body(report, [.. chapter]), StringComparer.Ordinal);
        foreach (var claim in report.Claims.Where(IsSummary))
        {
            // A summary of the whole report, and its conclusions, stand in no chapter that has claims of its own.
            var body = chapters.GetValueOrDefault(Chapter(claim), whole);
            var summary = Read(report, claim);
            if (
                (Contradicted(report, summary, body.About(summary)) ?? NumberNowhere(report, claim, body)) is
                { } finding
            )
            {
                yield return finding;
            }
        }
    }

    private static bool IsBody(ReadClaim claim) =>
        claim.Sentence.Section.Role == SectionRole.Body
        && (
            claim.Footnote is not null
            || claim.Claim.Quantifier.Kind is QuantifierKind.All or QuantifierKind.AllButN or QuantifierKind.Exact
        );

    private static bool IsSummary(ReadClaim claim) =>
        claim.Footnote is null && claim.Sentence.Section.Role != SectionRole.Body;

    private static string Chapter(ReadClaim claim) => claim.Sentence.Section.Chapter;

    private Finding? Contradicted(PublishedReport report, Statement summary, List<Statement> bodies)
    {
        if (IsDenied(report, summary.Claim) || bodies.Exists(body => Supports(report, summary, body)))
        {
            return null;
        }

        var contradicting = bodies
            .Where(body => Contradiction(summary.Claim.Claim, body.Claim.Claim) is not null)
            // "… inom detta område" is about less than its words say.
            .Where(body => IsSameMatter(report, summary, body) && !Says(report, body.Claim, PointingBack))
            .MaxBy(body => report.Contents.Shared(summary.Matter, body.Matter));
        return contradicting is null ? null : New(report, summary.Claim, contradicting.Claim);
    }

    // A number in a summary must be found somewhere in what it sums up.
    private Finding? NumberNowhere(PublishedReport report, ReadClaim claim, Body body)
    {
        if (
            claim.Claim
                is not {
                    Quantifier: { Kind: QuantifierKind.Exact, Count: > 2 and < 21 and var number },
                    Subject: ClaimSubject.Regions
                }
            || !body.IsFull
            || body.Has(number)
        )
        {
            return null;
        }

        return new Finding
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message =
                $"{Where(claim)} säger ”{report.TextOf(claim.QuantifierPlace!.Value)}”, men inget påstående i det som sammanfattas har det antalet.",
            Places = [claim.QuantifierPlace.Value],
        };
    }

    // "Ingen region" denies nothing: it counts.
    private static bool IsDenied(PublishedReport report, ReadClaim claim) =>
        report
            .WordsOf(claim.Sentence)
            .Any(word =>
                Negations.Contains(word.Lower)
                && !(word.Start >= claim.QuantifierPlace?.Start && word.End <= claim.QuantifierPlace?.End)
            );

    private static bool Says(PublishedReport report, ReadClaim claim, HashSet<string> words) =>
        report.WordsOf(claim.Sentence).Any(word => words.Contains(word.Lower));

    // The body has the same claim in other words: then another claim that is only alike does not contradict.
    private static bool Supports(PublishedReport report, Statement summary, Statement body)
    {
        if (Contradiction(summary.Claim.Claim, body.Claim.Claim) is not null)
        {
            return false;
        }

        var shared = report.Contents.Shared(summary.Matter, body.Matter);
        return shared >= Telling / 2 && shared >= SameMatter * Math.Min(body.Weight, summary.Weight);
    }

    private static bool IsSameMatter(PublishedReport report, Statement summary, Statement body)
    {
        var shared = report.Contents.Shared(summary.Matter, body.Matter);
        if (shared < Telling)
        {
            return false;
        }

        // Chapters far from the summary use the same words of other things: there the match must hold both ways.
        if (Chapter(summary.Claim) != Chapter(body.Claim))
        {
            return shared >= SameMatter * Math.Max(body.Weight, summary.Weight);
        }

        // "Samtliga gör A" is not denied by "sex gör A och B"; "sju gör A" is by "sex gör A, B och C".
        var saysAllOfBody = shared >= SameMatter * body.Weight;
        var isSaidInBody = shared >= SameMatter * summary.Weight;
        var isVague = VagueWords.Range(body.Kind, 21) is not null;
        return summary.Kind switch
        {
            QuantifierKind.Exact when isVague => saysAllOfBody && isSaidInBody,
            // "A och/eller B" may hold for many though A alone does not.
            QuantifierKind.All or QuantifierKind.AlmostAll or QuantifierKind.Majority or QuantifierKind.Several =>
                saysAllOfBody && !Says(report, summary.Claim, Either),
            _ => saysAllOfBody || isSaidInBody,
        };
    }

    private static Statement Read(PublishedReport report, ReadClaim claim)
    {
        var matter = Matter(report, claim);
        return new Statement(claim, matter, report.Contents.Total(matter));
    }

    // What is said of those counted: the words after the quantifier up to the next clause, or the whole sentence where
    // these are few.
    private static IReadOnlySet<string> Matter(PublishedReport report, ReadClaim claim)
    {
        if (claim.QuantifierPlace is { } quantifier)
        {
            var end = NextClause(report, claim.Sentence, quantifier.End);
            var after = ContentWords.In(report, new Place(quantifier.Block, quantifier.End, end - quantifier.End));
            if (after.Count > 1)
            {
                return after;
            }

            var sentence = claim.Sentence.Place;
            return ContentWords.In(report, sentence with { Length = end - sentence.Start });
        }

        return report.Contents.Of(claim.Sentence);
    }

    // "… medan drygt hälften …" and "… och sju regioner …" speak of others; "… men även …" of the same.
    private static int NextClause(PublishedReport report, Sentence sentence, int from)
    {
        var next = report.ClaimsIn(sentence).FirstOrDefault(claim => claim.QuantifierPlace?.Start > from);
        var words = report.WordsOf(sentence);
        for (var at = 0; at < words.Count; at++)
        {
            var opens =
                words[at].Lower == "medan"
                || (words[at].Lower == "men" && !(at + 1 < words.Count && words[at + 1].Lower is "även" or "också"));
            if (words[at].Start > from && opens)
            {
                return Math.Min(words[at].Start, next?.QuantifierPlace?.Start ?? sentence.Place.End);
            }
        }

        return next?.QuantifierPlace?.Start ?? sentence.Place.End;
    }

    private static string Where(ReadClaim claim) => claim.Sentence.Section.Role.Swedish;

    // How many the body has, where that cannot be what the summary says; null if it can.
    private static int? Contradiction(Claim summary, Claim body)
    {
        var (said, there) = (summary.Quantifier, body.Quantifier);
        if (body.Regions.IsEmpty && there.Kind != QuantifierKind.Exact)
        {
            return null;
        }

        var count = body.Regions.IsEmpty ? there.Count!.Value : body.Regions.Count;
        var fits = said.Kind switch
        {
            QuantifierKind.Exact => said.Count == count,
            QuantifierKind.All => count == 21,
            QuantifierKind.AllButN => 21 - count == said.Count || said.Count is null,
            QuantifierKind.AlmostAll => count >= 14,
            QuantifierKind.Majority => count >= 10,
            QuantifierKind.TwoThirds => count is >= 12 and <= 16,
            QuantifierKind.Half => count is >= 8 and <= 13,
            QuantifierKind.AlmostHalf => count is >= 6 and <= 11,
            QuantifierKind.Several => count is >= 3 and <= 14,
            QuantifierKind.Some => count <= 11,
            QuantifierKind.Few => count <= 6,
            QuantifierKind.None => count == 0,
            QuantifierKind.Unquantified => true,
        };
        return fits ? null : count;
    }

    private Finding New(PublishedReport report, ReadClaim summary, ReadClaim body) =>
        new()
        {
            Rule = Name,
            Severity = Severity.Warning,
            Message =
                $"{Where(summary)} säger ”{report.TextOf(summary.QuantifierPlace!.Value)}”, men i {body.Sentence.Section.Swedish} är det {Numeral.Write(Contradiction(summary.Claim, body.Claim)!.Value)} av 21.",
            Places =
            [
                summary.QuantifierPlace.Value,
                body.QuantifierPlace ?? body.Sentence.Place,
                .. body.Footnote is { } note ? (Place[])[report.PlaceOf(note)] : [],
            ],
            RelatedFootnotes = body.Footnote is { } related ? [related.Footnote.Number] : [],
        };
}
