using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Samla.Data;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;

namespace Samla.Storage;

/// <summary>The only door to an engine.</summary>
public static class StorageSetup
{
    // Several collections in one query would multiply each other's rows.
    private const QuerySplittingBehavior Split = QuerySplittingBehavior.SplitQuery;

    public static IServiceCollection AddStorage(this IServiceCollection services, StorageTarget target)
    {
        services.AddSingleton(target);
        services.AddScoped<PrepareStorage>();
        services.AddScoped<BackUpStorage>();
        return target switch
        {
            StorageTarget.Embedded embedded => services.AddDbContext<SamlaDb, SqliteSamlaDb>(options =>
                options
                    .UseSqlite(embedded.Connection, sqlite => sqlite.UseQuerySplittingBehavior(Split))
                    // That SQLite makes a table anew outside the transaction: it would be the first that a new user reads, and asks for nothing.
                    .ConfigureWarnings(about =>
                        about.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)
                    )
            ),
            StorageTarget.Server server => services.AddDbContext<SamlaDb, PostgresSamlaDb>(options =>
                options.UseNpgsql(server.Connection, npgsql => npgsql.UseQuerySplittingBehavior(Split))
            ),
            _ => throw new ArgumentException("Unknown target.", nameof(target)),
        };
    }
}
