using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter hands in the answers and interventions as they are now. The answers become a version that nobody can change; answers that did not
/// change keep their source, and with it everything that analysts have done.
/// </summary>
public sealed class SubmitReport(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose answers.</param>
    /// <param name="decision">The decision on what is submitted; null where there is none yet, or none is needed.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Decision? decision,
        string actor,
        CancellationToken cancellation
    )
    {
        // Two officers may submit at once: the second finds what the first made.
        await using var transaction = await db.BeginAlone(cancellation);
        var submission = await db.Submissions.SingleOrDefaultAsync(
            s => s.RoundId == round && s.ReporterId == reporter,
            cancellation
        );
        if (submission is null)
        {
            return new Outcome.Refused(["Redovisningen finns inte."]);
        }

        var reporting = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == round, cancellation);
        if (!reporting.IsOpen)
        {
            return new Outcome.Refused(["Omgången är stängd."]);
        }

        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => a.SubmissionId == submission.Id && a.Text != "")
            .ToListAsync(cancellation);
        var blockers = await Blockers(reporting, answers, cancellation);
        if (blockers.Count > 0)
        {
            return new Outcome.Refused(blockers);
        }

        var interventions = await Unsubmitted(round, reporter, cancellation);
        var before = await Current(submission, cancellation);
        var now = answers.ToDictionary(answer => answer.RequirementId, answer => answer.Text);
        if (submission.CurrentVersion > 0 && interventions.Count == 0 && Same(before, now))
        {
            return new Outcome.Unchanged(submission.CurrentVersion);
        }

        interventions.ForEach(one => one.HandIn());
        var changed = AddVersion(reporting, submission, before, answers, actor);
        if (decision is not null)
        {
            db.SubmissionDecisions.Add(
                SubmissionDecision.Of(
                    decision,
                    submission.Id,
                    submission.CurrentVersion,
                    number: 1,
                    actor,
                    clock.GetUtcNow()
                )
            );
        }

        await db.Save(
            new Change(actor, "submission.submit", $"{round}/{reporter}/v{submission.CurrentVersion}"),
            cancellation
        );
        await transaction.CommitOwn(cancellation);

        return new Outcome.Submitted(submission.CurrentVersion, changed + interventions.Count);
    }

    private async Task<List<Intervention>> Unsubmitted(
        Key<Round> round,
        Key<Reporter> reporter,
        CancellationToken cancellation
    )
    {
        var changed = await db.UnsubmittedInterventions(round, reporter, cancellation);
        var ids = changed[reporter].Select(one => one.Id).ToList();
        return await db.Interventions.AsSplitQuery().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
    }

    private async Task<List<string>> Blockers(Round round, List<Answer> answers, CancellationToken cancellation)
    {
        var limits = await db
            .Requirements.AsNoTracking()
            .Where(r => r.TemplateId == round.TemplateId)
            .ToDictionaryAsync(r => r.Id, cancellation);
        return
        [
            .. from answer in answers
            let requirement = limits[answer.RequirementId]
            let over = Characters.CountIn(answer.Text) - requirement.CharacterLimit
            where over > 0
            select $"”{requirement.Title}” är {over} tecken för långt. Korta texten och lämna in igen.",
        ];
    }

    private Task<Dictionary<Key<Requirement>, Source>> Current(Submission submission, CancellationToken cancellation) =>
        (
            from answer in db.SubmittedAnswers.AsNoTracking()
            join source in db.Sources.AsNoTracking() on answer.SourceId equals source.Id
            where answer.SubmissionId == submission.Id && answer.Version == submission.CurrentVersion
            select new { answer.RequirementId, source }
        ).ToDictionaryAsync(pair => pair.RequirementId, pair => pair.source, cancellation);

    private static bool Same(Dictionary<Key<Requirement>, Source> before, Dictionary<Key<Requirement>, string> now) =>
        before.Count == now.Count
        && now.All(answer => before.TryGetValue(answer.Key, out var source) && source.Text == answer.Value);

    private int AddVersion(
        Round round,
        Submission submission,
        Dictionary<Key<Requirement>, Source> before,
        List<Answer> answers,
        string actor
    )
    {
        submission.CurrentVersion++;
        var sources = answers.ToDictionary(
            answer => answer.RequirementId,
            answer =>
                before.GetValueOrDefault(answer.RequirementId) is { } source && source.Text == answer.Text
                    ? source
                    : NewSource(submission, answer)
        );
        var added = sources.Values.Except(before.Values).ToList();
        var now = clock.GetUtcNow();
        db.SubmissionVersions.Add(
            new SubmissionVersion
            {
                SubmissionId = submission.Id,
                Number = submission.CurrentVersion,
                SubmittedAt = now,
                SubmittedBy = actor,
                IsLate = round.IsLate(now),
                Hash = SubmissionVersion.HashOf(sources.Select(pair => (pair.Key, pair.Value.Hash))),
            }
        );
        db.Sources.AddRange(added);
        db.SubmittedAnswers.AddRange(
            sources.Select(pair => new SubmittedAnswer
            {
                SubmissionId = submission.Id,
                Version = submission.CurrentVersion,
                RequirementId = pair.Key,
                SourceId = pair.Value.Id,
            })
        );
        return added.Count + before.Keys.Except(sources.Keys).Count();
    }

    private Source NewSource(Submission submission, Answer answer) =>
        new()
        {
            Id = Id.New<Source>(clock),
            RoundId = submission.RoundId,
            Kind = SourceKind.Answer,
            ReporterId = submission.ReporterId,
            RequirementId = answer.RequirementId,
            Text = answer.Text,
            Hash = Source.HashOf(answer.Text),
            CreatedAt = clock.GetUtcNow(),
        };

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Version">The new version's number.</param>
        /// <param name="Changed">How many answers and interventions are new, changed or taken away.</param>
        public sealed record Submitted(int Version, int Changed) : Outcome;

        /// <summary>Nothing has changed since the latest version, so there is no new one.</summary>
        public sealed record Unchanged(int Version) : Outcome;

        /// <param name="Reasons">At least one, in Swedish.</param>
        public sealed record Refused(IReadOnlyList<string> Reasons) : Outcome;
    }
}
