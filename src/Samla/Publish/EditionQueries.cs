using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>Editions, as a question others are built on.</summary>
internal static class EditionQueries
{
    extension(SamlaDb db)
    {
        /// <summary>A round's editions, the latest first.</summary>
        public IQueryable<Edition> EditionsOf(Key<Round> round) =>
            db
                .Editions.AsNoTracking()
                .Where(edition => edition.RoundId == round)
                .OrderByDescending(edition => edition.Number);
    }
}
