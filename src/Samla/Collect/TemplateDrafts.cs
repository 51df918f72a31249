using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How a draft of a template is changed, whoever changes it.</summary>
internal static class TemplateDrafts
{
    extension(SamlaDb db)
    {
        /// <summary>Why a template can no longer be changed, in Swedish; null for a draft that nothing uses.</summary>
        public async Task<string?> WhyFrozen(Template template, CancellationToken cancellation)
        {
            var id = template.Id;
            return template.State == TemplateState.Published ? $"Mallen {id} är publicerad och ändras inte."
                : await db.Rounds.AnyAsync(round => round.TemplateId == id, cancellation)
                    ? $"Mallen {id} används i en omgång och ändras inte."
                : await db.RequirementMappings.AnyAsync(
                    mapping => mapping.TemplateId == id || mapping.EarlierTemplateId == id,
                    cancellation
                )
                    ? $"Mallen {id} är jämförd med en annan mall, krav för krav, och ändras inte."
                : null;
        }

        /// <summary>Saves a draft in the place of what is there; call it within a transaction of your own.</summary>
        /// <param name="template">As it is to be.</param>
        /// <param name="known">As it is, with all its parts; null where there is none.</param>
        /// <param name="change">What is done.</param>
        /// <param name="cancellation">Stops in between.</param>
        public async Task PutDraft(Template template, Template? known, Change change, CancellationToken cancellation)
        {
            if (known is null)
            {
                db.Templates.Add(template);
            }
            else
            {
                // In two steps, since what is new has the keys of what is old. The trail has both.
                db.Sections.RemoveRange(known.Sections);
                db.TemplateTables.RemoveRange(known.Tables);
                await db.Save(change with { Action = "template.clear" }, cancellation);
                db.ChangeTracker.Clear();
                var draft = await db.Templates.SingleAsync(t => t.Id == template.Id, cancellation);
                (draft.Title, draft.Note, draft.BasedOn) = (template.Title, template.Note, template.BasedOn);
                db.Sections.AddRange(template.Sections);
                db.TemplateTables.AddRange(template.Tables);
            }

            await db.Save(change, cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
