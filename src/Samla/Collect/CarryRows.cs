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
            sheet.Add(
                new AnswerRow
                {
                    Id = Id.New<AnswerRow>(clock),
                    SubmissionId = sheet.Submission.Id,
                    RequirementId = requirement,
                    Order = sheet.NextOrder,
                    Cells = cells.Write(sheet.Table),
                    Revision = 1,
                    SavedAt = now,
                    SavedBy = actor,
                    CarriedFromId = id,
                }
            );
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

/// <summary>What of the rows of the round before fits a table now.</summary>
public static class CarriedRows
{
    /// <summary>The rows, with the cells that can come along; a row without any is left out.</summary>
    /// <param name="before">What was answered then; null where nothing was asked.</param>
    /// <param name="requirement">What is asked now.</param>
    /// <param name="table">Its table.</param>
    public static IReadOnlyList<SubmittedRow> Of(
        FindPredecessors.Predecessors? before,
        Requirement requirement,
        TemplateTable table
    ) =>
        [
            .. from earlier in before?.Earlier ?? []
            where earlier.Table is not null
            from row in earlier.Rows
            let cells = Fitting(row.Cells, earlier.Table!, requirement, table)
            where !cells.IsEmpty
            select new SubmittedRow(row.Id, cells),
        ];

    private static RowCells Fitting(
        RowCells row,
        TemplateTable earlier,
        Requirement requirement,
        TemplateTable table
    ) =>
        new(
            (
                from column in table.Columns
                let same = earlier.Columns.Find(one =>
                    one.Id == column.Id && one.Type == column.Type && one.Unit == column.Unit
                )
                where
                    same is not null
                    && !(column.Type == ColumnType.Number && requirement.Kind == RequirementKind.Allocation)
                let value = Fitting(row[same], column)
                where value is not null
                select (column.Id, value)
            ).ToDictionary(cell => cell.Id, cell => cell.value)
        );

    // What can no longer be chosen is left out; the rest of a row is worth taking all the same.
    private static CellValue? Fitting(CellValue? value, TableColumn column) =>
        value is not CellValue.Choice(var options) ? value
        : options.Where(id => column.Options.Exists(option => option.Id == id)).ToList() is { Count: > 0 } kept
            ? new CellValue.Choice(kept)
        : null;
}
