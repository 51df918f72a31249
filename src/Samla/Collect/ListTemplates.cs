using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The templates that somebody may read: drafts first, then the latest published.</summary>
public sealed class ListTemplates(SamlaDb db, TimeProvider clock)
{
    /// <param name="Template">Without its parts.</param>
    /// <param name="Basis">The title of the template that it is based on; null where there is none.</param>
    /// <param name="Requirements">How many it asks for.</param>
    /// <param name="Rounds">Those that ask it.</param>
    /// <param name="Consultation">Null where there is none.</param>
    /// <param name="IsOpen">Whether comments are taken now.</param>
    /// <param name="Unanswered">How many comments the agency has not answered.</param>
    public sealed record Line(
        Template Template,
        string? Basis,
        int Requirements,
        IReadOnlyList<string> Rounds,
        TemplateConsultation? Consultation,
        bool IsOpen,
        int Unanswered
    );

    public async Task<IReadOnlyList<Line>> Run(Visitor visitor, CancellationToken cancellation)
    {
        var templates = await db.Templates.AsNoTracking().ToListAsync(cancellation);
        var requirements = await db
            .Requirements.GroupBy(requirement => requirement.TemplateId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var rounds = (
            await db
                .Rounds.OrderBy(round => round.PeriodEnd)
                .Select(round => new { round.TemplateId, round.Title })
                .ToListAsync(cancellation)
        ).ToLookup(round => round.TemplateId, round => round.Title);
        var consultations = await db
            .TemplateConsultations.AsNoTracking()
            .Include(consultation => consultation.Reporters)
            .ToDictionaryAsync(consultation => consultation.TemplateId, cancellation);
        var unanswered = await db
            .TemplateComments.Where(comment => comment.AnsweredAt == null && comment.WithdrawnAt == null)
            .GroupBy(comment => comment.TemplateId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var titles = templates.ToDictionary(template => template.Id, template => template.Title);
        return
        [
            .. from template in templates
            let consultation = consultations.GetValueOrDefault(template.Id)
            where visitor.MayRead(template.State, consultation)
            orderby template.State, template.PublishedAt descending, template.Title
            select new Line(
                template,
                template.BasedOn is { } basis ? titles.GetValueOrDefault(basis) : null,
                requirements.GetValueOrDefault(template.Id),
                [.. rounds[template.Id]],
                consultation,
                template.PublishedAt is null && consultation?.IsBefore(clock.GetUtcNow()) == true,
                unanswered.GetValueOrDefault(template.Id)
            ),
        ];
    }
}
