using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An administrator says which authorities take part in a round whose template asks authorities. Who has begun stays.</summary>
public sealed class ChooseAgencies(SamlaDb db, TimeProvider clock)
{
    /// <summary>Null where it is done; else why nothing is, in Swedish.</summary>
    /// <param name="round">The round.</param>
    /// <param name="seen">Those that took part when the chooser began: what a colleague has done since stays.</param>
    /// <param name="chosen">Those that shall take part.</param>
    /// <param name="actor">Who chooses.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<string?> Run(
        Key<Round> round,
        IReadOnlyCollection<Key<Reporter>> seen,
        IReadOnlyCollection<Key<Reporter>> chosen,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var asks = await db.Rounds.AnyAsync(
            one =>
                one.Id == round
                && db.Requirements.Any(requirement =>
                    requirement.TemplateId == one.TemplateId && requirement.AnsweredBy == ReporterKind.Agency
                ),
            cancellation
        );
        var agencies = await db
            .Reporters.AsNoTracking()
            .Where(one => one.Kind == ReporterKind.Agency)
            .ToDictionaryAsync(one => one.Id, cancellation);
        if (!asks || !chosen.All(agencies.ContainsKey))
        {
            return "Omgången eller någon av myndigheterna har ändrats sedan du öppnade sidan. Öppna den på nytt och välj igen.";
        }

        var there = await db.Submissions.Where(one => one.RoundId == round).ToListAsync(cancellation);
        var leaving = there.FindAll(one =>
            agencies.ContainsKey(one.ReporterId) && seen.Except(chosen).Contains(one.ReporterId)
        );
        var begun = await db.Begun(round).Select(one => one.ReporterId).ToListAsync(cancellation);
        if (leaving.FindAll(one => begun.Contains(one.ReporterId)) is { Count: > 0 } staying)
        {
            var names = staying.Select(one => agencies[one.ReporterId].Name).Order(SwedishText.Order);
            return $"{SwedishText.Enumeration([.. names])} har börjat svara och kan inte tas bort ur omgången.";
        }

        var coming = chosen.Except(seen).Except(there.Select(one => one.ReporterId)).ToList();
        if (leaving.Count == there.Count && coming.Count == 0)
        {
            return "Minst en uppgiftslämnare måste vara med i omgången. Välj minst en myndighet.";
        }

        db.Submissions.RemoveRange(leaving);
        db.Submissions.AddRange(
            coming.Select(reporter => new Submission
            {
                Id = Id.New<Submission>(clock),
                RoundId = round,
                ReporterId = reporter,
                CurrentVersion = 0,
            })
        );
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(actor, "round.agencies", round.Value), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return null;
    }
}
