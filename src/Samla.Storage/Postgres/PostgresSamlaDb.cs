using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samla.Analyse.Search;
using Samla.Data;

namespace Samla.Storage.Postgres;

/// <summary>The database on a PostgreSQL server, for many nodes.</summary>
public sealed class PostgresSamlaDb(DbContextOptions<PostgresSamlaDb> options, TimeProvider clock)
    : SamlaDb(options, clock)
{
    // The lock below is a line too, and one that all nodes stand in.
    protected override Task<IDisposable?> TakeTurn(CancellationToken cancellation) =>
        Task.FromResult<IDisposable?>(null);

    public override async Task InsertMany<T>(IEnumerable<T> rows, CancellationToken cancellation)
    {
        var (table, columns) = TableOf<T>();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)",
            cancellation
        );
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value)
                {
                    await writer.WriteAsync(value, cancellation);
                }
                else
                {
                    await writer.WriteNullAsync(cancellation);
                }
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    // The column "Terms" is PostgreSQL's own, made of the others: the model does not know it.
    public override IQueryable<SearchText> Having(SearchQuery query) =>
        SearchTexts.FromSql(
            $"""
            SELECT "Number", "SourceId", "Reading", "Words", "Parts" FROM "SearchTexts"
            WHERE "Terms" @@ {PostgresSearch.Expression(query)}::tsquery
            """
        );

    // Readers go on; the next writer waits here until this transaction ends.
    protected override Task LockAudit(CancellationToken cancellation) =>
        Database.ExecuteSqlRawAsync("""LOCK TABLE "Audit" IN EXCLUSIVE MODE""", cancellation);
}
