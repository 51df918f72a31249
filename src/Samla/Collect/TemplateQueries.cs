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
