using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A question that is asked now, with one of an earlier template that it answers to.</summary>
/// <param name="Earlier">Null where the question is new.</param>
/// <param name="Note">What differs; empty where both rounds ask the same template.</param>
internal sealed record RequirementPair(Key<Requirement> Now, Key<Requirement>? Earlier, MappingKind Kind, string Note);

/// <summary>Which questions of an earlier template those of today answer to, as a question others are built on.</summary>
internal static class RequirementPairQueries
{
    extension(SamlaDb db)
    {
        /// <summary>In the order of the comparison; none where nobody has compared the templates.</summary>
        public async Task<ILookup<Key<Requirement>, RequirementPair>> RequirementPairs(
            IReadOnlyCollection<Key<Requirement>> asked,
            Key<Template> now,
            Key<Template> earlier,
            CancellationToken cancellation
        )
        {
            if (now == earlier)
            {
                return asked.Select(id => new RequirementPair(id, id, MappingKind.Same, "")).ToLookup(pair => pair.Now);
            }

            var pairs = await db
                .RequirementMappings.AsNoTracking()
                .Where(mapping =>
                    mapping.TemplateId == now && mapping.EarlierTemplateId == earlier && mapping.RequirementId != null
                )
                .OrderBy(mapping => mapping.Order)
                .ToListAsync(cancellation);
            return pairs
                .Where(pair => asked.Contains(pair.RequirementId!))
                .Select(pair => new RequirementPair(
                    pair.RequirementId!,
                    pair.EarlierRequirementId,
                    pair.Kind,
                    pair.Note
                ))
                .ToLookup(pair => pair.Now);
        }
    }
}
