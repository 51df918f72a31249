using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>
/// Asks those who are to answer a draft, and the ministry, what they think of it. It is saved before the letters go: whoever asks twice
/// is told, and nobody gets two letters.
/// </summary>
public sealed class OpenConsultation(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <param name="id">The draft.</param>
    /// <param name="lastDay">The last day to comment.</param>
    /// <param name="message">What the agency wants to know in particular; may be empty.</param>
    /// <param name="link">Where the draft is, for the letter.</param>
    /// <param name="sender">Who asks.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Template> id,
        DateOnly lastDay,
        string message,
        string link,
        Visitor sender,
        CancellationToken cancellation
    )
    {
        var letters = new ConsultationLetters(db, post);
        var outcome = await Begin(id, lastDay, Source.Normalised(message), letters, sender, cancellation);
        return outcome is Outcome.Begun(var template, var consultation, var run)
            ? new Outcome.Opened(
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
        DateOnly lastDay,
        string message,
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
        var template = await db.WholeTemplate(id, cancellation);
        if (await Problem(template, lastDay, message, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        var requirements = template!.Sections.SelectMany(section => section.Requirements).ToList();
        var asked = (await db.Reporters.AsNoTracking().ToListAsync(cancellation))
            .Where(reporter => requirements.Exists(requirement => requirement.Asks(reporter)))
            .Select(reporter => reporter.Id)
            .ToList();
        var consultation = new TemplateConsultation
        {
            TemplateId = id,
            LastDay = lastDay,
            Message = message,
            Sent = YamlWriter.Write(TemplateFile.Of(template), DataFolder.Strict),
            OpenedAt = clock.GetUtcNow(),
            OpenedBy = sender.Actor,
            Reporters = [.. asked.Select(reporter => new ConsultedReporter { TemplateId = id, ReporterId = reporter })],
        };
        db.TemplateConsultations.Add(consultation);
        // It is saved whether the letters come through or not: the consulted see it on their pages, and the sender learns who did not get one.
        var receivers = await ConsultationLetters.Receivers(db, consultation, sender, cancellation);
        var run = await letters.Begin(id, receivers, cancellation);
        await db.Save(new Change(sender.Actor, "consultation.open", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Begun(template, consultation, run);
    }

    private async Task<string?> Problem(
        Template? template,
        DateOnly lastDay,
        string message,
        CancellationToken cancellation
    ) =>
        template is null ? "Mallen finns inte."
        : template.State == TemplateState.Published ? "Mallen är publicerad. Bara ett utkast kan gå på remiss."
        : await db.TemplateConsultations.AnyAsync(one => one.TemplateId == template.Id, cancellation)
            ? "Utkastet är redan på remiss, eller har varit det. Inga nya brev är skickade."
        : TemplateChecks.Of(TemplateFile.Of(template)) is [_, ..]
            ? "Mallen är inte komplett än. Rätta det som saknas innan den går på remiss."
        : lastDay < SwedishTime.DayOf(clock.GetUtcNow())
            ? "Sista dagen har redan varit. Välj i dag eller en senare dag."
        : Characters.CountIn(message) > TemplateConsultation.MostCharacters
            ? $"Meddelandet är för långt. Det får ha högst {TemplateConsultation.MostCharacters} tecken."
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

        /// <param name="Letters">What became of each letter.</param>
        public sealed record Opened(IReadOnlyList<PostOffice.Outcome> Letters) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
