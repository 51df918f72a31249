using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>Gives a consultation another last day, sooner or later, and tells the consulted of it by letter where that is wanted.</summary>
public sealed class MoveConsultation(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <param name="id">The draft.</param>
    /// <param name="lastDay">The new last day.</param>
    /// <param name="seen">The last day as it was shown.</param>
    /// <param name="isTold">Whether the consulted get a letter.</param>
    /// <param name="link">Where the draft is, for the letter.</param>
    /// <param name="sender">Who moves it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Template> id,
        DateOnly lastDay,
        DateOnly seen,
        bool isTold,
        string link,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var letters = new ConsultationLetters(db, post);
        var outcome = await Begin(id, lastDay, seen, isTold, letters, sender, cancellation);
        return outcome is Outcome.Begun(var template, var consultation, var run)
            ? new Outcome.Moved(
                await letters.Send(run, to => ConsultationLetters.Moved(to, template.Title, consultation, link), sender)
            )
            : outcome;
    }

    private async Task<Outcome> Begin(
        Key<Template> id,
        DateOnly lastDay,
        DateOnly seen,
        bool isTold,
        ConsultationLetters letters,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        if (!sender.May(Permission.ManageTemplates))
        {
            return new Outcome.Refused("Bara den som gör mallar kan ändra sista dagen.");
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var consultation = await db
            .TemplateConsultations.Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        var template = await db.Templates.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (consultation is null || template is null)
        {
            return new Outcome.Refused("Utkastet är inte på remiss.");
        }

        if (Problem(template, consultation, lastDay, seen) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        consultation.LastDay = lastDay;
        var receivers = isTold ? await ConsultationLetters.Receivers(db, consultation, sender, cancellation) : [];
        var run = await letters.Begin(id, receivers, cancellation);
        await db.Save(new Change(sender.Actor, "consultation.move", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(template, consultation, run);
    }

    private string? Problem(Template template, TemplateConsultation consultation, DateOnly lastDay, DateOnly seen) =>
        template.State == TemplateState.Published ? "Remissen avslutades när mallen publicerades."
        : consultation.LastDay != seen
            ? $"Någon annan har ändrat sista dagen till {SwedishTime.Of(consultation.LastDay)} sedan du öppnade sidan. Välj dag igen om den ska vara en annan."
        : lastDay == consultation.LastDay ? $"Sista dagen är redan {SwedishTime.Of(lastDay)}."
        : lastDay < SwedishTime.DayOf(clock.GetUtcNow())
            ? "Sista dagen har redan varit. Välj i dag eller en senare dag."
        : null;

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>It is saved, and no letter has gone yet. Nobody outside meets it.</summary>
        internal sealed record Begun(
            Template Template,
            TemplateConsultation Consultation,
            ConsultationLetters.Run Letters
        ) : Outcome;

        /// <param name="Letters">What became of each letter; none where nobody was to be told.</param>
        public sealed record Moved(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
