using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What a row has held, the latest first.</summary>
public sealed class ViewRowHistory(SamlaDb db, ActorNames names)
{
    /// <param name="First">The number of its first save; names it.</param>
    /// <param name="By">Who saved it, by name; empty where nobody knows.</param>
    /// <param name="Cells">What the row held.</param>
    /// <param name="Changed">The columns that held something else before; none of the first.</param>
    public sealed record Entry(
        int First,
        string By,
        DateTimeOffset SavedAt,
        RowCells Cells,
        IReadOnlyList<TableColumn> Changed
    );

    /// <param name="Entries">At most <see cref="TextHistory.PageSize"/>.</param>
    /// <param name="Older">What to ask for to see those before them; null where there are none.</param>
    /// <param name="Chosen">Null where none is chosen, or there is none such.</param>
    public sealed record Result(IReadOnlyList<Entry> Entries, int? Older, Entry? Chosen);

    /// <param name="row">The row; the caller knows whose it is.</param>
    /// <param name="table">Its table.</param>
    /// <param name="from">The first number to show; null for the latest.</param>
    /// <param name="chosen">The one to show; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<Result> Run(
        Id<AnswerRow> row,
        TemplateTable table,
        int? from,
        int? chosen,
        CancellationToken cancellation
    )
    {
        var revisions = db
            .AnswerRowRevisions.AsNoTracking()
            .Where(revision => revision.RowId == row)
            .OrderByDescending(revision => revision.First);
        var page = await revisions
            .Where(revision => from == null || revision.First <= from)
            .Take(TextHistory.PageSize + 1)
            .ToListAsync(cancellation);
        var pair = chosen is null
            ? []
            : await revisions.Where(revision => revision.First <= chosen).Take(2).ToListAsync(cancellation);
        var called = await names.Run(
            page.Concat(pair).Select(one => one.SavedBy).Where(by => by.Length > 0),
            cancellation
        );
        return new Result(
            [.. Entries(page, table, called).Take(TextHistory.PageSize)],
            page.Count > TextHistory.PageSize ? page[^1].First : null,
            Entries(pair, table, called).FirstOrDefault(entry => entry.First == chosen)
        );
    }

    private static IEnumerable<Entry> Entries(
        List<AnswerRowRevision> revisions,
        TemplateTable table,
        IReadOnlyDictionary<string, string> called
    )
    {
        var cells = revisions.ConvertAll(one => RowCells.Read(one.Cells, table));
        return revisions
            .Index()
            .Select(one => new Entry(
                one.Item.First,
                one.Item.SavedBy.Length > 0 ? called[one.Item.SavedBy] : "",
                one.Item.SavedAt,
                cells[one.Index],
                one.Index + 1 < cells.Count ? [.. cells[one.Index].DifferencesFrom(cells[one.Index + 1], table)] : []
            ));
    }
}
