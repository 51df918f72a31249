using Samla.Domain.Compile;

namespace Samla.Domain.Check.Rules;

/// <summary>A region stands both in a set and in what is said to be the rest, others, or exceptions.</summary>
public sealed class ComplementContradiction : IRule
{
    public string Name => "complement-contradiction";

    public string Title => "Region på båda sidor";

    public IEnumerable<Finding> Judge(PublishedReport report)
    {
        foreach (var claim in report.ListedClaims)
        {
            var found =
                BesidesNamed(report, claim)
                ?? claim.Relation switch
                {
                    ClaimRelation.Rest => InRest(report, claim),
                    ClaimRelation.Others => AmongOthers(report, claim),
                    ClaimRelation.None or ClaimRelation.Part or ClaimRelation.Same => null,
                };
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private Finding? InRest(PublishedReport report, ReadClaim claim)
    {
        if (
            Partition.Nearest(report, claim) is not { } nearest
            || (nearest.Whole & claim.Claim.Regions) is not { IsEmpty: false } both
        )
        {
            return null;
        }

        return new Finding
        {
            Rule = Name,
            Severity = nearest.Misses <= Partition.FewMisses ? Severity.Error : Severity.Warning,
            Message =
                $"{both.Names} står både bland ”{report.TextOf(claim.QuantifierPlace!.Value)}” och bland dem som redan är uppräknade.",
            Places = [claim.QuantifierPlace!.Value, report.PlaceOf(claim.Footnote!), .. nearest.Places],
            Footnote = claim.Footnote!.Footnote.Number,
            RelatedFootnotes = nearest.Footnotes,
        };
    }

    private Finding? AmongOthers(PublishedReport report, ReadClaim claim)
    {
        var words = report.TextOf(claim.QuantifierPlace!.Value);
        var startsSentence = claim.QuantifierPlace.Value.Start - claim.Sentence.Place.Start < 12;
        var isBare = claim.Claim.Quantifier.Kind == QuantifierKind.Unquantified;
        var first = Preceding
            .Claims(report, claim)
            .FirstOrDefault(other => claim.Sentence.Place.Block - other.Sentence.Place.Block <= 3);
        if (first is not null && (!isBare || startsSentence))
        {
            var both = first.Claim.Regions & claim.Claim.Regions;
            if (!both.IsEmpty)
            {
                return new Finding
                {
                    Rule = Name,
                    Severity =
                        claim.Claim.Quantifier.Kind == QuantifierKind.Exact && both.Count <= 2
                            ? Severity.Error
                            : Severity.Warning,
                    Message =
                        $"{both.Names} står både i {Saying.Notes(first.Footnote!.Footnote.Number)} och bland ”{words}”, som ska vara andra regioner.",
                    Places =
                    [
                        claim.QuantifierPlace.Value,
                        report.PlaceOf(claim.Footnote!),
                        first.Sentence.Place,
                        report.PlaceOf(first.Footnote),
                    ],
                    Footnote = claim.Footnote!.Footnote.Number,
                    RelatedFootnotes = [first.Footnote.Footnote.Number],
                };
            }
        }

        var paragraph = report
            .Sentences.Skip(Math.Max(0, claim.Sentence.Index - 12))
            .First(s => s.Place.Block == claim.Sentence.Place.Block);
        var from = isBare ? claim.Sentence : paragraph;
        var named = Preceding.Named(report, from, claim.QuantifierPlace.Value) & claim.Claim.Regions;
        return named.IsEmpty
            ? null
            : new Finding
            {
                Rule = Name,
                Severity = Severity.Warning,
                Message = $"{named.Names} nämns före ”{words}” men står också i listan över dem.",
                Places = [claim.QuantifierPlace.Value, report.PlaceOf(claim.Footnote!)],
                Footnote = claim.Footnote!.Footnote.Number,
            };
    }

    // "Utöver Halland redovisar även andra regioner …", and Halland in the list.
    private Finding? BesidesNamed(PublishedReport report, ReadClaim claim)
    {
        var words = report.WordsOf(claim.Sentence);
        var at = ((ReadOnlySpan<Word>)words.AsSpan()).IndexOfAny("utöver", "förutom");
        if (at < 0 || claim.Claim.Role == ClaimRole.Exceptions)
        {
            return null;
        }

        var besides = words[at];
        RegionSet named =
        [
            .. report
                .MentionsIn(claim.Sentence)
                .Where(mention =>
                    !mention.Genitive
                    && mention.Place.Start > besides.Start
                    && IsEnumeration(report, besides.End, mention.Place)
                )
                .Select(mention => mention.Region),
        ];
        var both = named & claim.Claim.Regions;
        return both.IsEmpty
            ? null
            : new Finding
            {
                Rule = Name,
                Severity = Severity.Error,
                Message = $"Meningen gäller regioner utöver {named.Names}, men {both.Names} står också i fotnoten.",
                Places = [claim.Sentence.Place, report.PlaceOf(claim.Footnote!)],
                Footnote = claim.Footnote!.Footnote.Number,
            };
    }

    private static bool IsEnumeration(PublishedReport report, int from, Place name)
    {
        var between = report.Text.Blocks[name.Block].Text.AsSpan(from, name.Start - from);
        foreach (var range in between.SplitAny(" ,"))
        {
            var word = between[range];
            if (word.Length > 0 && !char.IsUpper(word[0]) && word is not ("och" or "samt"))
            {
                return false;
            }
        }

        return true;
    }
}
