namespace Samla.Domain.Collect;

/// <summary>
/// What a row has held: what one person saved without a long break. Saves that only go on are kept as one; a save that takes words
/// away or changes a value begins a new one, and what stood there stays here.
/// </summary>
public sealed class AnswerRowRevision
{
    public required Id<AnswerRow> RowId { get; init; }

    /// <summary>The number of its first save, as <see cref="AnswerRow.Revision"/> counts them.</summary>
    public required int First { get; init; }

    /// <summary>The number of its last save.</summary>
    public required int Last { get; set; }

    /// <summary>The cells as the last save left them, as <see cref="RowCells.Write"/> has them.</summary>
    [Draft]
    public required string Cells { get; set; }

    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Who saved it, as the audit trail names people; empty for what came with a sample.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Whether a save only goes on with this.</summary>
    public bool GoesOn(RowCells cells, TemplateTable table, string actor, DateTimeOffset now)
    {
        if (actor != SavedBy || now - BegunAt >= AnswerRevision.Longest)
        {
            return false;
        }

        var before = RowCells.Read(Cells, table);
        return table.Columns.TrueForAll(column => Keeps(before[column], cells[column]));
    }

    private static bool Keeps(CellValue? before, CellValue? after) =>
        (before, after) switch
        {
            (null, _) => true,
            (CellValue.Text(var words), CellValue.Text(var next)) => AnswerRevision.TakenAway(words, next) == 0,
            _ => before.Typed == after?.Typed,
        };
}
