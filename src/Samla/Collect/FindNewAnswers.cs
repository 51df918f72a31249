using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The answers of a section that have been saved since somebody saw them.</summary>
public sealed class FindNewAnswers(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who saved it, by name; empty where nobody knows.</param>
    public sealed record NewAnswer(
        Key<Requirement> Requirement,
        string Text,
        int Revision,
        DateTimeOffset SavedAt,
        string By
    );

    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose answers.</param>
    /// <param name="section">In which section.</param>
    /// <param name="seen">The revision that was seen of each; one that is not there was never saved.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null where there is no such submission or section.</returns>
    public async Task<IReadOnlyList<NewAnswer>?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Section> section,
        IReadOnlyDictionary<Key<Requirement>, int> seen,
        CancellationToken cancellation
    )
    {
        var submission = await db
            .Submissions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.RoundId == round && s.ReporterId == reporter, cancellation);
        var isThere = await (
            from reporting in db.Rounds
            join asked in db.Sections on reporting.TemplateId equals asked.TemplateId
            where reporting.Id == round && asked.Id == section
            select asked
        ).AnyAsync(cancellation);
        if (submission is null || !isThere)
        {
            return null;
        }

        var news = await NewIn(submission.Id, round, section, seen, cancellation);
        return news.Count == 0 ? [] : await Read(submission.Id, news, cancellation);
    }

    /// <summary>Nearly always nothing is new: the numbers are asked for first, and the texts only of what is.</summary>
    private async Task<List<Key<Requirement>>> NewIn(
        Id<Submission> submission,
        Key<Round> round,
        Key<Section> section,
        IReadOnlyDictionary<Key<Requirement>, int> seen,
        CancellationToken cancellation
    )
    {
        var revisions = await (
            from answer in db.Answers.AsNoTracking()
            join reporting in db.Rounds on round equals reporting.Id
            join requirement in db.Requirements
                on new { reporting.TemplateId, Id = answer.RequirementId } equals new
                {
                    requirement.TemplateId,
                    requirement.Id,
                }
            where answer.SubmissionId == submission && requirement.SectionId == section
            select new { answer.RequirementId, answer.Revision }
        ).ToListAsync(cancellation);
        return
        [
            .. revisions
                .Where(one => one.Revision > seen.GetValueOrDefault(one.RequirementId))
                .Select(one => one.RequirementId),
        ];
    }

    private async Task<IReadOnlyList<NewAnswer>> Read(
        Id<Submission> submission,
        List<Key<Requirement>> news,
        CancellationToken cancellation
    )
    {
        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => a.SubmissionId == submission && news.Contains(a.RequirementId))
            .ToListAsync(cancellation);
        var writers = await db
            .AnswerRevisions.AsNoTracking()
            .Where(r => r.SubmissionId == submission && news.Contains(r.RequirementId))
            .GroupBy(r => r.RequirementId)
            .Select(group =>
                group.OrderByDescending(r => r.First).Select(r => new { r.RequirementId, r.SavedBy }).First()
            )
            .ToListAsync(cancellation);
        var called = await names.Run(writers.Select(w => w.SavedBy).Where(by => by.Length > 0), cancellation);
        return
        [
            .. answers.Select(answer => new NewAnswer(
                answer.RequirementId,
                answer.Text,
                answer.Revision,
                answer.SavedAt,
                writers.Find(w => w.RequirementId == answer.RequirementId) is { SavedBy.Length: > 0 } writer
                    ? called[writer.SavedBy]
                    : ""
            )),
        ];
    }
}
