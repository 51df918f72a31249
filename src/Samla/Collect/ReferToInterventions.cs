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
        var differing = seen.Except(chosen).Union(chosen.Except(seen)).ToList();
        var interventions = await db
            .Interventions.Whole.InRegister(round, reporter)
            .Where(one => differing.Contains(one.Id))
            .ToListAsync(cancellation);
        foreach (var one in interventions.Where(one => Refer(one, reporter, requirement, chosen.Contains(one.Id))))
        {
            await db.Save(
                new Change(actor, "intervention.refer", InterventionQueries.SubjectOf(round, one.Id)),
                cancellation
            );
        }

        await transaction.CommitOwn(cancellation);

        return null;
    }

    /// <summary>Makes an answer refer to an intervention or not; false where it is so already.</summary>
    private static bool Refer(
        Intervention intervention,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        bool isChosen
    )
    {
        if (intervention.RequirementsOf(reporter).Contains(requirement) == isChosen)
        {
            return false;
        }

        intervention.BeginChange();
        if (isChosen)
        {
            intervention.References.Add(
                new()
                {
                    InterventionId = intervention.Id,
                    ReporterId = reporter,
                    RequirementId = requirement,
                }
            );
        }
        else
        {
            intervention.References.RemoveAll(one => one.ReporterId == reporter && one.RequirementId == requirement);
        }

        return true;
    }
}
