using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The tables of templates, as questions others are built on.</summary>
internal static class RowQueries
{
    extension(SamlaDb db)
    {
        /// <summary>A template's tables, with their columns and what there is to choose in them.</summary>
        public IQueryable<TemplateTable> TablesOf(Key<Template> template) =>
            db
                .TemplateTables.AsNoTracking()
                .AsSplitQuery()
                .Include(table => table.Columns)
                    .ThenInclude(column => column.Options)
                .Where(table => table.TemplateId == template);

        /// <summary>The tables of requirements with columns and options, by their ids.</summary>
        public async Task<Dictionary<Key<TemplateTable>, TemplateTable>> TablesOf(
            IReadOnlyCollection<Requirement> requirements,
            CancellationToken cancellation
        )
        {
            var ids = requirements.Select(one => one.TableId).OfType<Key<TemplateTable>>().Distinct().ToList();
            var template = requirements.FirstOrDefault()?.TemplateId;
            return ids.Count == 0
                ? []
                : await db
                    .TemplateTables.AsNoTracking()
                    .Include(table => table.Columns)
                        .ThenInclude(column => column.Options)
                    .Where(table => table.TemplateId == template && ids.Contains(table.Id))
                    .ToDictionaryAsync(table => table.Id, cancellation);
        }
    }
}
