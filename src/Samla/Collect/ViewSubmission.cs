using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter's part of a round as the reporter sees it: what is asked, what is written, what was submitted.</summary>
public sealed class ViewSubmission(SamlaDb db, ActorNames names)
{
    /// <param name="Latest">The latest submitted version; null before the first.</param>
    /// <param name="LatestBy">Who handed it in, by name; null before the first.</param>
    /// <param name="IsReturned">Whether the agency has given that version back, and no later one has been handed in.</param>
    /// <param name="ChangedInterventions">The interventions that are not as they were handed in, by name in Swedish order.</param>
    public sealed record Result(
        Round Round,
        Reporter Reporter,
        Submission Submission,
        SubmissionVersion? Latest,
        string? LatestBy,
        bool IsReturned,
        IReadOnlyList<ChangedIntervention> ChangedInterventions,
        IReadOnlyList<SectionView> Sections
    )
    {
        /// <summary>Whether anything is not as it was handed in.</summary>
        public bool HasChanges =>
            ChangedInterventions.Count > 0 || Sections.Any(section => section.Items.Any(item => item.IsChanged));

        /// <summary>Whether it can be handed in. What was given back may be handed in again as it is: that is an answer too.</summary>
        public bool CanBeHandedIn => Round.IsOpen && (IsReturned || HasChanges);

        /// <summary>A sign that changes with every save of an answer or an intervention: so a reader can say what was read.</summary>
        public string ReadMark =>
            Source.HashOf(
                string.Concat(
                    Sections
                        .SelectMany(section => section.Items)
                        .Select(item => $"{item.Requirement.Id} {item.Draft?.Revision ?? 0} {item.Table?.Mark}\n")
                        .Concat(
                            ChangedInterventions.Select(one => $"{one.Id} {one.Revision} {one.IsRemoved}\n").Order()
                        )
                )
            );
    }

    public sealed record SectionView(Section Section, IReadOnlyList<Item> Items);

    /// <summary>A requirement with what is written and what was submitted.</summary>
    /// <param name="Draft">The answer as it is being written; null before the first save.</param>
    /// <param name="Submitted">The text of the latest version; null where it holds none.</param>
    /// <param name="SourceId">That text as a source; null where there is none.</param>
    /// <param name="Table">Its own table; null where it has none.</param>
    /// <param name="AreInterventionsHandedIn">What answers a question for interventions: whether all is handed in; null where there is nothing.</param>
    public sealed record Item(
        Requirement Requirement,
        Answer? Draft,
        string? Submitted,
        Id<Source>? SourceId,
        ItemTable? Table,
        bool? AreInterventionsHandedIn
    )
    {
        /// <summary>Whether there is a text, a row or an intervention.</summary>
        public bool IsAnswered => Whole != "" || AreInterventionsHandedIn is not null;

        /// <summary>What would be submitted now, rows included; empty where nothing is written.</summary>
        public string Whole => Draft?.Whole ?? "";

        public bool IsChanged => Whole != (Submitted ?? "");

        /// <summary>The submitted text without its rows; null where there is none.</summary>
        public string? SubmittedProse => Submitted is null ? null : SubmittedAnswer.ProseOf(Submitted, Table?.ProseEnd);

        /// <summary>How many characters too long it is; 0 or less when it is not.</summary>
        public int Over => Characters.CountIn(Draft?.Text ?? "") - Requirement.CharacterLimit;
    }

    /// <summary>A requirement's own table with what is written in it and what was submitted.</summary>
    /// <param name="Rows">Those that are being written, in their order.</param>
    /// <param name="Removed">Those that were taken out, the latest first.</param>
    /// <param name="Submitted">As the latest version has them; none where it has none.</param>
    /// <param name="ProseEnd">Where in the submitted text the words before the rows end; null without rows.</param>
    public sealed record ItemTable(
        TemplateTable Table,
        IReadOnlyList<RowView> Rows,
        IReadOnlyList<RowView> Removed,
        IReadOnlyList<SubmittedRow> Submitted,
        int? ProseEnd
    )
    {
        /// <summary>The rows that lack something that is required.</summary>
        public IEnumerable<RowView> Incomplete => Rows.Where(row => row.Cells.Missing(Table).Any());

        /// <summary>The rows with a text that is too long.</summary>
        public IEnumerable<RowView> TooLong => Rows.Where(row => row.Cells.TooLong(Table).Any());

        /// <summary>A sign that changes with every row that is saved, moved, taken out or put back.</summary>
        internal string Mark => string.Join(' ', Rows.Select(row => $"{row.Row.Id}:{row.Row.Revision}"));
    }

    /// <summary>A row and what stands in it.</summary>
    public sealed record RowView(AnswerRow Row, RowCells Cells);

