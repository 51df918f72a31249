using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>Sends the letter about a consultation again, to those that none has reached. Asked twice from the same page it goes once.</summary>
public sealed class SendConsultationAgain(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <param name="id">The draft.</param>
    /// <param name="seen">How many letters there had been to send when the page was shown.</param>
    /// <param name="link">Where the draft is, for the letter.</param>
    /// <param name="sender">Who asks.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Template> id,
        int seen,
        string link,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var letters = new ConsultationLetters(db, post);
        var outcome = await Begin(id, seen, letters, sender, cancellation);
        return outcome is Outcome.Begun(var template, var consultation, var run)
            ? new Outcome.Sent(
                await letters.Send(
                    run,
                    to => ConsultationLetters.Asking(to, template.Title, consultation, link),
                    sender
                )
            )
            : outcome;
    }

    private async Task<Outcome> Begin(
        Key<Template> id,
        int seen,
        ConsultationLetters letters,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        if (!sender.May(Permission.ManageTemplates))
        {
            return new Outcome.Refused("Bara den som gör mallar kan skicka dem på remiss.");
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var consultation = await db
            .TemplateConsultations.AsNoTracking()
            .Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        var template = await db.Templates.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (
            consultation is null
            || template is not { State: TemplateState.Draft }
            || !consultation.IsBefore(clock.GetUtcNow())
        )
        {
            return new Outcome.Refused("Utkastet är inte på remiss längre, så inga brev är skickade.");
        }

        var known = await db
            .ConsultationLetters.AsNoTracking()
            .Where(letter => letter.TemplateId == id)
            .ToDictionaryAsync(letter => letter.AccountId, cancellation);
        if (known.Values.Sum(letter => letter.Attempts) != seen)
        {
            return new Outcome.Already();
        }

        var receivers = await ConsultationLetters.Receivers(db, consultation, sender, cancellation);
        var run = await letters.Begin(
            id,
            receivers.Where(person => ViewConsultationLetters.IsMissed(known.GetValueOrDefault(person.Id))),
            cancellation
        );
        if (run.Letters.Count == 0)
        {
            return new Outcome.Refused("Alla har fått brevet, så inga nya är skickade.");
        }

        await db.Save(new Change(sender.Actor, "consultation.again", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(template, consultation, run);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>It is saved, and no letter has gone yet. Nobody outside meets it.</summary>
        internal sealed record Begun(
            Template Template,
            TemplateConsultation Consultation,
            ConsultationLetters.Run Letters
        ) : Outcome;

        /// <param name="Letters">What became of each letter.</param>
        public sealed record Sent(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <summary>Letters have been sent since the page was shown; none was sent now.</summary>
        public sealed record Already : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
