using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>Makes a sample round that is being answered: nobody has submitted, and some answers are begun.</summary>
public sealed class LoadInvented(SamlaDb db, TimeProvider clock)
{
    /// <summary>Who wrote the answers.</summary>
    public const string Actor = Marks.Inventor;

    /// <summary>The tables that are filled in row by row.</summary>
    private Dictionary<Key<Requirement>, TemplateTable> _tables = [];

    /// <summary>What could not be done, in Swedish; null when all went well.</summary>
    public async Task<string?> Run(InventedRound sample, CancellationToken cancellation)
    {
        var round = sample.Round.ToRound();
        if (await db.Rounds.AnyAsync(r => r.Id == round.Id, cancellation))
        {
            return $"Omgången {round.Id} finns redan i databasen.";
        }

        db.Rounds.Add(round);
        var reporters = await db.Reporters.ToDictionaryAsync(reporter => reporter.Id, cancellation);
        foreach (var region in Regions.All.Select(Reporter.Of).Where(region => !reporters.ContainsKey(region.Id)))
        {
            db.Reporters.Add(region);
            reporters.Add(region.Id, region);
        }

        var requirements = await db.Requirements.Where(r => r.TemplateId == round.TemplateId).ToListAsync(cancellation);
        var tables = await db.TablesOf(round.TemplateId).ToDictionaryAsync(table => table.Id, cancellation);
        _tables = requirements
            .Where(requirement => requirement is { HasOwnRows: true, TableId: not null })
            .ToDictionary(requirement => requirement.Id, requirement => tables[requirement.TableId!]);
        foreach (
            var reporter in reporters.Values.Where(one => requirements.Exists(requirement => requirement.Asks(one)))
        )
        {
            AddSubmission(sample, round, reporter);
        }

        // Named as what it is for reports: answers that nobody has handed in.
        await db.Save(new Change(Actor, "answer.invent", round.Id.Value), cancellation);
        db.ChangeTracker.Clear();
        return null;
    }

    private void AddSubmission(InventedRound sample, Round round, Reporter reporter)
    {
        var submission = new Submission
        {
            Id = Id.New<Submission>(clock),
            RoundId = round.Id,
            ReporterId = reporter.Id,
            CurrentVersion = 0,
        };
        db.Submissions.Add(submission);
        foreach (var answer in sample.Answers.Where(answer => answer.Reporter == reporter.Id.Value))
        {
            AddAnswer(submission.Id, answer);
        }
    }

    private void AddAnswer(Id<Submission> submission, AnswerEntry entry)
    {
        var requirement = Key<Requirement>.Parse(entry.Requirement, null);
        var answer = new Answer
        {
            SubmissionId = submission,
            RequirementId = requirement,
            Text = Source.Normalised(entry.Text),
            Revision = entry.Text.Length > 0 ? 1 : 0,
            SavedAt = clock.GetUtcNow(),
        };
        db.Answers.Add(answer);
        if (entry.Rows is not { } rows)
        {
            return;
        }

        var table = _tables[requirement];
        var cells = rows.Select(row => CellReader.Read(InventedRound.Typed(row, table), table).Cells).ToList();
        answer.RowsText = RowCells.AsText(cells, table);
        db.AnswerRows.AddRange(
            cells.Select(
                (row, order) =>
                    new AnswerRow
                    {
                        Id = Id.New<AnswerRow>(clock),
                        SubmissionId = submission,
                        RequirementId = requirement,
                        Order = order,
                        Cells = row.Write(table),
                        Revision = 1,
                        SavedAt = answer.SavedAt,
                        SavedBy = "",
                    }
            )
        );
    }
}
