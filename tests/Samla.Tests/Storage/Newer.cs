#pragma warning disable EF1001 // there is no public way to add a migration that no assembly holds
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Samla.Data;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;

namespace Samla.Tests.Storage;

/// <summary>The program as it will be one version later: with one migration more.</summary>
internal static class Newer
{
    private const string Name = "29991231000000_Later";

    public static SamlaDb Sqlite(string file, string change = "CREATE TABLE Later (Id INTEGER)") =>
        new SqliteSamlaDb(
            Options<SqliteSamlaDb>(change, options => options.UseSqlite($"Data Source={file};Pooling=False")),
            TimeProvider.System
        );

    public static SamlaDb Postgres(string connection, string change = "CREATE TABLE Later (Id INTEGER)") =>
        new PostgresSamlaDb(
            Options<PostgresSamlaDb>(change, options => options.UseNpgsql(connection)),
            TimeProvider.System
        );

    private static DbContextOptions<T> Options<T>(string change, Action<DbContextOptionsBuilder<T>> use)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        use(options);
        Later.Change.Value = change;
        return options.ReplaceService<IMigrationsAssembly, OneMore>().Options;
    }

    private sealed class OneMore(
        ICurrentDbContext currentContext,
        IDbContextOptions options,
        IMigrationsIdGenerator idGenerator,
        IDiagnosticsLogger<DbLoggerCategory.Migrations> logger
    ) : MigrationsAssembly(currentContext, options, idGenerator, logger)
    {
        public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
            new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal)
            {
                [Name] = typeof(Later).GetTypeInfo(),
            };
    }

    [Migration(Name)]
    private sealed class Later : Migration
    {
        public static AsyncLocal<string> Change { get; } = new();

        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Change.Value!);
    }
}
