using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>One intervention of a reporter's own, with its history; also one that was removed or merged into another.</summary>
public sealed class ViewIntervention(SamlaDb db, Taxonomy taxonomy, ActorNames actors)
{
    /// <param name="Line">As it is; as it was handed in, where others go on with what the reporter has taken out of its register.</param>
    /// <param name="Texts">What is written of it.</param>
    /// <param name="IsInRegister">Whether it stands in the reporter's register.</param>
    /// <param name="MergedInto">The one that stands for it after a merger.</param>
    /// <param name="Merged">Those that it stands for.</param>
    /// <param name="History">What was done to it, the latest first.</param>
    /// <param name="Sharable">Those who can be made to carry it out too, in Swedish order.</param>
    public sealed record Result(
        InterventionRegister Register,
        ListInterventions.Line Line,
        InterventionTexts Texts,
        bool IsInRegister,
        Intervention? MergedInto,
        IReadOnlyList<Intervention> Merged,
        IReadOnlyList<PastChange> History,
        IReadOnlyList<Reporter> Sharable
    );

    /// <param name="By">Who did it, by name.</param>
    /// <param name="Action">As the audit trail has it, such as "intervention.save".</param>
    /// <param name="Changes">As the audit trail has them, in JSON.</param>
    public sealed record PastChange(DateTimeOffset At, string By, string Action, string Changes);

    /// <summary>Null where the reporter has no such intervention that it may read.</summary>
    public async Task<Result?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Intervention> id,
        CancellationToken cancellation
    )
    {
        var register = await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation);
        var interventions = await db
            .Interventions.AsNoTracking()
            .Whole.Where(one =>
                one.RoundId == round
                && (one.Id == id || one.MergedIntoId == id)
                && one.Reporters.Any(whose => whose.ReporterId == reporter)
            )
            .ToListAsync(cancellation);
        var now = interventions.Find(one => one.Id == id);
        var isOpen = now?.IsOpenTo(reporter) == true;
        var intervention = isOpen ? now : now?.AsSubmitted();
        if (register is null || intervention is null)
        {
            return null;
        }

        var into =
            isOpen && intervention.MergedIntoId is { } target
                ? await db.Interventions.AsNoTracking().SingleAsync(one => one.Id == target, cancellation)
                : null;
        var merged = isOpen ? interventions.Where(one => one.MergedIntoId == id) : [];
        var leftAt = isOpen ? null : now!.Reporters.First(one => one.ReporterId == reporter).RemovedAt;
        var names = await db.NamesBeside(reporter, [intervention], cancellation);
        return new Result(
            register,
            ListInterventions.LineOf(intervention, reporter, names),
            register.TextsOf(intervention),
            now!.IsIn(reporter),
            into,
            [.. merged.OrderBy(one => one.Name, SwedishText.Order)],
            await HistoryOf(InterventionQueries.SubjectOf(round, id), leftAt, cancellation),
            isOpen ? await SharableFor(intervention, cancellation) : []
        );
    }

    /// <param name="leftAt">After which the changes are not the reporter's to read; null for all.</param>
    private async Task<IReadOnlyList<PastChange>> HistoryOf(
        string subject,
        DateTimeOffset? leftAt,
        CancellationToken cancellation
    )
    {
        // The first line that is later than the leaving is that of the leaving itself.
        var last = leftAt is null
            ? null
            : await db
                .Audit.Where(line => line.Subject == subject && line.At >= leftAt)
                .MinAsync(line => (long?)line.Sequence, cancellation);
        var lines = await db
            .Audit.AsNoTracking()
            .Where(line => line.Subject == subject && (last == null || line.Sequence <= last))
            .OrderByDescending(line => line.Sequence)
            .Select(line => new PastChange(line.At, line.Actor, line.Action, line.Changes))
            .ToListAsync(cancellation);
        var names = await actors.Run(lines.Select(line => line.By), cancellation);
        return [.. lines.Select(line => line with { By = names[line.By] })];
    }

    private async Task<IReadOnlyList<Reporter>> SharableFor(Intervention intervention, CancellationToken cancellation)
    {
        var known = intervention.Reporters.ConvertAll(one => one.ReporterId);
        var others = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == intervention.RoundId && !known.Contains(reporter.Id)
            select reporter
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return [.. others.OrderBy(one => one.Name, SwedishText.Order)];
    }
}
