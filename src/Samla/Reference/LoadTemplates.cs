using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>Puts the templates that come with the program in the database, published, with the mappings between them.</summary>
public sealed class LoadTemplates(SamlaDb db, TimeProvider clock)
{
    /// <summary>What could not be done, in Swedish; null when all went well.</summary>
    public async Task<string?> Run(Templates templates, CancellationToken cancellation)
    {
        var ids = templates.Files.Keys.Select(id => Key<Template>.Parse(id, null)).ToList();
        if (
            await db.Templates.Where(t => ids.Contains(t.Id)).Select(t => t.Id).FirstOrDefaultAsync(cancellation) is
            { } known
        )
        {
            return $"Mallen {known} finns redan i databasen.";
        }

        db.Templates.AddRange(templates.Files.Values.Select(file => file.ToTemplate(clock.GetUtcNow())));
        db.RequirementMappings.AddRange(templates.Mappings.SelectMany(mapping => mapping.ToMappings()));
        await db.Save(new Change(FillDatabase.Actor, "template.load", string.Join(' ', ids)), cancellation);
        db.ChangeTracker.Clear();
        return null;
    }
}
