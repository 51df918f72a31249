using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>
/// Ends a draft: from then on the template never changes, and rounds may ask it. What it asks is compared with the template that it
/// was made from, so that last year's answers are found again.
/// </summary>
public sealed class PublishTemplate(SamlaDb db, TimeProvider clock)
{
    /// <summary>What could not be done, in Swedish; null when it is published now, or was before.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The token of the draft as it was read; null where nobody read it first.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(Key<Template> id, string? seen, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.WholeTemplate(id, cancellation) is not { } known)
        {
            return $"Mallen {id} finns inte.";
        }

        if (known.State == TemplateState.Published)
        {
            return null;
        }

        var file = TemplateFile.Of(known);
        if (seen is not null && seen != file.Token)
        {
            return "Någon annan har ändrat utkastet sedan du öppnade sidan. Läs igenom det igen innan du publicerar.";
        }

        if (await db.Templates.AnyAsync(one => one.Id == known.BasedOn && one.PublishedAt == null, cancellation))
        {
            return $"Mallen bygger på {known.BasedOn}, som inte är publicerad. Publicera den först.";
        }

        if (TemplateChecks.Of(file) is [_, ..] faults)
        {
            return $"Mallen {id} kan inte publiceras än. "
                + string.Join(
                    " ",
                    faults.Select(fault => $"”{TemplateWords.TitleOf(file, fault.Part)}”: {fault.Reason}")
                );
        }

        var template = await db.Templates.SingleAsync(t => t.Id == id, cancellation);
        template.PublishedAt = clock.GetUtcNow();
        if (template.BasedOn is { } basis)
        {
            await AddMappings(file, basis, cancellation);
        }

        await db.Save(new Change(actor, "template.publish", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);

        return null;
    }

    private async Task AddMappings(TemplateFile file, Key<Template> basis, CancellationToken cancellation)
    {
        var id = Key<Template>.Parse(file.Id, null);
        var earlier = TemplateFile.Of((await db.WholeTemplate(basis, cancellation))!);
        var before = await db
            .RequirementMappings.AsNoTracking()
            .Where(mapping => mapping.TemplateId == basis)
            .OrderBy(mapping => mapping.EarlierTemplateId)
            .ThenBy(mapping => mapping.Order)
            .ToListAsync(cancellation);
        var known = await db
            .RequirementMappings.Where(mapping => mapping.TemplateId == id)
            .Select(mapping => mapping.EarlierTemplateId)
            .Distinct()
            .ToListAsync(cancellation);
        db.RequirementMappings.AddRange(
            SameQuestions.Between(file, earlier, before).Where(mapping => !known.Contains(mapping.EarlierTemplateId))
        );
    }
}
