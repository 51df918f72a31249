using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter hands in the answers and interventions as they are now. The answers become a version that nobody can change; answers that did not
/// change keep their source, and with it everything that analysts have done.
/// </summary>
public sealed class SubmitReport(
    SamlaDb db,
    ViewSubmission viewSubmission,
    IEnumerable<AfterSubmission> afterwards,
    TimeProvider clock
)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose answers.</param>
    /// <param name="seen">The <see cref="ViewSubmission.Result.ReadMark"/> of what the submitter read; null where nobody read it first.</param>
    /// <param name="decision">The decision on what is submitted; null where there is none yet, or none is needed.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        string? seen,
        Decision? decision,
        string actor,
        CancellationToken cancellation
    )
    {
        // Two officers may submit at once: the second finds what the first made.
        await using var transaction = await db.BeginAlone(cancellation);
        if (await viewSubmission.Run(round, reporter, cancellation) is not { } view)
        {
            return new Outcome.Refused(["Redovisningen finns inte."]);
        }

        if (Reasons(view, seen) is { Count: > 0 } reasons)
        {
            return new Outcome.Refused(reasons);
        }

        if (view is { Latest: { } latest, CanBeHandedIn: false })
        {
            return new Outcome.Unchanged(latest.Number);
        }

        var interventions = await HandInInterventions(view, cancellation);
        var changed = AddVersion(view, interventions, decision, actor) + view.ChangedInterventions.Count;
        var version = view.Submission.CurrentVersion + 1;
        var submission = await db.Submissions.SingleAsync(one => one.Id == view.Submission.Id, cancellation);
        submission.CurrentVersion = version;
        await db.Save(new Change(actor, "submission.submit", $"{round}/{reporter}/v{version}"), cancellation);
        foreach (var after in afterwards)
        {
            await after(submission, actor, cancellation);
        }

        await transaction.CommitOwn(cancellation);

        return new Outcome.Submitted(version, changed);
    }

    /// <summary>What stands in the way; none where nothing does.</summary>
    private static List<string> Reasons(ViewSubmission.Result view, string? seen) =>
        !view.Round.IsOpen ? ["Omgången är stängd."]
        : seen is not null && seen != view.ReadMark
            ? ["Någon har sparat något sedan du öppnade sidan. Läs igenom svaren igen; det här är de senaste."]
        :
        [
            .. from section in view.Sections
            from item in section.Items
            where item.Over > 0
            select $"”{item.Requirement.Title}” har {item.Over} tecken för mycket. Korta texten och lämna in igen.",
            .. from section in view.Sections
            from item in section.Items
            where item.Table is not null
            from row in item.Table!.TooLong
            from tooLong in row.Cells.TooLong(item.Table!.Table)
            select $"I tabellen ”{item.Requirement.Title}” har ”{tooLong.Column.Title}” {tooLong.Over} tecken för mycket på en rad. Korta texten och lämna in igen.",
        ];

    /// <summary>Hands in what is new, changed or taken out, and adds all that stand in the register to the new version.</summary>
    private async Task<List<SubmittedIntervention>> HandInInterventions(
        ViewSubmission.Result view,
        CancellationToken cancellation
    )
    {
        var (submission, reporter) = (view.Submission, view.Reporter.Id);
        var earlier = await db
            .SubmittedInterventions.AsNoTracking()
            .Where(one => one.SubmissionId == submission.Id && one.Version == submission.CurrentVersion)
            .ToDictionaryAsync(one => one.InterventionId, cancellation);
        var register = await db
            .Interventions.InRegister(view.Round.Id, reporter)
            .Select(one => new { one.Id, one.Revision })
            .ToListAsync(cancellation);
        var changed = view.ChangedInterventions.Select(one => one.Id).ToList();
        var unknown = register
            .Where(one => earlier.GetValueOrDefault(one.Id)?.Revision != one.Revision)
            .Select(one => one.Id)
            .Union(changed)
            .ToList();
        var loaded = await db
            .Interventions.Whole.Where(one => unknown.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, cancellation);
        changed.ForEach(id => loaded[id].HandIn());

        var version = submission.CurrentVersion + 1;
        List<SubmittedIntervention> submitted =
        [
            .. register.Select(one =>
                loaded.TryGetValue(one.Id, out var intervention)
                    ? SubmittedIntervention.Of(intervention, submission.Id, version)
                    : earlier[one.Id].In(version)
            ),
        ];
        db.SubmittedInterventions.AddRange(submitted);
        return submitted;
    }

    /// <returns>How many answers are new, changed or taken away.</returns>
    private int AddVersion(
        ViewSubmission.Result view,
        IEnumerable<SubmittedIntervention> interventions,
        Decision? decision,
        string actor
    )
    {
        var (submission, now) = (view.Submission, clock.GetUtcNow());
        var number = submission.CurrentVersion + 1;
        var items = view.Sections.SelectMany(section => section.Items).ToList();
        var added = items
            .Where(item => item is { IsChanged: true, Whole: not "" })
            .Select(item => NewSource(submission, item))
            .ToDictionary(source => source.RequirementId!);
        var answered = items.FindAll(item => item.Whole != "");
        db.Sources.AddRange(added.Values);
        db.SubmittedAnswers.AddRange(
            answered.Select(item => new SubmittedAnswer
            {
                SubmissionId = submission.Id,
                Version = number,
                RequirementId = item.Requirement.Id,
                SourceId = added.TryGetValue(item.Requirement.Id, out var source) ? source.Id : item.SourceId!.Value,
                Rows = item.Table is { Rows.Count: > 0 } table ? RowsOf(table) : null,
                ProseEnd = item.Table is { Rows.Count: > 0 } ? item.Draft!.Text.Length : null,
            })
        );
        db.SubmissionVersions.Add(
            new SubmissionVersion
            {
                SubmissionId = submission.Id,
                Number = number,
                SubmittedAt = now,
                SubmittedBy = actor,
                IsLate = view.Round.IsLate(now),
                HoldsInterventions = true,
                Hash = SubmissionVersion.HashOf(
                    answered.Select(item => (item.Requirement.Id, Source.HashOf(item.Whole))),
                    interventions.Select(one => (one.InterventionId, Source.HashOf(one.State)))
                ),
            }
        );
        if (decision is not null)
        {
            db.SubmissionDecisions.Add(SubmissionDecision.Of(decision, submission.Id, number, number: 1, actor, now));
        }

        return items.Count(item => item.IsChanged);
    }

    private static string RowsOf(ViewSubmission.ItemTable table) =>
        SubmittedRow.Write(table.Rows.Select(row => new SubmittedRow(row.Row.Id, row.Cells)), table.Table);

    private Source NewSource(Submission submission, ViewSubmission.Item item) =>
        new()
        {
            Id = Id.New<Source>(clock),
            RoundId = submission.RoundId,
            Kind = SourceKind.Answer,
            ReporterId = submission.ReporterId,
            RequirementId = item.Requirement.Id,
            Text = item.Whole,
            Hash = Source.HashOf(item.Whole),
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
