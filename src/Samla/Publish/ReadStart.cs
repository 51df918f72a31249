using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Reference;

namespace Samla.Publish;

/// <summary>What a visitor meets first: the latest edition, what it rests on, and one number followed to its words.</summary>
public sealed class ReadStart(SamlaDb db, ListPublishedRounds published, ReadEdition readEdition, RegionFacts facts)
{
    /// <param name="Reported">The regions that have submitted.</param>
    /// <param name="Interventions">How many are in the register.</param>
    /// <param name="Outcomes">How many outcomes they have.</param>
    /// <param name="Verified">How many of the outcomes are known by monitoring or evaluation.</param>
    /// <param name="Example">Null where no sentence of the edition is short enough to show.</param>
    /// <param name="Themes">The chapters of the areas of the national strategy.</param>
    public sealed record Result(
        Round Round,
        Edition Edition,
        RegionSet Reported,
        int Interventions,
        int Outcomes,
        int Verified,
        Example? Example,
        IReadOnlyList<Theme> Themes
    );

    /// <param name="ChapterId">The chapter that the sentence stands in.</param>
    /// <param name="Passage">What one of those counted has written.</param>
    public sealed record Example(string ChapterId, ClaimSentence Sentence, ReadEdition.Passage Passage);

    /// <param name="Name">Shorter than the chapter's title.</param>
    /// <param name="Sentence">Something that the chapter says; null where nothing is short enough.</param>
    public sealed record Theme(string ChapterId, string Name, ClaimSentence? Sentence);

    /// <summary>Null where nothing is published.</summary>
    public async Task<Result?> Run(CancellationToken cancellation)
    {
        if (
            await published.Run(cancellation) is not [{ Round: var round }, ..]
            || await readEdition.ReadWhole(round.Id, cancellation) is not var (edition, report)
        )
        {
            return null;
        }

        var reported = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where
                submission.RoundId == round.Id
                && submission.CurrentVersion > 0
                && reporter.Kind == ReporterKind.Region
                && reporter.County != null
            select reporter.County
        ).ToListAsync(cancellation);
        var (interventions, outcomes) = await Register(round, cancellation);
        var themes = await Themes(round, report, cancellation);
        return new Result(
            round,
            edition,
            [.. reported.OfType<RegionCode>()],
            interventions,
            outcomes.Count,
            outcomes.Count(evidence => evidence is Evidence.Monitoring or Evidence.Evaluation),
            await FindExample(edition, report, cancellation),
            themes
        );
    }

    /// <summary>The register as it was handed in: how many interventions it has, and how each outcome of theirs is known.</summary>
    private async Task<(int Interventions, List<Evidence> Outcomes)> Register(
        Round round,
        CancellationToken cancellation
    )
    {
        var all = db.Interventions.Where(one => one.RoundId == round.Id);
        var unchanged = all.Where(one =>
            one.SubmittedRevision == one.Revision
            && one.MergedIntoId == null
            && one.Reporters.Any(whose => whose.RemovedAt == null)
        );
        var outcomes = await unchanged
            .SelectMany(one => one.Outcomes)
            .Select(outcome => outcome.Evidence)
            .ToListAsync(cancellation);
        var states = await all.Where(one => one.SubmittedState != null)
            .Select(one => one.SubmittedState!)
            .ToListAsync(cancellation);
        var changed = states.ConvertAll(InterventionJson.Read).FindAll(one => one.IsInRegister());
        outcomes.AddRange(changed.SelectMany(one => one.Outcomes).Select(outcome => outcome.Evidence));
        return (await unchanged.CountAsync(cancellation) + changed.Count, outcomes);
    }

    private async Task<IReadOnlyList<Theme>> Themes(Round round, ReportDocument report, CancellationToken cancellation)
    {
        var names = await db
            .Codes.Where(code => code.RoundId == round.Id && code.ParentId == null)
            .ToDictionaryAsync(code => code.Id.Value, code => code.Label, cancellation);
        return
        [
            .. from section in facts.StrategicSections
            join chapter in report.Chapters on section equals chapter.Id
            select new Theme(
                section,
                names.GetValueOrDefault(section, chapter.Title),
                Short(chapter, least: 10, most: 17).FirstOrDefault()
            ),
        ];
    }

    private async Task<Example?> FindExample(Edition edition, ReportDocument report, CancellationToken cancellation)
    {
        var found = report
            .Chapters.Where(chapter => facts.StrategicSections.Contains(chapter.Id))
            .SelectMany(chapter => Short(chapter, least: 5, most: 9).Select(sentence => (chapter, sentence)))
            .OrderBy(candidate => candidate.sentence.Text.Length)
            .FirstOrDefault();
        if (found.sentence is null)
        {
            return null;
        }

        var code = Key<Code>.Parse(found.sentence.Claim.Code, null);
        var passages = await readEdition.ReadPassages(edition.Id, code, cancellation);
        // The example begins with what a region writes.
        return passages.Where(one => one.Reporter is not null).MinBy(one => one.Quote.Length) is { } passage
            ? new Example(found.chapter.Id, found.sentence, passage)
            : null;
    }

    /// <summary>The chapter's sentences that begin with an exact number and need nothing before them, the shortest first.</summary>
    private static IEnumerable<ClaimSentence> Short(ReportChapter chapter, int least, int most) =>
        from found in ClaimSentence.In(chapter)
        let sentence = found.Sentence
        let claim = sentence.Claim.Claim
        where
            sentence.Before.Length == 0
            && sentence.After.Length is > 15 and < 90
            // "i det här avsnittet" says nothing outside it
            && !sentence.After.Contains(" här ", StringComparison.Ordinal)
            && claim is { Quantifier.Kind: QuantifierKind.Exact, Subject: ClaimSubject.Regions }
            && sentence.Claim.Who is null
            && claim.Regions.Count >= least
            && claim.Regions.Count <= most
        orderby sentence.After.Length
        select sentence;
}
