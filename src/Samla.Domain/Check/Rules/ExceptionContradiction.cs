using Samla.Domain.Check.Understanding;
using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A region is an exception ("alla utom Halland", "samtliga utom tre") and yet stands in a list of those who do.</summary>
/// <remarks>Reported as complement-contradiction.</remarks>
public sealed class ExceptionContradiction : IRule
{
    // This much of what the exception is about must be said of the list too.
    private const double SameMatter = 0.75;

    private static readonly HashSet<string> Negations =
    [
        "inte",
        "inga",
        "ingen",
        "inget",
        "avsaknad",
        "saknar",
        "saknas",
        "utan",
        "både",
        "ej",
    ];

    // "Två regioner anger i stället bara förväntade effekter" tells what the exceptions do.
    private static readonly HashSet<string> Contrasts = ["stället", "istället", "bara", "enbart", "endast"];

    public string Name => "complement-contradiction";

    public string Title => "Region på båda sidor";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (
            var claim in report.Claims.Where(claim =>
                claim.Claim is { Role: ClaimRole.Exceptions, Regions.IsEmpty: false, Subject: ClaimSubject.Regions }
            )
        )
        {
            var exceptions = RegionSet.All - claim.Claim.Regions;
            foreach (var listed in Below(report, claim))
            {
                var both = exceptions & listed.Claim.Regions;
                if (!both.IsEmpty && SaysSame(report, claim, listed) is { } severity)
                {
                    yield return New(report, claim, listed, both, severity);
                }
            }
        }
    }

    // The lists after the claim in its section and the sections under it, up to the next claim of all or all but some.
    private static IEnumerable<ReadClaim> Below(PublishedReport report, ReadClaim claim)
    {
        var section = claim.Sentence.Section;
        foreach (var other in report.Claims.SkipWhile(other => other != claim).Skip(1))
        {
            var isUnder = other.Sentence.Section == section || other.Sentence.Section.IsWithin(section);
            if (
                !isUnder || (other.Claim.Quantifier.Kind == QuantifierKind.AllButN && other.Sentence.Section == section)
            )
            {
                yield break;
            }

            if (
                other is { Footnote.List: not null, Claim.Subject: ClaimSubject.Regions }
                && other.Relation != ClaimRelation.Rest
            )
            {
                yield return other;
            }
        }
    }

    // Under a heading that says what the claim says, every list is about it; else the words of the list must tell.
    private static Severity? SaysSame(PublishedReport report, ReadClaim claim, ReadClaim listed)
    {
        if (Negates(report, listed.Sentence) || Negates(report, claim.Sentence))
        {
            return null;
        }

        var matter = report.Contents.Of(claim.Sentence);
        var said = report
            .Contents.Of(listed.Sentence)
            .Union(report.Contents.Of(Introduction(report, listed.Sentence)))
            .ToHashSet();
        if (listed.Sentence.Section == claim.Sentence.Section && Covered(report, matter, said) >= SameMatter)
        {
            return Severity.Error;
        }

        var heading = report.Text.Blocks[claim.Sentence.Section.Block];
        var title = ContentWords.In(report, new Place(heading.Index, 0, heading.Text.Length));
        var isTitle = title.Count > 1 && Covered(report, title, matter) >= SameMatter;
        var isNext =
            listed.Sentence.Index == claim.Sentence.Index + 1
            && listed.Sentence.Place.Block == claim.Sentence.Place.Block;
        return (isTitle || isNext) && !Says(report, listed.Sentence, Contrasts) ? Severity.Warning : null;
    }

    // "Två regioner rapporterar avsaknad av effekter" agrees with being an exception, and "både … och" is denied by either.
    private static bool Negates(PublishedReport report, Sentence sentence) => Says(report, sentence, Negations);

    private static bool Says(PublishedReport report, Sentence sentence, HashSet<string> words) =>
        report.WordsOf(sentence).Any(word => words.Contains(word.Lower));

    private static double Covered(PublishedReport report, IReadOnlySet<string> matter, IReadOnlySet<string> said) =>
        report.Contents.Total(matter) is > 0 and var total ? report.Contents.Shared(matter, said) / total : 0;

    // A bullet says what the sentence before the bullets begins.
    private static Sentence Introduction(PublishedReport report, Sentence sentence)
    {
        var at = sentence.Index;
        while (at > 0 && report.Text.Blocks[report.Sentences[at].Place.Block].Kind == BlockKind.Bullet)
        {
            at--;
        }

        return report.Sentences[at];
    }

    private Finding New(PublishedReport report, ReadClaim claim, ReadClaim listed, RegionSet both, Severity severity) =>
        new()
        {
            Rule = Name,
            Severity = severity,
            Message =
                $"{both.Names} är undantag i ”{report.TextOf(claim.QuantifierPlace!.Value)}” men står ändå i listan över dem som gör det.",
            Places =
            [
                listed.QuantifierPlace ?? listed.Sentence.Place,
                report.PlaceOf(listed.Footnote!),
                claim.Sentence.Place,
                .. claim.Footnote is { } note ? (Place[])[report.PlaceOf(note)] : [],
            ],
            Footnote = listed.Footnote!.Footnote.Number,
            RelatedFootnotes = claim.Footnote is { } related ? [related.Footnote.Number] : [],
        };
}
