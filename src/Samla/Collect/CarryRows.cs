using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter takes the rows of the round before along into a table: the cells whose columns are the same. Amounts of a table of
/// allocations are of their year, and stay there.
/// </summary>
public sealed class CarryRows(SamlaDb db, FindPredecessors findPredecessors, TimeProvider clock)
{
    /// <param name="round">The round whose table they come into.</param>
    /// <param name="reporter">Whose table.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var (sheet, refusal) = await RowSheet.Find(db, round, reporter, requirement, cancellation);
        if (sheet is null)
        {
            return new Outcome.Refused(refusal!);
        }

        var before = await findPredecessors.Run(round, reporter, cancellation);
        var there = sheet.All.Select(row => row.CarriedFromId).OfType<Id<AnswerRow>>().ToHashSet();
        var rows = CarriedRows
            .Of(before?.OfRequirement.GetValueOrDefault(requirement), sheet.Requirement, sheet.Table)
            .Where(row => !there.Contains(row.Id))
            .ToList();
        if (rows.Count == 0)
        {
            return new Outcome.Refused("Det finns inga fler rader att ta med från förra gången.");
        }

        if (sheet.Rows.Count + rows.Count > AnswerRow.Most)
        {
            return new Outcome.Refused(RowSheet.Full);
        }

        var now = clock.GetUtcNow();
        foreach (var (id, cells) in rows)
        {
            sheet.Add(Id.New<AnswerRow>(clock), cells, carriedFrom: id, actor, now);
        }

        await sheet.Save(actor, "row.carry", row: null, now, cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Carried(rows.Count);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Number">How many came into the table.</param>
        public sealed record Carried(int Number) : Outcome;

        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
