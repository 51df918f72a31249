using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// How far every reporter of a round has come, for the agency: how many answers there are, never what they say. Takes as many
/// questions to the database however many reporters there are.
/// </summary>
public sealed class ViewProgress(SamlaDb db, ListSubmissions listSubmissions, ActorNames names)
{
    /// <param name="Sections">The sections in which somebody is asked something, in the order they are asked.</param>
    /// <param name="Lines">Regions first, then county administrative boards and other authorities, each in Swedish order.</param>
    /// <param name="Reminders">Those that have been sent, the latest first.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<SentReminder> Reminders
    );

    /// <summary>A reporter's part of the round.</summary>
    /// <param name="Submission">What has been handed in, and how much has been changed since.</param>
    /// <param name="Sections">What is asked of it, by section; a section that asks it nothing is not there.</param>
    /// <param name="ActiveAt">When an answer or an intervention was last saved, or the report handed in; null for never.</param>
    /// <param name="People">How many can sign in.</param>
    /// <param name="Reminded">Those of them whom a reminder goes to.</param>
    /// <param name="RemindedAt">When somebody there was last sent a reminder; null for never.</param>
    public sealed record Line(
        ListSubmissions.Line Submission,
        IReadOnlyDictionary<Key<Section>, SectionProgress> Sections,
        DateTimeOffset? ActiveAt,
        int People,
        IReadOnlyList<Account> Reminded,
        DateTimeOffset? RemindedAt
    )
    {
        public Reporter Reporter => Submission.Reporter;

        public int Asked => Sections.Values.Sum(section => section.Asked);

        public int Answered => Sections.Values.Sum(section => section.Answered);

        public int Over => Sections.Values.Sum(section => section.Over);

        public bool IsSubmitted => Submission.Version > 0;
    }

    /// <summary>A reporter's answers in a section.</summary>
    /// <param name="Asked">How many questions there are.</param>
    /// <param name="Answered">How many of them have an answer.</param>
    /// <param name="Over">How many answers are longer than they may be.</param>
    /// <param name="Changed">How many answers are not as in the latest version.</param>
    public sealed record SectionProgress(int Asked, int Answered, int Over, int Changed);

    /// <summary>A reminder that has been sent.</summary>
    /// <param name="By">Who sent it, by name.</param>
    /// <param name="Reporters">To how many reporters.</param>
    /// <param name="Letters">How many letters were sent or laid in the outbox.</param>
    /// <param name="Unsent">How many reporters were not reached by any letter.</param>
    public sealed record SentReminder(
        Id<Reminder> Id,
        DateTimeOffset At,
        string By,
        int Reporters,
        int Letters,
        int Unsent
    );

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> id, Visitor visitor, CancellationToken cancellation)
    {
        if (await listSubmissions.Run(id, cancellation) is not { Round: var round, Lines: var submissions })
        {
            return null;
        }

        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        var answers = (await Answers(id).ToListAsync(cancellation)).ToLookup(answer => answer.Reporter);
        var over = await TooLong(round, cancellation);
        var referred = (await db.QuestionsWithInterventions(id, reporter: null, cancellation)).ToLookup(one =>
            one.Reporter
        );
        var interventions = await InterventionsSavedAt(id, cancellation);
        var people = await db.PeopleWhoCanSignIn(id, visitor, cancellation);
        var reminders = await db
            .Reminders.AsNoTracking()
            .Include(reminder => reminder.Reporters)
            .Where(reminder => reminder.RoundId == id)
            .OrderByDescending(reminder => reminder.BegunAt)
            .ToListAsync(cancellation);
        var lines = submissions.Select(LineOf).ToList();
        return new Result(
            round,
            [.. sections.Where(section => lines.Exists(line => line.Sections.ContainsKey(section.Id)))],
            lines,
            await Sent(reminders, cancellation)
        );

        Line LineOf(ListSubmissions.Line one) =>
            new(
                one,
                ProgressIn(one.Reporter, sections, answers[one.Reporter.Id], referred[one.Reporter.Id], over),
                answers[one.Reporter.Id]
                    .Where(answer => answer.IsWritten || answer.IsChanged)
                    .Select(answer => (DateTimeOffset?)answer.SavedAt)
                    .Concat(interventions[one.Reporter.Id])
                    .Append(one.SubmittedAt)
                    .Max(),
                people[one.Reporter.Id].Count(),
                ReporterPeople.Reminded(people[one.Reporter.Id]),
                reminders
                    .Where(reminder =>
                        reminder.Reporters.Exists(to => to.ReporterId == one.Reporter.Id && to.IsReached)
                    )
                    .Max(reminder => (DateTimeOffset?)reminder.BegunAt)
            );
    }

    /// <summary>What is said of each answer without its text leaving the database.</summary>
    private IQueryable<AnswerLine> Answers(Key<Round> round) =>
        from one in db.AnswersBesideSubmitted(round)
        select new AnswerLine(
            one.Submission.ReporterId,
            one.Answer.RequirementId,
            one.Answer.Text != "" || one.Answer.RowsText != "",
            one.IsChanged,
            one.Answer.SavedAt
        );

    /// <summary>
    /// The answers that are too long. No text has more characters than it has signs, so only those with more signs than
    /// the limit need be read and counted.
    /// </summary>
    private async Task<HashSet<(Key<Reporter>, Key<Requirement>)>> TooLong(Round round, CancellationToken cancellation)
    {
        var candidates = await (
            from submission in db.Submissions
            where submission.RoundId == round.Id
            join answer in db.Answers on submission.Id equals answer.SubmissionId
            join requirement in db.Requirements on answer.RequirementId equals requirement.Id
            where requirement.TemplateId == round.TemplateId && answer.Text.Length > requirement.CharacterLimit
            select new
            {
                submission.ReporterId,
                answer.RequirementId,
                answer.Text,
                requirement.CharacterLimit,
            }
        ).ToListAsync(cancellation);
        return
        [
            .. candidates
                .Where(answer => Characters.CountIn(answer.Text) > answer.CharacterLimit)
                .Select(answer => (answer.ReporterId, answer.RequirementId)),
            .. await WithTooLongRows(round, cancellation),
        ];
    }

    /// <summary>The answers with a row in which a text is too long.</summary>
    private async Task<IEnumerable<(Key<Reporter>, Key<Requirement>)>> WithTooLongRows(
        Round round,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from submission in db.Submissions
            where submission.RoundId == round.Id
            join row in db.AnswerRows on submission.Id equals row.SubmissionId
            join requirement in db.Requirements on row.RequirementId equals requirement.Id
            where requirement.TemplateId == round.TemplateId && row.RemovedAt == null
            // No text in a row has more signs than the row: the others need not be read.
            where
                db.TableColumns.Any(column =>
                    column.TemplateId == requirement.TemplateId
                    && column.TableId == requirement.TableId
                    && column.CharacterLimit < row.Cells.Length
                )
            select new
            {
                submission.ReporterId,
                row.RequirementId,
                row.Cells,
                requirement.TableId,
            }
        ).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return [];
        }

        var tables = await db.TablesOf(round.TemplateId).ToDictionaryAsync(table => table.Id, cancellation);
        return from row in rows
            where RowCells.Read(row.Cells, tables[row.TableId!]).TooLong(tables[row.TableId!]).Any()
            select (row.ReporterId, row.RequirementId);
    }

    /// <summary>When each of a reporter's interventions was last saved, or taken out: what others write of one that it took out is not its own.</summary>
    private async Task<ILookup<Key<Reporter>, DateTimeOffset?>> InterventionsSavedAt(
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        var carried = await (
            from whose in db.InterventionReporters
            join intervention in db.Interventions on whose.InterventionId equals intervention.Id
            where intervention.RoundId == round
            select new
            {
                whose.ReporterId,
                intervention.Id,
                whose.RemovedAt,
            }
        ).ToListAsync(cancellation);
        var subjects = carried.Select(one => InterventionQueries.SubjectOf(round, one.Id)).Distinct().ToList();
        var saved = await db
            .Audit.Where(line => subjects.Contains(line.Subject))
            .GroupBy(line => line.Subject)
            .Select(lines => new { lines.Key, At = lines.Max(line => line.At) })
            .ToDictionaryAsync(one => one.Key, one => (DateTimeOffset?)one.At, cancellation);
        return carried.ToLookup(
            one => one.ReporterId,
            one => one.RemovedAt ?? saved.GetValueOrDefault(InterventionQueries.SubjectOf(round, one.Id))
        );
    }

    private static Dictionary<Key<Section>, SectionProgress> ProgressIn(
        Reporter reporter,
        List<Section> sections,
        IEnumerable<AnswerLine> answers,
        IEnumerable<ReferredQuestions.Referred> referred,
        HashSet<(Key<Reporter>, Key<Requirement>)> over
    )
    {
        var written = answers.ToDictionary(answer => answer.Requirement);
        return (
            from section in sections
            let asked = section.Requirements.Where(requirement => requirement.Asks(reporter)).ToList()
            where asked.Count > 0
            let found = asked.Select(requirement => written.GetValueOrDefault(requirement.Id)).OfType<AnswerLine>()
            select (
                section.Id,
                Progress: new SectionProgress(
                    asked.Count,
                    asked.Count(requirement =>
                        written.GetValueOrDefault(requirement.Id)?.IsWritten == true
                        || referred.Answering(requirement, asked).Any()
                    ),
                    asked.Count(requirement => over.Contains((reporter.Id, requirement.Id))),
                    found.Count(answer => answer.IsChanged)
                )
            )
        ).ToDictionary(section => section.Id, section => section.Progress);
    }

    private async Task<IReadOnlyList<SentReminder>> Sent(List<Reminder> reminders, CancellationToken cancellation)
    {
        var people = await names.Run(reminders.Select(reminder => reminder.SentBy), cancellation);
        return
        [
            .. reminders.Select(reminder => new SentReminder(
                reminder.Id,
                reminder.BegunAt,
                people[reminder.SentBy],
                reminder.Reporters.Count,
                reminder.Reporters.Sum(to => to.Sent + to.Kept),
                reminder.Reporters.Count(to => !to.IsReached)
            )),
        ];
    }

    private sealed record AnswerLine(
        Key<Reporter> Reporter,
        Key<Requirement> Requirement,
        bool IsWritten,
        bool IsChanged,
        DateTimeOffset SavedAt
    );
}
