using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;

namespace Samla.Storage;

/// <summary>For <c>dotnet ef migrations add</c> alone; see CONTRIBUTING.md.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteSamlaDb>
{
    public SqliteSamlaDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSamlaDb>().UseSqlite().Options, new DesignTimeClock());
}

/// <summary>For <c>dotnet ef migrations add</c> alone; see CONTRIBUTING.md.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresSamlaDb>
{
    public PostgresSamlaDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresSamlaDb>().UseNpgsql().Options, new DesignTimeClock());
}

internal sealed class DesignTimeClock : TimeProvider;
