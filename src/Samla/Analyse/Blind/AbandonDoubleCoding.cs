using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse.Blind;

/// <summary>Gives up a double coding, or goes on without one of the coders.</summary>
public sealed class AbandonDoubleCoding(SamlaDb db, TimeProvider clock)
{
    /// <summary>Gives it up: what was coded stays for the record and never counts.</summary>
    public async Task<DoubleCodingOutcome> Run(Id<DoubleCoding> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.DoubleCodings.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { IsOpen: true } open)
        {
            return new DoubleCodingOutcome.Refused("Dubbelkodningen är redan avslutad.");
        }

        open.AbandonedAt = clock.GetUtcNow();
        await db.Save(new Change(actor, "blind.abandon", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }

    /// <summary>Goes on without a coder who has not handed in, such as one who has left; at least two must be left.</summary>
    public async Task<DoubleCodingOutcome> LeaveOut(
        Id<DoubleCoding> id,
        string coder,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var coders = await db.DoubleCoders.Where(one => one.DoubleCodingId == id).ToListAsync(cancellation);
        var isOpen = await db.DoubleCodings.AnyAsync(
            one => one.Id == id && one.EnteredAt == null && one.AbandonedAt == null,
            cancellation
        );
        if (!isOpen || coders.Find(one => one.Coder == coder) is not { HandedInAt: null } left)
        {
            return new DoubleCodingOutcome.Refused(
                "Den personen har redan lämnat in, eller är inte med längre. Ladda om sidan."
            );
        }

        if (coder == actor)
        {
            return new DoubleCodingOutcome.Refused(
                "Be någon annan gå vidare utan dig: den som har kodat ska inte avgöra."
            );
        }

        if (coders.Count <= DoubleCoding.FewestCoders)
        {
            return new DoubleCodingOutcome.Refused(
                "Då blir bara en kodare kvar, och det finns inget att jämföra. Avbryt dubbelkodningen i stället."
            );
        }

        db.DoubleCoders.Remove(left);
        await db.Save(new Change(actor, "blind.leave-out", $"{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new DoubleCodingOutcome.Done();
    }
}
