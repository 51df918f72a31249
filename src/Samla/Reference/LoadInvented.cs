using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>Makes a sample round that is being answered: nobody has submitted, and some answers are begun.</summary>
public sealed class LoadInvented(SamlaDb db, TimeProvider clock)
{
    /// <summary>Who wrote the answers.</summary>
    public const string Actor = "Samla, påhittat exempel";

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
        db.Answers.AddRange(
            from answer in sample.Answers
            where answer.Reporter == reporter.Id.Value
            select new Answer
            {
                SubmissionId = submission.Id,
                RequirementId = Key<Requirement>.Parse(answer.Requirement, null),
                Text = Source.Normalised(answer.Text),
                Revision = 1,
                SavedAt = clock.GetUtcNow(),
            }
        );
    }
}
