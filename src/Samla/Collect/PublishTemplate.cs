using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Ends a draft: from then on the template never changes, and rounds may ask it.</summary>
public sealed class PublishTemplate(SamlaDb db, TimeProvider clock)
{
    /// <summary>What could not be done, in Swedish; null when it is published now, or was before.</summary>
    public async Task<string?> Run(Key<Template> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var template = await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellation);
        if (template is null)
        {
            return $"Mallen {id} finns inte.";
        }

        if (template.State == TemplateState.Published)
        {
            return null;
        }

        template.PublishedAt = clock.GetUtcNow();
        await db.Save(new Change(actor, "template.publish", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);

        return null;
    }
}
