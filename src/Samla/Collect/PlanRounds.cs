using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>All rounds with who takes part, and what there is to choose for another.</summary>
public sealed class PlanRounds(SamlaDb db)
{
    /// <param name="Lines">The latest period first.</param>
    /// <param name="Templates">The published ones, the latest first.</param>
    public sealed record Result(IReadOnlyList<Line> Lines, IReadOnlyList<TemplateChoice> Templates);

    /// <param name="TemplateTitle">The template's title.</param>
    /// <param name="Asked">How many reporters take part.</param>
    /// <param name="Submitted">How many of them have handed in.</param>
    /// <param name="AsksAgencies">Whether the template asks other authorities something.</param>
    public sealed record Line(Round Round, string TemplateTitle, int Asked, int Submitted, bool AsksAgencies);

    public sealed record TemplateChoice(Key<Template> Id, string Title);

    public async Task<Result> Run(CancellationToken cancellation)
    {
        var lines = await (
            from round in db.Rounds.AsNoTracking()
            join template in db.Templates.AsNoTracking() on round.TemplateId equals template.Id
            orderby round.PeriodEnd descending, round.DueOn descending, round.Id
            select new Line(
                round,
                template.Title,
                db.Submissions.Count(one => one.RoundId == round.Id),
                db.Submissions.Count(one => one.RoundId == round.Id && one.CurrentVersion > 0),
                db.Requirements.Any(one => one.TemplateId == round.TemplateId && one.AnsweredBy == ReporterKind.Agency)
            )
        ).ToListAsync(cancellation);
        var templates = await db
            .Templates.AsNoTracking()
            .Where(one => one.PublishedAt != null)
            .OrderByDescending(one => one.PublishedAt)
            .ThenByDescending(one => one.Id)
            .Select(one => new TemplateChoice(one.Id, one.Title))
            .ToListAsync(cancellation);
        return new Result(lines, templates);
    }
}
