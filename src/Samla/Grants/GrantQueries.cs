using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>What is asked of grants in more than one place.</summary>
internal static class GrantQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The imports of made-up decisions of which any still counts.</summary>
        public IQueryable<GrantImport> MadeUpGrants() =>
            db.GrantImports.Where(import =>
                import.IsMadeUp && db.GrantRows.Any(row => row.Import == import.Number && row.ReplacedBy == null)
            );
    }
}
