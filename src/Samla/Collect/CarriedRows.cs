using Samla.Domain.Collect;

namespace Samla.Collect;

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
