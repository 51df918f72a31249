using Microsoft.EntityFrameworkCore;
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
