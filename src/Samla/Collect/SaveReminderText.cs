using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Keeps a round's text for reminders without sending any.</summary>
public sealed class SaveReminderText(SamlaDb db)
{
    /// <param name="round">The round.</param>
    /// <param name="text">With its places.</param>
    /// <param name="seen">The text that the round had when the form was shown; null for none of its own.</param>
    /// <param name="actor">Who writes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        string text,
        string? seen,
        string actor,
        CancellationToken cancellation
    )
    {
        var kept = ReminderText.Normalised(text);
        if (ReminderText.TroubleWith(kept) is { } trouble)
        {
            return trouble;
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.Rounds.SingleOrDefaultAsync(r => r.Id == round, cancellation) is not { } reporting)
        {
            return "Omgången finns inte.";
        }

        if (ReminderText.ConflictIn(reporting, seen, kept) is { } conflict)
        {
            return conflict;
        }

        reporting.ReminderText = ReminderText.IsDefault(kept) ? null : kept;
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(new Change(actor, "reminder.text", round.Value), cancellation);
        }

        await transaction.CommitOwn(cancellation);
        return null;
    }
}
