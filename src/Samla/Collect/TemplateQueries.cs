using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A template with all its parts, as a question others are built on.</summary>
public static class TemplateQueries
{
    extension(SamlaDb db)
    {
        /// <param name="name">The template's id, or that of a round that asks it.</param>
        /// <param name="cancellation">Stops in between.</param>
        /// <returns>Null where there is neither.</returns>
        public async Task<Template?> TemplateNamed(string name, CancellationToken cancellation)
        {
            var id = Key<Template>.TryParse(name, null, out var template) ? template : null;
            if (Key<Round>.TryParse(name, null, out var round))
            {
                id =
                    await db
                        .Rounds.Where(r => r.Id == round)
                        .Select(r => r.TemplateId)
                        .SingleOrDefaultAsync(cancellation)
                    ?? id;
            }

            return id is null ? null : await db.WholeTemplate(id, cancellation);
        }

        /// <summary>A template's sections with what they ask, in order; the requirements of each are in none.</summary>
        public IQueryable<Section> SectionsOf(Key<Template> template) =>
            db
                .Sections.AsNoTracking()
                .Include(section => section.Requirements)
                .Where(section => section.TemplateId == template)
                .OrderBy(section => section.Order);

        /// <summary>What a template asks, in the order in which it is read.</summary>
        public async Task<List<Requirement>> RequirementsOf(Key<Template> template, CancellationToken cancellation) =>
            [.. (await db.SectionsOf(template).ToListAsync(cancellation)).SelectMany(section => section.InOrder())];

        /// <summary>Null where there is none.</summary>
        public Task<Template?> WholeTemplate(Key<Template> id, CancellationToken cancellation) =>
            db
                .Templates.AsNoTracking()
                .Include(template => template.Sections)
                    .ThenInclude(section => section.Requirements)
                .Include(template => template.Tables)
                    .ThenInclude(table => table.Columns)
                        .ThenInclude(column => column.Options)
                .AsSplitQuery()
                .SingleOrDefaultAsync(template => template.Id == id, cancellation);
    }
}
