using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>How a row gets other cells, and keeps those that it had.</summary>
internal static class RowHistory
{
    extension(SamlaDb db)
    {
        /// <summary>Gives a row that is there other cells; the caller saves.</summary>
        public async Task Write(
            AnswerRow row,
            RowCells cells,
            TemplateTable table,
            string actor,
            DateTimeOffset now,
            CancellationToken cancellation
        )
        {
            var latest = await db
                .AnswerRowRevisions.Where(revision => revision.RowId == row.Id)
                .OrderByDescending(revision => revision.First)
                .FirstOrDefaultAsync(cancellation);
            // A row that nobody has changed has no history, however it came: until now it says itself who saved what.
            latest ??= db.AnswerRowRevisions.Add(Begin(row, first: 1)).Entity;
            var goesOn = latest.GoesOn(cells, table, actor, now);

            (row.Cells, row.SavedAt, row.SavedBy) = (cells.Write(table), now, actor);
            row.Revision++;
            if (goesOn)
            {
                (latest.Cells, latest.Last, latest.SavedAt) = (row.Cells, row.Revision, now);
            }
            else
            {
                db.AnswerRowRevisions.Add(Begin(row, row.Revision));
            }
        }
    }

    private static AnswerRowRevision Begin(AnswerRow row, int first) =>
        new()
        {
            RowId = row.Id,
            First = first,
            Last = row.Revision,
            Cells = row.Cells,
            BegunAt = row.SavedAt,
            SavedAt = row.SavedAt,
            SavedBy = row.SavedBy,
        };
}
