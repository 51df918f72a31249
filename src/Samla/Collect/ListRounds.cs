using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The rounds there are, for those who come without naming one.</summary>
/// <remarks>
/// Which of several is meant depends on who comes, so nothing here chooses: reporters and analysts choose from the list, and
/// readers of what is published begin with what is published last.
/// </remarks>
public sealed class ListRounds(SamlaDb db)
{
    /// <summary>The open rounds first, then the latest period.</summary>
    public async Task<IReadOnlyList<Round>> Run(CancellationToken cancellation) =>
        await Ordered(db.Rounds).ToListAsync(cancellation);

    /// <summary>Those in which somebody is to hand in something, in the same order: others put their questions to documents alone.</summary>
    public async Task<IReadOnlyList<Round>> ToReport(CancellationToken cancellation) =>
        await Ordered(
                db.Rounds.Where(round =>
                    db.Requirements.Any(requirement =>
                        requirement.TemplateId == round.TemplateId && requirement.AnsweredBy != ReporterKind.Document
                    )
                )
            )
            .ToListAsync(cancellation);

    private static IQueryable<Round> Ordered(IQueryable<Round> rounds) =>
        rounds
            .AsNoTracking()
            .OrderByDescending(round => round.IsOpen)
            .ThenByDescending(round => round.PeriodEnd)
            .ThenByDescending(round => round.DueOn)
            .ThenBy(round => round.Id);
}
