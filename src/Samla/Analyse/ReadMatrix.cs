using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A code and where the 21 stand in relation to it.</summary>
public sealed record CodeRow(Code Code, Standing Standing);

/// <summary>Who says, is silent, was not asked or is not read, for each code of a round.</summary>
public sealed class ReadMatrix(SamlaDb db, ReadCounted counted)
{
    /// <summary>A row for each code that is no group and not merged into another, in the codebook's order; null where there is no such round.</summary>
    public async Task<IReadOnlyList<CodeRow>?> Run(Key<Round> round, CancellationToken cancellation) =>
        await Read(round, null, cancellation) is { } answers
            ? [.. answers.Concat(await OfDocuments(round, null, cancellation)).OrderBy(row => row.Code.Order)]
            : null;

    /// <summary>The rows of one requirement's or question's codes; of all codes about documents where it is null.</summary>
    public async Task<IReadOnlyList<CodeRow>?> Run(
        Key<Round> round,
        Key<Requirement>? requirement,
        CancellationToken cancellation
    ) =>
        requirement is null ? await OfDocuments(round, null, cancellation)
        : await Read(round, requirement, cancellation) is { } answers
            ? [.. answers, .. await OfDocuments(round, requirement, cancellation)]
        : null;

    /// <summary>
    /// A county is asked where it has a document, read where somebody has read all of its documents, and says what one of them
    /// is coded with. Documents about no county stand nowhere among the 21.
    /// </summary>
    private async Task<IReadOnlyList<CodeRow>> OfDocuments(
        Key<Round> round,
        Key<Requirement>? only,
        CancellationToken cancellation
    )
    {
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round && code.Kind == CodeKind.Leaf && code.MergedIntoId == null)
            .Where(code => code.Subject == ReporterKind.Document && (only == null || code.RequirementId == only))
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        if (codes.Count == 0)
        {
            return [];
        }

