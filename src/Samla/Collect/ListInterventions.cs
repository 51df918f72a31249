using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The interventions that the register holds for a reporter's answers, in a section or in all.</summary>
public sealed class ListInterventions(SamlaDb db)
{
    /// <param name="With">The other reporters that carry it out, by their own names.</param>
    public sealed record Line(Intervention Intervention, IReadOnlyList<string> With);

    /// <summary>By name; empty also where there is no such round, reporter or section. All sections where none is named.</summary>
    public async Task<IReadOnlyList<Line>> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Section>? section,
        CancellationToken cancellation
    )
    {
        var asked =
            from r in db.Rounds
            where r.Id == round
            join requirement in db.Requirements on r.TemplateId equals requirement.TemplateId
            where section == null || requirement.SectionId == section
            select requirement.Id;
        var interventions = await db
            .Interventions.AsNoTracking()
            .Include(intervention => intervention.Reporters)
            .Where(intervention =>
                intervention.RoundId == round
                && asked.Contains(intervention.RequirementId)
                && intervention.Reporters.Any(r => r.ReporterId == reporter)
            )
            .OrderBy(intervention => intervention.Name)
            .ToListAsync(cancellation);
        var others = interventions
            .SelectMany(intervention => intervention.Reporters)
            .Select(r => r.ReporterId)
            .Where(id => id != reporter)
            .Distinct()
            .ToList();
        var names =
            others.Count == 0
                ? []
                : await db
                    .Reporters.AsNoTracking()
                    .Where(r => others.Contains(r.Id))
                    .ToDictionaryAsync(r => r.Id, r => r.Name, cancellation);
        return
        [
            .. interventions.Select(intervention => new Line(
                intervention,
                [
                    .. intervention
                        .Reporters.Where(r => r.ReporterId != reporter)
                        .Select(r => names[r.ReporterId])
                        .Order(StringComparer.Ordinal),
                ]
            )),
        ];
    }
}
