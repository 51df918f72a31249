using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Search;
using Samla.Data;

namespace Samla.Storage.Sqlite;

/// <summary>The database in one file, for one agency.</summary>
public sealed class SqliteSamlaDb(DbContextOptions<SqliteSamlaDb> options, TimeProvider clock) : SamlaDb(options, clock)
{
    /// <summary>Who writes in which file, in this process; another process is kept out by SQLite itself.</summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Lines = new(StringComparer.Ordinal);

    // A writer who finds the file taken would sleep for 150 ms and try again, with luck before others and without a turn.
    protected override async Task<IDisposable?> TakeTurn(CancellationToken cancellation)
    {
        var line = Lines.GetOrAdd(Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1));
        await line.WaitAsync(cancellation);
        return new Turn(line);
    }

    public override async Task InsertMany<T>(IEnumerable<T> rows, CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        try
        {
            var (table, columns) = TableOf<T>();
            using var insert = new SqliteInsert(
                (SqliteConnection)Database.GetDbConnection(),
                table,
                [.. columns.Select(column => column.Name)]
            );
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var at = 0; at < columns.Count; at++)
                {
                    insert.Bind(at, columns[at].ValueOf(row));
                }

                insert.Add();
            }
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    public override IQueryable<SearchText> Having(SearchQuery query) =>
        SearchTexts.FromSql(
            $"""
            SELECT * FROM "SearchTexts"
            WHERE "Number" IN (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {SqliteSearch.Expression(
                query
            )})
            """
        );

    // A transaction begins with the writer's lock (BEGIN IMMEDIATE), so there is one writer already.
    protected override Task LockAudit(CancellationToken cancellation) => Task.CompletedTask;

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
