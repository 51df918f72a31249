using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
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

    // One statement, prepared once: SQLite has nothing quicker.
    public override async Task InsertMany<T>(IEnumerable<T> rows, CancellationToken cancellation)
    {
        var (table, columns) = TableOf<T>();
        await using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
        var names = columns.Select((_, at) => $"$p{at}").ToList();
#pragma warning disable CA2100 // the names are the model's own
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        var parameters = names.ConvertAll(name =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
            return parameter;
        });
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (at, column) in columns.Index())
            {
                parameters[at].Value = column.ValueOf(row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
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
