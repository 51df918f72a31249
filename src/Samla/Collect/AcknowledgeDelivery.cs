using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Notes that the recipient has said to have got a submission. What was noted wrongly is noted anew; the audit trail has both.</summary>
public sealed class AcknowledgeDelivery(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose submission.</param>
    /// <param name="id">Which delivery of it.</param>
    /// <param name="on">The day, as a form has it.</param>
    /// <param name="reference">What the recipient calls the matter.</param>
    /// <param name="actor">Who notes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Id<Delivery> id,
        string? on,
        string? reference,
        string actor,
        CancellationToken cancellation
    )
    {
        var delivery = await (
            from submission in db.Submissions
            join one in db.Deliveries on submission.Id equals one.SubmissionId
            where
                submission.RoundId == round
                && submission.ReporterId == reporter
                && one.Id == id
                && one.Way != DeliveryWay.NotSent
            select one
        ).SingleOrDefaultAsync(cancellation);
        if (delivery is null)
        {
            return new Outcome.Refused("Överlämningen finns inte.");
        }

        var words = Source.Normalised(reference ?? "");
        var isDay = DateOnly.TryParseExact(
            on?.Trim(),
            Decision.DayForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        if (!isDay || day > SwedishTime.DayOf(clock.GetUtcNow()))
        {
            return new Outcome.Refused(
                "Ange vilken dag mottagaren bekräftade, som 2024-02-22. Dagen får inte ligga framåt i tiden."
            );
        }

        if (words.Length is 0 or > Delivery.MostSigns)
        {
            return new Outcome.Refused(
                $"Skriv mottagarens diarienummer eller vem som bekräftade, på högst {Delivery.MostSigns} tecken."
            );
        }

        (delivery.AcknowledgedOn, delivery.AcknowledgementReference, delivery.AcknowledgedBy) = (day, words, actor);
        await db.Save(
            new Change(actor, "delivery.acknowledge", $"{round}/{reporter}/v{delivery.Version}"),
            cancellation
        );
        return new Outcome.Noted();
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Noted : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
