using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>Hands out documents to experts, who are to judge them by a form without seeing each other's answers; and relieves an expert of one.</summary>
public sealed class HandOutAssessments(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="formId">The form.</param>
    /// <param name="documents">What is to be judged: the latest version of each.</param>
    /// <param name="experts">As the audit trail names them. Those who judge a document already go on with it.</param>
    /// <param name="actor">Who hands out; may be one of the experts.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<AssessmentResult> Run(
        Key<Round> round,
        Key<AssessmentForm> formId,
        IReadOnlyCollection<Id<Document>> documents,
        IReadOnlyCollection<string> experts,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var form = await db.AssessmentForms.SingleOrDefaultAsync(
            one => one.RoundId == round && one.Id == formId,
            cancellation
        );
        var may = await db.AccountsThatMay(Permission.Assess, cancellation);
        if (form is null)
        {
            return new AssessmentResult.Refused("Bedömningsmallen finns inte längre. Ladda om sidan.");
        }

        if (documents.Count == 0 || experts.Count == 0)
        {
            return new AssessmentResult.Refused("Välj vilka dokument som ska bedömas, och av vilka.");
        }

        if (experts.Any(expert => may.TrueForAll(account => account.Actor != expert)))
        {
            return new AssessmentResult.Refused(
                "En av dem du valde får inte bedöma längre. Ladda om sidan och välj igen."
            );
        }

        var wanted = documents.ToList();
        var sources = await db.CurrentDocuments(round)
            .Where(current => wanted.Contains(current.Document.Id))
            .Select(current => new { current.SourceId, current.Document.Title })
            .ToListAsync(cancellation);
        if (sources.Count < wanted.Distinct().Count())
        {
            return new AssessmentResult.Refused("Ett av dokumenten är borttaget. Ladda om sidan och välj igen.");
        }

        var ids = sources.ConvertAll(source => source.SourceId);
        var present = await db
            .Assessments.Where(one => one.RoundId == round && one.FormId == formId && ids.Contains(one.SourceId))
            .ToListAsync(cancellation);
        foreach (var source in sources)
        {
            var here = present.FindAll(one => one.SourceId == source.SourceId);
            if (Problem(source.Title, here, experts) is { } problem)
            {
                db.ChangeTracker.Clear();
                return new AssessmentResult.Refused(problem);
            }

            foreach (var expert in experts.Distinct(StringComparer.Ordinal))
            {
                if (here.Find(one => one.Expert == expert) is { } known)
                {
                    // Whoever was relieved and comes back goes on where they were.
                    known.LeftAt = null;
                    continue;
                }

                db.Assessments.Add(
                    new Assessment
                    {
                        Id = Id.New<Assessment>(clock),
                        RoundId = round,
                        FormId = formId,
                        SourceId = source.SourceId,
                        Expert = expert,
                        HandedOutBy = actor,
                        HandedOutAt = clock.GetUtcNow(),
                    }
                );
            }
        }

        form.HandedOutAt ??= clock.GetUtcNow();
        await db.Save(new Change(actor, "assessment.handout", $"{round}/{formId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }

    private static string? Problem(string title, List<Assessment> here, IReadOnlyCollection<string> experts)
    {
        var judging = here.FindAll(one => one.LeftAt is null);
        return judging.Count >= AssessmentForm.FewestExperts && judging.TrueForAll(one => one.HandedInAt is not null)
                ? $"”{title}” är redan bedömt av alla som fick det."
            : judging.Select(one => one.Expert).Concat(experts).Distinct().Count() < AssessmentForm.FewestExperts
                ? $"”{title}” skulle bara få en sakkunnig. Välj minst {Numeral.Write(AssessmentForm.FewestExperts)}, så att deras svar kan jämföras."
            : null;
    }

    /// <summary>Relieves an expert who has not handed in: what they answered stays and never counts.</summary>
    public async Task<AssessmentResult> Relieve(
        Key<Round> round,
        Id<Assessment> id,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var assessment = await db.Assessments.SingleOrDefaultAsync(
            one => one.Id == id && one.RoundId == round,
            cancellation
        );
        if (assessment is not { IsOpen: true })
        {
            return new AssessmentResult.Refused("Bedömningen är redan inlämnad, eller hör inte till någon längre.");
        }

        assessment.LeftAt = clock.GetUtcNow();
        await db.Save(new Change(actor, "assessment.relieve", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }
}
