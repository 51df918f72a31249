using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter saves a row of a requirement's own table: a new one, or one that is there. A row that lacks something, or has a text
/// that is too long, is saved too; what cannot be understood is not.
/// </summary>
public sealed class SaveRow(SamlaDb db, TimeProvider clock)
{
    /// <summary>A row as it is written.</summary>
    /// <param name="Id">The row; an id that is not there yet makes a new one.</param>
    /// <param name="Typed">What is written in each column, by the columns' ids.</param>
    /// <param name="SeenRevision">The revision that the writer began from; 0 for a new row.</param>
    public sealed record Written(
        Id<AnswerRow> Id,
        IReadOnlyDictionary<Key<TableColumn>, string> Typed,
        int SeenRevision
    );

    /// <summary>Saves one row.</summary>
    public Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        Id<AnswerRow> id,
        IReadOnlyDictionary<Key<TableColumn>, string> typed,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    ) => Run(round, reporter, requirement, [new Written(id, typed, seenRevision)], actor, cancellation);

    /// <summary>Saves all of some rows or none: the outcome is that of the first that cannot be saved, or else of the last.</summary>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose rows.</param>
    /// <param name="requirement">To what.</param>
    /// <param name="rows">At least one.</param>
    /// <param name="actor">Who saves.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        IReadOnlyList<Written> rows,
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

        var now = clock.GetUtcNow();
        Outcome outcome = new Outcome.Refused("");
        foreach (var written in rows)
        {
            outcome = await Put(sheet, written, actor, now, cancellation);
            if (outcome is not Outcome.Saved)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }
        }

        if (db.ChangeTracker.HasChanges())
        {
            // Worked out once for all of them: it follows from every row of the table.
            await sheet.Save(
                actor,
                rows is [{ SeenRevision: 0 }] ? "row.add" : "row.save",
                rows is [var only] ? sheet.All.First(one => one.Id == only.Id) : null,
                now,
                cancellation
            );
        }

        await transaction.CommitOwn(cancellation);
        return outcome;
    }

    private async Task<Outcome> Put(
        RowSheet sheet,
        Written written,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (cells, faults) = CellReader.Read(written.Typed, sheet.Table);
        if (faults.Count > 0)
        {
            return new Outcome.Invalid(faults);
        }

        if (cells.IsEmpty)
        {
            return new Outcome.Refused("Raden är tom. Fyll i minst ett fält, eller ta bort raden.");
        }

        return sheet.All.FirstOrDefault(one => one.Id == written.Id) is { } row
            ? await Change(sheet, row, cells, written.SeenRevision, actor, now, cancellation)
            : await Add(sheet, written, cells, actor, now, cancellation);
    }

    private async Task<Outcome> Add(
        RowSheet sheet,
        Written written,
        RowCells cells,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (written.SeenRevision != 0 || await db.AnswerRows.AnyAsync(one => one.Id == written.Id, cancellation))
        {
            return new Outcome.Refused("Raden hör inte till den här frågan.");
        }

        if (sheet.IsFull)
        {
            return new Outcome.Refused(RowSheet.Full);
        }

        var row = sheet.Add(written.Id, cells, carriedFrom: null, actor, now);
        return new Outcome.Saved(row.Id, row.Revision);
    }

    private async Task<Outcome> Change(
        RowSheet sheet,
        AnswerRow row,
        RowCells cells,
        int seenRevision,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (row.RemovedAt is not null)
        {
            return new Outcome.Removed();
        }

        var written = cells.Write(sheet.Table);
        // The same from two sides is no conflict, and neither is the same form sent twice.
        if (row.Cells == written)
        {
            return new Outcome.Saved(row.Id, row.Revision);
        }

        if (row.Revision != seenRevision)
        {
            return new Outcome.Conflict(sheet.CellsOf(row), row.Revision);
        }

        await db.Write(row, cells, sheet.Table, actor, now, cancellation);
        return new Outcome.Saved(row.Id, row.Revision);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Revision">What the next save must say it has seen.</param>
        public sealed record Saved(Id<AnswerRow> Id, int Revision) : Outcome;

        /// <summary>Somebody else has saved another row since the writer began; nothing is overwritten.</summary>
        public sealed record Conflict(RowCells Theirs, int Revision) : Outcome;

        /// <summary>Somebody has taken the row out since the writer began; what was written can be saved as a new one.</summary>
        public sealed record Removed : Outcome;

        /// <param name="Faults">What is wrong and what to write instead, in Swedish, by the columns' ids; at least one.</param>
        public sealed record Invalid(IReadOnlyDictionary<Key<TableColumn>, string> Faults) : Outcome;

        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