    /// <summary>Null where there is no such round, reporter or submission.</summary>
    public Task<Result?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation) =>
        Run(round, reporter, version: null, cancellation);

    /// <summary>As it stood with an earlier version: that one is <see cref="Result.Latest"/>. Null also where there is no such version.</summary>
    public async Task<Result?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int? version,
        CancellationToken cancellation
    )
    {
        var found = await (
            from s in db.Submissions.AsNoTracking()
            join r in db.Rounds.AsNoTracking() on s.RoundId equals r.Id
            join whose in db.Reporters.AsNoTracking() on s.ReporterId equals whose.Id
            where s.RoundId == round && s.ReporterId == reporter
            select new
            {
                Submission = s,
                Round = r,
                Reporter = whose,
                IsReturned = db.SubmissionReturns.Any(one =>
                    one.SubmissionId == s.Id && one.Version == s.CurrentVersion
                ),
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var number = version ?? found.Submission.CurrentVersion;
        var sections = await db
            .Sections.AsNoTracking()
            .Include(s => s.Requirements)
            .Where(s => s.TemplateId == found.Round.TemplateId)
            .OrderBy(s => s.Order)
            .ToListAsync(cancellation);
        var drafts = await db
            .Answers.AsNoTracking()
            .Where(a => a.SubmissionId == found.Submission.Id)
            .ToDictionaryAsync(a => a.RequirementId, cancellation);
        var submitted = await (
            from answer in db.SubmittedAnswers.AsNoTracking()
            join source in db.Sources.AsNoTracking() on answer.SourceId equals source.Id
            where answer.SubmissionId == found.Submission.Id && answer.Version == number
            select new
            {
                answer.RequirementId,
                source.Id,
                source.Text,
                answer.Rows,
                answer.ProseEnd,
            }
        ).ToDictionaryAsync(a => a.RequirementId, cancellation);
        var tables = await Tables(found.Round, found.Submission, sections, cancellation);
        var latest = await db
            .SubmissionVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.SubmissionId == found.Submission.Id && v.Number == number, cancellation);
        if (latest is null && version is not null)
        {
            return null;
        }

        var by = latest is null ? null : (await names.Run([latest.SubmittedBy], cancellation))[latest.SubmittedBy];
        var interventions = await db.UnsubmittedInterventions(round, reporter, cancellation);
        var referred = await db.QuestionsWithInterventions(round, reporter, cancellation);
        return new Result(
            found.Round,
            found.Reporter,
            found.Submission,
            latest,
            by,
            found.IsReturned,
            [.. interventions[reporter]],
            [.. Views()]
        );

        IEnumerable<SectionView> Views() =>
            from section in sections
            let asked = section
                .Requirements.Where(requirement => requirement.Asks(found.Reporter))
                .OrderBy(requirement => requirement.Order)
                .ToList()
            let items = asked
                .Select(requirement => new Item(
                    requirement,
                    drafts.GetValueOrDefault(requirement.Id),
                    submitted.GetValueOrDefault(requirement.Id)?.Text,
                    submitted.GetValueOrDefault(requirement.Id)?.Id,
                    TableOf(requirement),
                    referred.Answering(requirement, asked).ToList() is { Count: > 0 } answering
                        ? answering.TrueForAll(one => one.IsHandedIn)
                        : null
                ))
                .ToList()
            where items.Count > 0
            select new SectionView(section, items);

        ItemTable? TableOf(Requirement requirement) =>
            tables.GetValueOrDefault(requirement.Id) is not { } table
                ? null
                : table with
                {
                    Submitted = SubmittedRow.Read(submitted.GetValueOrDefault(requirement.Id)?.Rows, table.Table),
                    ProseEnd = submitted.GetValueOrDefault(requirement.Id)?.ProseEnd,
                };
    }

    /// <summary>The tables that are filled in row by row, with the rows that are being written; most rounds ask few.</summary>
    private async Task<Dictionary<Key<Requirement>, ItemTable>> Tables(
        Round round,
        Submission submission,
        List<Section> sections,
        CancellationToken cancellation
    )
    {
        var asking = sections
            .SelectMany(section => section.Requirements)
            .Where(requirement => requirement is { HasOwnRows: true, TableId: not null })
            .ToList();
        if (asking.Count == 0)
        {
            return [];
        }

        var tables = await db.TablesOf(round.TemplateId).ToDictionaryAsync(table => table.Id, cancellation);
        var rows = (
            await db.AnswerRows.AsNoTracking().Where(row => row.SubmissionId == submission.Id).ToListAsync(cancellation)
        ).ToLookup(row => row.RequirementId);
        return asking.ToDictionary(
            requirement => requirement.Id,
            requirement => TableOf(tables[requirement.TableId!], rows[requirement.Id])
        );
    }

    private static ItemTable TableOf(TemplateTable table, IEnumerable<AnswerRow> rows)
    {
        var all = rows.Select(row => new RowView(row, RowCells.Read(row.Cells, table)))
            .ToLookup(row => row.Row.RemovedAt is null);
        return new ItemTable(
            table,
            [.. all[true].OrderBy(row => row.Row.Order).ThenBy(row => row.Row.Id.Value)],
            [.. all[false].OrderByDescending(row => row.Row.RemovedAt)],
            [],
            ProseEnd: null
        );
    }
}
