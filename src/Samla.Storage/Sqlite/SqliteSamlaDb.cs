using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Storage.Sqlite;

/// <summary>The database in one file, for one agency.</summary>
public sealed class SqliteSamlaDb(DbContextOptions<SqliteSamlaDb> options, TimeProvider clock) : SamlaDb(options, clock)
{
    // A transaction begins with the writer's lock (BEGIN IMMEDIATE), so there is one writer already.
    protected override Task LockAudit(CancellationToken cancellation) => Task.CompletedTask;
}
