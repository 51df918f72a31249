using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish.FactChecks;

/// <summary>The words that stand behind what a report says, by whose they are; with the reasons that stand for words.</summary>
internal sealed class OwnWords
{
    private readonly ILookup<Key<Reporter>, One> _all;

    private OwnWords(IEnumerable<One> all) => _all = all.ToLookup(one => one.Reporter);

    /// <param name="Source">Null for a reason.</param>
    private sealed record One(Key<Reporter> Reporter, Key<Code> Code, Guid? Source, CheckedWords Words);

    /// <summary>What finds a reporter's statements in the report that these words are behind.</summary>
    public StatementFinder FinderFor(Reporter reporter)
    {
        var own = _all[reporter.Id].ToList();
        return new StatementFinder(
            reporter,
            own.ToLookup(one => one.Code.Value, one => one.Words),
            own.Where(one => one.Source is not null).ToLookup(one => one.Source!.Value, one => one.Words)
        );
    }

    /// <summary>What is coded at this moment.</summary>
    public static async Task<OwnWords> OfRound(
        SamlaDb db,
        ReadCounted readCounted,
        Round round,
        CancellationToken cancellation
    )
    {
        var passages = await (
            from current in db.CurrentSources(round.Id)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            orderby coding.SourceId, coding.Start
            select new Passage
            {
                Code = coding.CodeId,
                Source = current.Source.Id,
                Reporter = current.Source.ReporterId,
                County = current.Document!.County,
                Requirement = current.Source.RequirementId,
                Document = current.Document.Title,
                Text = coding.Quote,
            }
        ).ToListAsync(cancellation);
        var reasons = await db
            .Attributions.AsNoTracking()
            .Where(attribution => attribution.RoundId == round.Id)
            .OrderBy(attribution => attribution.CodedAt)
            .Select(one => new One(one.ReporterId, one.CodeId, null, new CheckedWords(one.Reason, null, "")))
            .ToListAsync(cancellation);
        var counted = await readCounted.Run(round.Id, _ => true, cancellation);
        var titles = await Titles(db, round, cancellation);
        return new OwnWords(
            Of(passages, titles)
                .Concat(reasons)
                .Concat(
                    counted.Select(one => new One(
                        one.Reporter.Id,
                        one.Code,
                        null,
                        // The reporter's own rows, or a reason of the agency's.
                        one.Requirement
                            is { } requirement
                            ? new CheckedWords(one.Reason, requirement.Value, titles[requirement])
                            : new CheckedWords(one.Reason, null, "")
                    ))
                )
        );
    }

    /// <summary>What was coded when an edition was published; of one county alone.</summary>
    public static async Task<OwnWords> OfEdition(
        SamlaDb db,
        Round round,
        Edition edition,
        RegionCode county,
        CancellationToken cancellation
    )
    {
        var passages = await (
            from passage in db.EditionPassages
            join owned in db.OwnedSources on passage.SourceId equals owned.Source.Id
            where passage.EditionId == edition.Id
            where owned.Reporter!.County == county || owned.Document!.County == county
            orderby passage.SourceId, passage.Start
            select new Passage
            {
                Code = passage.CodeId,
                Source = owned.Source.Id,
                Reporter = owned.Source.ReporterId,
                County = owned.Document!.County,
                Requirement = owned.Source.RequirementId,
                Document = owned.Document.Title,
                Text = owned.Source.Text,
                Start = passage.Start,
                Length = passage.Length,
            }
        ).ToListAsync(cancellation);
        var reasons = await (
            from attribution in db.EditionAttributions.AsNoTracking()
            join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
            where attribution.EditionId == edition.Id && reporter.County == county
            orderby attribution.AttributionId
            select new One(reporter.Id, attribution.CodeId, null, new CheckedWords(attribution.Reason, null, ""))
        ).ToListAsync(cancellation);
        return new OwnWords(Of(passages, await Titles(db, round, cancellation)).Concat(reasons));
    }

    private sealed class Passage
    {
        public required Key<Code> Code { get; init; }
        public required Id<Source> Source { get; init; }
        public required Key<Reporter>? Reporter { get; init; }
        public required RegionCode? County { get; init; }
        public required Key<Requirement>? Requirement { get; init; }
        public required string? Document { get; init; }
        public required string Text { get; init; }

        /// <summary>Where the words begin in <see cref="Text"/>, where that is a whole source.</summary>
        public int Start { get; init; }

        /// <summary>0 where <see cref="Text"/> is the words alone.</summary>
        public int Length { get; init; }
    }

    private static IEnumerable<One> Of(IEnumerable<Passage> passages, Dictionary<Key<Requirement>, string> titles) =>
        from passage in passages
        // A document about a county is counted as its region's.
        let reporter = passage.Reporter
            ?? (passage.County is { } county ? Reporter.KeyOf(county, ReporterKind.Region) : null)
        where reporter is not null
        let title = passage.Requirement is { } requirement
            ? titles.GetValueOrDefault(requirement, requirement.Value)
            : passage.Document ?? ""
        select new One(
            reporter,
            passage.Code,
            passage.Source.Value,
            new CheckedWords(
                // Not in the question: engines count other signs than we do.
                passage.Length == 0
                    ? passage.Text
                    : passage.Text.Substring(passage.Start, passage.Length),
                passage.Requirement?.Value,
                title
            )
        );

    private static Task<Dictionary<Key<Requirement>, string>> Titles(
        SamlaDb db,
        Round round,
        CancellationToken cancellation
    ) =>
        db
            .Requirements.Where(requirement => requirement.TemplateId == round.TemplateId)
            .ToDictionaryAsync(requirement => requirement.Id, requirement => requirement.Title, cancellation);
}
