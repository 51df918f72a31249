using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>Settles whether a source is to have a code that those who coded did not agree on, with the reason; or changes that.</summary>
public sealed class SettleDifference(SamlaDb db, TimeProvider clock)
{
    /// <param name="id">The double coding; all must have handed in.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="codeId">The code.</param>
    /// <param name="isGiven">Whether the source is to have it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who settles it: one of the coders writes down what they agreed on, anybody else decides.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<DoubleCodingOutcome> Run(
        Id<DoubleCoding> id,
        Id<Source> sourceId,
        Key<Code> codeId,
        bool isGiven,
        string reason,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coding = await db.DoubleCodings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        var coders = await db
            .DoubleCoders.AsNoTracking()
            .Where(one => one.DoubleCodingId == id)
            .ToListAsync(cancellation);
        reason = Source.Normalised(reason);
        if (
            coding is not { IsOpen: true }
            || coders.Exists(coder => coder.HandedInAt is null)
            || !await IsDifference(coding, sourceId, codeId, cancellation)
        )
        {
            return new DoubleCodingOutcome.Refused("Det finns inget att avgöra där längre. Ladda om sidan.");
        }

        if (reason.Length is 0 or > Settlement.LongestReason)
        {
            return new DoubleCodingOutcome.Refused(
                $"Skriv varför, med högst {Settlement.LongestReason} tecken. Skälet sparas med dubbelkodningen."
            );
        }

        var settlement = await db.Settlements.SingleOrDefaultAsync(
            one => one.DoubleCodingId == id && one.SourceId == sourceId && one.CodeId == codeId,
            cancellation
        );
        // Also one who was left out has coded.
        var hasCoded =
            coders.Exists(coder => coder.Coder == actor)
            || await db.BlindReadings.AnyAsync(one => one.DoubleCodingId == id && one.Reader == actor, cancellation)
            || await db.BlindCodings.AnyAsync(one => one.DoubleCodingId == id && one.Coder == actor, cancellation);
        var by = hasCoded ? SettledBy.Agreement : SettledBy.Third;
        if (settlement is null)
        {
            db.Settlements.Add(
                new Settlement
                {
                    DoubleCodingId = id,
                    SourceId = sourceId,
                    CodeId = codeId,
                    IsGiven = isGiven,
                    Reason = reason,
                    By = by,
                    Actor = actor,
                    SettledAt = clock.GetUtcNow(),
                }
            );
        }
        else
        {
            (settlement.IsGiven, settlement.Reason, settlement.By) = (isGiven, reason, by);
            (settlement.Actor, settlement.SettledAt) = (actor, clock.GetUtcNow());
        }

        await db.Save(new Change(actor, "blind.settle", $"{id}/{codeId}/{sourceId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    private async Task<bool> IsDifference(
        DoubleCoding coding,
        Id<Source> source,
        Key<Code> code,
        CancellationToken cancellation
    )
    {
        var compared = await new CompareCodings(db).Run(coding, source, cancellation);
        return compared
            .Texts.SelectMany(text => CodingDifference.In(compared.Coders, text.Shared))
            .Any(difference => difference.Code == code);
    }
}
