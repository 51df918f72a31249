using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>What the database holds of a county's reporters in a round.</summary>
internal sealed record RegionBasis(
    RegionCode County,
    Dictionary<Key<Reporter>, int> Versions,
    List<RegionBasis.Coded> Passages,
    Dictionary<Id<Source>, RegionBasis.Counted> Texts,
    ILookup<(Key<Reporter>, string), string> Reasons,
    List<Intervention> Interventions,
    List<RegionBasis.Given> Answers
)
{
    /// <summary>A text with passages that the edition counts: as it was then, whatever has come in since.</summary>
    /// <param name="Document">The title of a document; null for an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of it: not of what somebody uploaded.</param>
    public sealed record Counted(string Text, Key<Requirement>? Requirement, string? Document, bool IsMarked);

    /// <param name="Reporter">Null for a passage of a document.</param>
    public sealed record Coded(string Code, Key<Reporter>? Reporter, Id<Source> Source, int Start, int Length);

    public sealed record Given(Key<Reporter> Reporter, Section Section, Requirement Requirement, Source Source);

    public static async Task<RegionBasis> Read(
        SamlaDb db,
        Round round,
        Edition edition,
        RegionCode county,
        CancellationToken cancellation
    )
    {
        var versions = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round.Id && reporter.County == county
            select submission
        )
            .AsNoTracking()
            .ToDictionaryAsync(s => s.ReporterId, s => s.CurrentVersion, cancellation);
        var passages = await (
            from passage in db.EditionPassages
            join source in db.Sources on passage.SourceId equals source.Id
            from reporter in db.Reporters.Where(one => one.Id == source.ReporterId).DefaultIfEmpty()
            from version in db.DocumentVersions.Where(one => one.SourceId == source.Id).DefaultIfEmpty()
            from document in db.Documents.Where(one => one.Id == version.DocumentId).DefaultIfEmpty()
            where passage.EditionId == edition.Id && (reporter.County == county || document.County == county)
            orderby passage.Start
            select new
            {
                passage.CodeId,
                source.ReporterId,
                source.Id,
                passage.Start,
                passage.Length,
            }
        ).ToListAsync(cancellation);
        var attributed = await (
            from attribution in db.EditionAttributions.AsNoTracking()
            join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
            where attribution.EditionId == edition.Id && reporter.County == county
            orderby attribution.AttributionId
            select attribution
        ).ToListAsync(cancellation);
        var keys = versions.Keys.ToList();
        var interventions = await db
            .Interventions.Whole.Where(intervention =>
                intervention.RoundId == round.Id
                && intervention.Reporters.Any(reporter => keys.Contains(reporter.ReporterId))
            )
            .AsSubmitted(cancellation);
        return new RegionBasis(
            county,
            versions,
            [.. passages.Select(p => new Coded(p.CodeId.Value, p.ReporterId, p.Id, p.Start, p.Length))],
            await ReadTexts(db, [.. passages.Select(p => p.Id).Distinct()], cancellation),
            attributed.ToLookup(one => (one.ReporterId, one.CodeId.Value), one => one.Reason),
            interventions,
            await ReadAnswers(db, round, county, cancellation)
        );
    }

    public ReadRegion.Part PartOf(Reporter reporter, ReportDocument report) =>
        new(
            reporter,
            Versions.GetValueOrDefault(reporter.Id),
            [.. Statements(reporter, report)],
            [
                .. from intervention in Interventions
                where intervention.IsIn(reporter.Id)
                orderby intervention
                    .RequirementsOf(reporter.Id)
                    .Select(OrderOf)
                    .DefaultIfEmpty(int.MaxValue)
                    .Min(), intervention.Id.Value
                select intervention,
            ],
            [.. AnswersOf(reporter)]
        );

    private int OrderOf(Key<Requirement> requirement) =>
        Answers.FindIndex(answer => answer.Requirement.Id == requirement) is >= 0 and var at ? at : int.MaxValue;

    private IEnumerable<ReadRegion.AnswerText> AnswersOf(Reporter reporter) =>
        from answer in Answers
        where answer.Reporter == reporter.Id
        select new ReadRegion.AnswerText(
            answer.Section,
            answer.Requirement,
            answer.Source.Text,
            Passages
                .Where(passage => passage.Source == answer.Source.Id)
                .ToLookup(passage => passage.Code, passage => passage.Start..(passage.Start + passage.Length))
        );

    private IEnumerable<ReadRegion.Statement> Statements(Reporter reporter, ReportDocument report)
    {
        var subject = reporter.Kind == ReporterKind.CountyBoard ? ClaimSubject.Agencies : ClaimSubject.Regions;
        var passages = Passages
            .Where(passage => passage.Reporter is null || passage.Reporter == reporter.Id)
            .ToLookup(passage => passage.Code);
        return from chapter in report.Chapters
            from found in ClaimSentence.In(chapter)
            let claim = found.Sentence.Claim
            where claim.Claim.Subject == subject && claim.Claim.Regions.Contains(County)
            let passage = claim.Codes.SelectMany(code => passages[code]).FirstOrDefault()
            let text = passage is null ? null : Texts[passage.Source]
            select new ReadRegion.Statement(
                chapter,
                found.Heading,
                found.Sentence,
                text?.Text.Substring(passage!.Start, passage.Length) ?? "",
                text?.Requirement,
                text?.Document,
                text?.IsMarked ?? false,
                claim.Codes.SelectMany(code => Reasons[(reporter.Id, code)]).FirstOrDefault()
            );
    }

    private static async Task<Dictionary<Id<Source>, Counted>> ReadTexts(
        SamlaDb db,
        List<Id<Source>> sources,
        CancellationToken cancellation
    ) =>
        await (
            from source in db.Sources
            where sources.Contains(source.Id)
            from version in db.DocumentVersions.Where(one => one.SourceId == source.Id).DefaultIfEmpty()
            from document in db.Documents.Where(one => one.Id == version.DocumentId).DefaultIfEmpty()
            select new
            {
                source.Id,
                source.Text,
                source.RequirementId,
                document.Title,
                IsMarked = source.Kind == SourceKind.Answer || version.UploadedBy == Marks.Inventor,
            }
        ).ToDictionaryAsync(
            row => row.Id,
            row => new Counted(row.Text, row.RequirementId, row.Title, row.IsMarked),
            cancellation
        );

    private static async Task<List<Given>> ReadAnswers(
        SamlaDb db,
        Round round,
        RegionCode county,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from answer in db.CurrentAnswers(round.Id)
            join source in db.Sources on answer.SourceId equals source.Id
            join reporter in db.Reporters on answer.ReporterId equals reporter.Id
            join requirement in db.Requirements
                on new { round.TemplateId, Id = answer.RequirementId } equals new
                {
                    requirement.TemplateId,
                    requirement.Id,
                }
            join section in db.Sections
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where reporter.County == county
            orderby section.Order, requirement.Order
            select new
            {
                answer.ReporterId,
                section,
                requirement,
                source,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return [.. rows.Select(row => new Given(row.ReporterId, row.section, row.requirement, row.source))];
    }
}
