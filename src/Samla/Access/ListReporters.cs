using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Access;

/// <summary>The reporters whose people somebody manages: regions first, then county administrative boards, in Swedish order.</summary>
public sealed class ListReporters(SamlaDb db)
{
    public async Task<IReadOnlyList<Reporter>> Run(Visitor visitor, CancellationToken cancellation) =>
        [
            .. (await db.Reporters.AsNoTracking().ToListAsync(cancellation))
                .Where(reporter => visitor.MayManage(reporter.Id, visitor.IsSample))
                .OrderBy(reporter => reporter.Kind)
                .ThenBy(reporter => reporter.Name, SwedishText.Order),
        ];
}
