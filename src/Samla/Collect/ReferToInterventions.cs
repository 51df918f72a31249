using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A reporter chooses which interventions of its register an answer refers to.</summary>
public sealed class ReferToInterventions(SamlaDb db)
{
    /// <summary>Why not, in Swedish; null when it is done.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose answer.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="seen">What was chosen when the chooser began. Only what differs from it is changed, so that two can choose at once.</param>
    /// <param name="chosen">What is chosen now.</param>
    /// <param name="actor">Who chooses.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        IReadOnlyCollection<Key<Intervention>> seen,
        IReadOnlyCollection<Key<Intervention>> chosen,
        string actor,
        CancellationToken cancellation
    )
    {
        var asked = await (
            from submission in db.Submissions
            join one in db.Rounds on submission.RoundId equals one.Id
            join whose in db.Reporters on submission.ReporterId equals whose.Id
            join question in db.Requirements on one.TemplateId equals question.TemplateId
            where submission.RoundId == round && submission.ReporterId == reporter && question.Id == requirement
            select new
            {
                one.IsOpen,
                Whose = whose,
                Question = question,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
        if (asked?.Question.Asks(asked.Whose) != true)
        {
            return "Frågan ställs inte till er.";
        }

        if (!asked.IsOpen)
        {
            return InterventionRegister.Closed;
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var own = await db.Interventions.InRegister(round, reporter).Select(one => one.Id).ToListAsync(cancellation);
        var kept = await db
            .InterventionReferences.Where(one =>
                one.ReporterId == reporter && one.RequirementId == requirement && own.Contains(one.InterventionId)
            )
            .ToListAsync(cancellation);
        var unchosen = seen.Except(chosen).ToList();
        db.RemoveRange(kept.Where(one => unchosen.Contains(one.InterventionId)));
        db.AddRange(
            chosen
                .Except(seen)
                .Intersect(own)
                .Except(kept.Select(one => one.InterventionId))
                .Select(id => new InterventionReference
                {
                    InterventionId = id,
                    ReporterId = reporter,
                    RequirementId = requirement,
                })
        );
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(actor, "intervention.refer", $"{round}/{reporter}/{requirement}"), cancellation);
        }

        await transaction.CommitOwn(cancellation);

        return null;
    }
}
