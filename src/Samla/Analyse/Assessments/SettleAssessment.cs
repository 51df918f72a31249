using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Assessments;

/// <summary>Settles what counts where experts judged otherwise, with the reason; or changes that.</summary>
public sealed class SettleAssessment(SamlaDb db, ReadAssessed read, TimeProvider clock)
{
    /// <summary>What tells one settlement from another that took its place.</summary>
    public static string SeenOf(AssessmentSettlement? settlement) =>
        settlement is null ? "" : settlement.SettledAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <param name="round">The round.</param>
    /// <param name="formId">The form.</param>
    /// <param name="source">The text that was judged; all experts must have handed in.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="judgement">What is to count.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">What was settled when the page was shown; see <see cref="SeenOf"/>.</param>
    /// <param name="actor">Who settles it: one of the experts writes down what they agreed on, anybody else decides.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<AssessmentResult> Run(
        Key<Round> round,
        Key<AssessmentForm> formId,
        Id<Source> source,
        Key<AssessmentQuestion> questionId,
        Judgement? judgement,
        string reason,
        string seen,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        reason = Source.Normalised(reason);
        var result = await read.Run(round, formId, cancellation);
        var document = result?.Documents.FirstOrDefault(one => one.Source == source);
        var question = result?.Form.Find(questionId);
        if (
            document is null
            || question is not { IsFree: false }
            || result!.OutcomeOf(document, question)
                is not (AssessmentOutcome.Differs or AssessmentOutcome.Known { IsSettled: true })
        )
        {
            return new AssessmentResult.Refused("Det finns inget att jämka där längre. Ladda om sidan.");
        }

        if (judgement is null || !result.Form.Takes(judgement))
        {
            return new AssessmentResult.Refused("Välj det steg som ska gälla.");
        }

        if (reason.Length is 0 or > AssessmentSettlement.LongestReason)
        {
            return new AssessmentResult.Refused(
                $"Skriv varför, med högst {AssessmentSettlement.LongestReason} tecken. Skälet sparas med bedömningen."
            );
        }

        var settlement = await db.AssessmentSettlements.SingleOrDefaultAsync(
            one =>
                one.RoundId == round && one.FormId == formId && one.SourceId == source && one.QuestionId == questionId,
            cancellation
        );
        if (SeenOf(settlement) != seen)
        {
            return new AssessmentResult.Refused(
                "Någon annan har jämkat frågan sedan sidan visades. Läs vad som gäller nu, och ändra det om ni är överens om något annat."
            );
        }

        if (settlement is null)
        {
            settlement = new AssessmentSettlement
            {
                RoundId = round,
                FormId = formId,
                SourceId = source,
                QuestionId = questionId,
                Level = null,
                Reason = "",
                By = SettledBy.Third,
                Actor = actor,
                SettledAt = default,
            };
            db.AssessmentSettlements.Add(settlement);
        }

        (settlement.Level, settlement.Reason) = (judgement.Level, reason);
        settlement.By = document.Experts.Any(one => one.Expert == actor) ? SettledBy.Agreement : SettledBy.Third;
        (settlement.Actor, settlement.SettledAt) = (actor, clock.GetUtcNow());
        await db.Save(new Change(actor, "assessment.settle", $"{round}/{formId}/{questionId}/{source}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new AssessmentResult.Done();
    }
}
