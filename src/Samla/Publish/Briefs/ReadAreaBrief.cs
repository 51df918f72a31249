using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish.Briefs;

/// <summary>One area of the report on two pages: what is new, results and how they are known, open challenges, sources.</summary>
public sealed class ReadAreaBrief(SamlaDb db, ReadEdition readEdition, ReadEarlierClaims readEarlier)
{
    /// <param name="Edition">The latest edition of the round.</param>
    /// <param name="Chapter">The chapter about the area.</param>
    /// <param name="Summary">What stands under its heading for a summary; none where it has no such heading.</param>
    /// <param name="IsComparable">Whether there is an earlier year to compare anything with.</param>
    /// <param name="Changes">The claims whose regions have changed, the most changed first.</param>
    /// <param name="Most">What the most regions say.</param>
    /// <param name="Interventions">Those of the register that answer the area's questions.</param>
    /// <param name="Outcomes">Theirs, what is best known first.</param>
    /// <param name="Challenges">What is said of challenges, by the most regions first.</param>
    /// <param name="Messages">What is asked of others.</param>
    public sealed record Result(
        Round Round,
        Edition Edition,
        ReportChapter Chapter,
        IReadOnlyList<ReportBlock> Summary,
        bool IsComparable,
        IReadOnlyList<Change> Changes,
        IReadOnlyList<ClaimSentence> Most,
        IReadOnlyList<Intervention> Interventions,
        IReadOnlyList<BriefOutcome> Outcomes,
        IReadOnlyList<ClaimSentence> Challenges,
        IReadOnlyList<ClaimSentence> Messages
    );

    /// <param name="Sentence">The claim in its sentence.</param>
    /// <param name="Comparison">How it differs from the earlier year.</param>
    public sealed record Change(ClaimSentence Sentence, ReportComparison Comparison);

    /// <summary>Null where the round has no edition with that chapter.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Chapter> chapterId, CancellationToken cancellation)
    {
        if (
            await readEdition.ReadContents(roundId, cancellation) is not { } contents
            || await readEdition.ReadChapter(contents.Edition.Id, chapterId, cancellation) is not { } chapter
        )
        {
            return null;
        }

        var basis = await BriefBasis.Read(db, readEarlier, readEdition, contents.Round, cancellation);
        var interventions = await Interventions(contents.Round, chapterId, cancellation);
        List<ClaimSentence> sentences =
        [
            .. ClaimSentence
                .In(chapter)
                .Select(one => one.Sentence)
                .DistinctBy(sentence => sentence.Claim.Subject)
                .OrderByDescending(sentence => sentence.Claim.Claim.Regions.Count),
        ];
        return new Result(
            contents.Round,
            contents.Edition,
            chapter,
            SummaryOf(chapter),
            sentences.Exists(sentence => basis.EarlierOf(sentence.Claim) is not null),
            [.. ChangesIn(sentences, basis, contents.Round)],
            [
                .. sentences.Where(one =>
                    one.Claim.Who is null && !IsAbout(one, CodeAspect.Challenge) && !IsAbout(one, CodeAspect.Message)
                ),
            ],
            interventions,
            BriefOutcome.Of(interventions),
            [.. sentences.Where(one => IsAbout(one, CodeAspect.Challenge))],
            [.. sentences.Where(one => IsAbout(one, CodeAspect.Message))]
        );

        bool IsAbout(ClaimSentence sentence, CodeAspect aspect) => basis.IsAbout(sentence.Claim, aspect);
    }

    private static IReadOnlyList<ReportBlock> SummaryOf(ReportChapter chapter) =>
        [
            .. chapter
                .Blocks.SkipWhile(block =>
                    block is not ReportBlock.Heading(_, _, var text) || SectionRole.Of(text) != SectionRole.Summary
                )
                .Skip(1)
                .TakeWhile(block => block is not ReportBlock.Heading),
        ];

    private static IEnumerable<Change> ChangesIn(List<ClaimSentence> sentences, BriefBasis basis, Round round) =>
        from sentence in sentences
        let claim = sentence.Claim
        let earlier = basis.EarlierOf(claim)
        where earlier is not null
        let then = earlier.StandingBeside(claim.Standing)
        let shift = then.ShiftTo(claim.Standing)
        let moved = shift.Came.Count + shift.Went.Count
        where moved > 0
        orderby moved descending
        select new Change(
            sentence,
            new ReportComparison(
                claim.Code,
                claim.Label,
                ReportComparison.Write(
                    claim.Standing.Says.Count,
                    earlier.Standing.Says.Count,
                    ReportComparison.Earlier(earlier.Year, earlier.IsPrinted, round.PeriodEnd.Year)
                ),
                earlier.Year,
                earlier.IsPrinted ? null : earlier.Round.Id.Value,
                then,
                claim.Standing
            )
        );

    private async Task<IReadOnlyList<Intervention>> Interventions(
        Round round,
        Key<Chapter> chapterId,
        CancellationToken cancellation
    )
    {
        var requirements = await db
            .Chapters.Where(one => one.RoundId == round.Id && one.Id == chapterId)
            .Select(one => one.RestsOn)
            .SingleOrDefaultAsync(cancellation);
        var referring = await db
            .Interventions.Whole.Where(intervention =>
                intervention.RoundId == round.Id
                && intervention.References.Any(one => requirements!.Contains(one.RequirementId))
            )
            .AsSubmitted(cancellation);
        return [.. referring.Where(intervention => intervention.IsInRegister())];
    }
}