        var documents = await (
            from current in db.CurrentDocuments(round)
            where current.Document.County != null
            select new
            {
                current.Document.County,
                IsRead = db.Readings.Any(reading => reading.SourceId == current.SourceId),
            }
        ).ToListAsync(cancellation);
        var pairs = await (
            from current in db.CurrentDocuments(round)
            join coding in db.Codings on current.SourceId equals coding.SourceId
            where current.Document.County != null
            select new { coding.CodeId, current.Document.County }
        )
            .Distinct()
            .ToListAsync(cancellation);
        var (said, known) = await counted.Of(round, codes, cancellation);
        var coded = pairs
            .Select(pair => (pair.CodeId, County: (RegionCode?)pair.County))
            .Concat(said.Select(one => (CodeId: one.Code, one.Reporter.County)))
            .ToLookup(pair => pair.CodeId, pair => pair.County);
        var asked = Set(documents.Select(document => document.County));
        var read = asked - Set(documents.Where(document => !document.IsRead).Select(document => document.County));
        return
        [
            .. codes.Select(code => new CodeRow(
                code,
                code.Withheld is not null ? Standing.Of(asked, read: [], coded: [])
                    : known.TryGetValue(code.Id, out var told) ? Standing.Of(told.Asked, told.Read, Set(coded[code.Id]))
                    : Standing.Of(asked, read, Set(coded[code.Id]))
            )),
        ];
    }

    private async Task<IReadOnlyList<CodeRow>?> Read(
        Key<Round> round,
        Key<Requirement>? only,
        CancellationToken cancellation
    )
    {
        var template = await db
            .Rounds.Where(r => r.Id == round)
            .Select(r => r.TemplateId)
            .SingleOrDefaultAsync(cancellation);
        if (template is null)
        {
            return null;
        }

        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round && code.Kind == CodeKind.Leaf && code.MergedIntoId == null)
            .Where(code => code.Subject != ReporterKind.Document && code.RequirementId != null)
            .Where(code => only == null || code.RequirementId == only)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var requirements = await db
            .Requirements.AsNoTracking()
            .Where(requirement => requirement.TemplateId == template)
            .ToDictionaryAsync(requirement => requirement.Id, cancellation);
        var answers = await Answers(round, requirements.Values, only, cancellation);
        var (said, _) = await counted.Of(round, codes, cancellation);
        var coded = await Coded(round, only, said, cancellation);
        return
        [
            .. codes.Select(code => new CodeRow(
                code,
                StandingOf(
                    code,
                    requirements.GetValueOrDefault(code.RequirementId!),
                    answers,
                    coded.GetValueOrDefault((code.Id, code.Subject))
                )
            )),
        ];
    }

    private static Standing StandingOf(Code code, Requirement? requirement, Answered answers, RegionSet coded)
    {
        // Other authorities stand in no county, so the 21 are not asked.
        var asked =
            requirement?.AnsweredBy == code.Subject && code.Subject != ReporterKind.Agency ? requirement.Counties : [];
        return code.Withheld is not null
            ? Standing.Of(asked, read: [], coded: [])
            : Standing.Of(
                asked,
                // Rows need nobody to read them: those who have handed in have said what they say.
                code.CountedFrom
                    is null
                    ? answers.Read.GetValueOrDefault((requirement?.Id, code.Subject))
                    : answers.Submitted.GetValueOrDefault(code.Subject),
                coded
            );
    }

    /// <param name="Read">For each requirement those who left it empty, or whose answer somebody has read.</param>
    /// <param name="Submitted">Those who have handed in.</param>
    private sealed record Answered(
        Dictionary<(Key<Requirement>?, ReporterKind), RegionSet> Read,
        Dictionary<ReporterKind, RegionSet> Submitted
    );

    private async Task<Answered> Answers(
        Key<Round> round,
        IReadOnlyCollection<Requirement> requirements,
        Key<Requirement>? only,
        CancellationToken cancellation
    )
    {
        var submitted = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && submission.CurrentVersion > 0 && reporter.County != null
            select new { reporter.Kind, reporter.County }
        ).ToListAsync(cancellation);
        var unread = await (
            from answer in db.CurrentAnswers(round)
            join reporter in db.Reporters on answer.ReporterId equals reporter.Id
            where only == null || answer.RequirementId == only
            where !db.Readings.Any(reading => reading.SourceId == answer.SourceId) && reporter.County != null
            select new
            {
                answer.RequirementId,
                reporter.Kind,
                reporter.County,
            }
        ).ToListAsync(cancellation);
        var unreadSets = unread
            .GroupBy(answer => (answer.RequirementId, answer.Kind))
            .ToDictionary(group => group.Key, group => Set(group.Select(answer => answer.County)));
        var submittedSets = submitted
            .GroupBy(one => one.Kind)
            .ToDictionary(kind => kind.Key, kind => Set(kind.Select(one => one.County)));
        return new Answered(
            requirements.ToDictionary(
                requirement => ((Key<Requirement>?)requirement.Id, requirement.AnsweredBy),
                requirement =>
                    submittedSets.GetValueOrDefault(requirement.AnsweredBy)
                    - unreadSets.GetValueOrDefault((requirement.Id, requirement.AnsweredBy))
            ),
            submittedSets
        );
    }

    private async Task<Dictionary<(Key<Code>, ReporterKind), RegionSet>> Coded(
        Key<Round> round,
        Key<Requirement>? only,
        IReadOnlyList<CountedSaid> said,
        CancellationToken cancellation
    )
    {
        var pairs = await (
            from answer in db.CurrentAnswers(round)
            join coding in db.Codings on answer.SourceId equals coding.SourceId
            join reporter in db.Reporters on answer.ReporterId equals reporter.Id
            where only == null || answer.RequirementId == only
            where reporter.County != null
            select new
            {
                coding.CodeId,
                reporter.Kind,
                reporter.County,
            }
        )
            .Distinct()
            .ToListAsync(cancellation);
        var attributed = await (
            from attribution in db.Attributions
            join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
            join code in db.Codes
                on new { attribution.RoundId, attribution.CodeId } equals new { code.RoundId, CodeId = code.Id }
            where attribution.RoundId == round && reporter.County != null
            where only == null || code.RequirementId == only
            select new
            {
                attribution.CodeId,
                reporter.Kind,
                reporter.County,
            }
        ).ToListAsync(cancellation);
        return pairs
            .Concat(attributed)
            .Select(pair => (pair.CodeId, pair.Kind, pair.County))
            .Concat(
                from one in said
                where one.Reporter.County is not null
                select (CodeId: one.Code, one.Reporter.Kind, County: one.Reporter.County!)
            )
            .GroupBy(pair => (pair.CodeId, pair.Kind))
            .ToDictionary(group => group.Key, group => Set(group.Select(pair => pair.County)));
    }

    private static RegionSet Set(IEnumerable<RegionCode?> counties) => [.. counties.OfType<RegionCode>()];
}
