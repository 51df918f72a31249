using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Says something about a draft on which one is consulted, takes it back, and answers what was said.</summary>
public sealed class CommentOnTemplate(SamlaDb db, TimeProvider clock)
{
    private const string Missing = "Synpunkten är återtagen av den som skrev den.";

    /// <param name="id">The draft.</param>
    /// <param name="part">A section or a requirement; the whole draft where it is null.</param>
    /// <param name="text">What is said.</param>
    /// <param name="visitor">Who says it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not written, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Template> id,
        PartName? part,
        string text,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (ProblemOf(ref text, "Synpunkten") is { } problem)
        {
            return problem;
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var template = await db.WholeTemplate(id, cancellation);
        var consultation = await db
            .TemplateConsultations.AsNoTracking()
            .Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        if (template is null || consultation is null || !visitor.IsConsulted(consultation))
        {
            return "Utkastet är inte på remiss hos er.";
        }

        if (template.State == TemplateState.Published)
        {
            return "Remissen avslutades när mallen publicerades.";
        }

        if (!consultation.IsBefore(clock.GetUtcNow()))
        {
            return $"Remissen är avslutad. Sista dagen var {SwedishTime.Of(consultation.LastDay)}.";
        }

        var file = TemplateFile.Of(template);
        if (part is not null && TemplateEdits.PlaceOf(file, part) is null)
        {
            return "Det du ville lämna en synpunkt på finns inte längre i utkastet. Välj något annat.";
        }

        db.TemplateComments.Add(
            new TemplateComment
            {
                Id = Id.New<TemplateComment>(clock),
                TemplateId = id,
                SectionId = KeyOf<Section>(part, TemplatePartKind.Section),
                RequirementId = KeyOf<Requirement>(part, TemplatePartKind.Requirement),
                Title = part is null ? "" : TemplateWords.TitleOf(file, part),
                Text = text,
                WrittenAt = clock.GetUtcNow(),
                WrittenBy = visitor.Actor,
                ReporterId = visitor.Reporter,
            }
        );
        await db.Save(new Change(visitor.Actor, "consultation.comment", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    /// <summary>Takes a comment of one's own back, as long as it has no answer.</summary>
    /// <returns>Why it was not, in Swedish; null when it was.</returns>
    public async Task<string?> Withdraw(
        Key<Template> id,
        Id<TemplateComment> comment,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var found = await Find(id, comment, cancellation);
        if (found is null)
        {
            return Missing;
        }

        if (found.WrittenBy != visitor.Actor)
        {
            return "Bara den som har skrivit en synpunkt kan ta tillbaka den.";
        }

        if (found.AnsweredAt is not null)
        {
            return "Synpunkten är besvarad och kan inte tas tillbaka.";
        }

        found.WithdrawnAt = clock.GetUtcNow();
        await db.Save(new Change(visitor.Actor, "consultation.withdraw", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    /// <summary>The agency's answer. It can be put right; the trail has what it was before.</summary>
    /// <param name="id">The template.</param>
    /// <param name="comment">What is answered.</param>
    /// <param name="text">The answer.</param>
    /// <param name="isHeeded">Whether the draft is changed for it; null where that was not said.</param>
    /// <param name="visitor">Who answers.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Answer(
        Key<Template> id,
        Id<TemplateComment> comment,
        string text,
        bool? isHeeded,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        if (!visitor.May(Permission.ManageTemplates))
        {
            return "Bara den som gör mallar kan svara på synpunkter.";
        }

        if (ProblemOf(ref text, "Svaret") is { } problem)
        {
            return problem;
        }

        if (isHeeded is null)
        {
            return "Säg om utkastet är ändrat eller inte.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(id, comment, cancellation) is not { } found)
        {
            return Missing;
        }

        (found.Answer, found.IsHeeded) = (text, isHeeded);
        (found.AnsweredAt, found.AnsweredBy) = (clock.GetUtcNow(), visitor.Actor);
        await db.Save(new Change(visitor.Actor, "consultation.answer", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private Task<TemplateComment?> Find(
        Key<Template> id,
        Id<TemplateComment> comment,
        CancellationToken cancellation
    ) =>
        db.TemplateComments.SingleOrDefaultAsync(
            one => one.Id == comment && one.TemplateId == id && one.WithdrawnAt == null,
            cancellation
        );

    private static string? ProblemOf(ref string text, string what)
    {
        text = Source.Normalised(text);
        var over = Characters.CountIn(text) - TemplateConsultation.MostCharacters;
        return text.Length == 0 ? $"{what} är tom. Skriv något först."
            : over > 0 ? $"{what} är {over} tecken för lång. Korta den."
            : null;
    }

    private static Key<T>? KeyOf<T>(PartName? part, TemplatePartKind kind) =>
        part?.Kind == kind ? Key<T>.Parse(part.Id, null) : null;
}
