using Microsoft.EntityFrameworkCore;
using Samla.Storage;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>What happens to a database when the program meets it.</summary>
public sealed class MigrationTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Sqlite_migrations_are_up_to_date_with_the_model()
    {
        using var db = new SqliteSamlaDb(
            new DbContextOptionsBuilder<SqliteSamlaDb>().UseSqlite().Options,
            TimeProvider.System
        );
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Postgres_migrations_are_up_to_date_with_the_model()
    {
        using var db = new PostgresSamlaDb(
            new DbContextOptionsBuilder<PostgresSamlaDb>().UseNpgsql().Options,
            TimeProvider.System
        );
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_is_made_once_and_ready_the_next_time(Engine engine)
    {
        await using var database = await databases.Unmade(engine);
        Assert.Equal(new PrepareStorage.Outcome.Ready(Backup: null), await Prepare(database, mayMigrateServer: true));
        Assert.Equal(new PrepareStorage.Outcome.Ready(Backup: null), await Prepare(database, mayMigrateServer: false));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_was(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.Tamper(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '99.0.0')"""
        );
        var before = await database.Verify();

        var refused = Assert.IsType<PrepareStorage.Outcome.Refused>(await Prepare(database, mayMigrateServer: true));

        Assert.Contains("nyare version av Samla", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29991231000000_Later", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Lines, (await database.Verify()).Lines);
        if (engine == Engine.Sqlite)
        {
            Assert.Empty(Backups(database));
        }
    }

    [Fact]
    public async Task An_older_file_is_copied_before_it_is_changed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        await using var newer = Newer.Sqlite(database.File);
        var ready = Assert.IsType<PrepareStorage.Outcome.Ready>(
            await new PrepareStorage(newer, database.Target, new SteadyClock()).Run(false, Stop)
        );

        Assert.Equal([ready.Backup], Backups(database));
        Assert.Equal(0, await newer.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM Later").SingleAsync(Stop));
        await using var copy = await Restored(ready.Backup!);
        Assert.Equal(new PrepareStorage.Outcome.Ready(Backup: null), await Prepare(copy, mayMigrateServer: false));
        Assert.Empty((await copy.Verify()).Faults);
    }

    [Fact]
    public async Task An_upgrade_that_fails_leaves_the_file_as_it_was_and_the_copy_beside_it()
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        await using var newer = Newer.Sqlite(database.File, "CREATE TABLE Audit (Id INTEGER)");
        await Assert.ThrowsAnyAsync<Exception>(() =>
            new PrepareStorage(newer, database.Target, new SteadyClock()).Run(false, Stop)
        );

        Assert.Single(Backups(database));
        Assert.Equal(new PrepareStorage.Outcome.Ready(Backup: null), await Prepare(database, mayMigrateServer: false));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task An_older_server_is_left_alone_until_somebody_says_so()
    {
        await using var database = await databases.Empty(Engine.Postgres);
        await using var newer = Newer.Postgres(((StorageTarget.Server)database.Target).Connection);
        var prepare = new PrepareStorage(newer, database.Target, new SteadyClock());

        var refused = Assert.IsType<PrepareStorage.Outcome.Refused>(await prepare.Run(mayMigrateServer: false, Stop));
        Assert.Contains("samla admin migrate", refused.Message, StringComparison.Ordinal);
        Assert.Single(await newer.Database.GetPendingMigrationsAsync(Stop));

        Assert.IsType<PrepareStorage.Outcome.Ready>(await prepare.Run(mayMigrateServer: true, Stop));
        Assert.Empty(await newer.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task A_server_without_our_tables_is_left_alone_until_somebody_says_so()
    {
        await using var database = await databases.Unmade(Engine.Postgres);
        var refused = Assert.IsType<PrepareStorage.Outcome.Refused>(await Prepare(database, mayMigrateServer: false));
        Assert.Contains("samla admin migrate", refused.Message, StringComparison.Ordinal);
    }

    // EF Core leaves a row behind when the process is killed in the middle, and waits for ever for it to go away.
    [Fact]
    public async Task A_start_that_was_killed_half_way_does_not_stop_the_next()
    {
        await using var database = await databases.Unmade(Engine.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        await database.Tamper(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2024-01-01 00:00:00');
            """
        );

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        Assert.Equal(
            new PrepareStorage.Outcome.Ready(Backup: null),
            await database.Ask((PrepareStorage prepare) => prepare.Run(false, patience.Token))
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Several_who_begin_at_once_find_one_database_ready(Engine engine)
    {
        await using var database = await databases.Unmade(engine);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Prepare(database, mayMigrateServer: true), Stop))
        );
        Assert.All(outcomes, outcome => Assert.IsType<PrepareStorage.Outcome.Ready>(outcome));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_explained_and_left_alone()
    {
        await using var database = await databases.Unmade(Engine.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        await File.WriteAllTextAsync(database.File, "Det här är ett brev.", Stop);
        var refused = Assert.IsType<PrepareStorage.Outcome.Refused>(await Prepare(database, mayMigrateServer: false));
        Assert.Contains("skadad eller ofullständig", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Det här är ett brev.", await File.ReadAllTextAsync(database.File, Stop));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2", "svarar inte")]
    [InlineData("inte en anslutning", "--database")]
    [InlineData("Host=127.0.0.1;Färg=röd", "--database")]
    public async Task A_server_that_cannot_be_reached_is_explained(string connection, string why)
    {
        await using var database = new TestDatabase(
            Engine.Postgres,
            StorageTarget.Of(null, connection),
            () => Task.CompletedTask
        );
        var refused = Assert.IsType<PrepareStorage.Outcome.Refused>(await Prepare(database, mayMigrateServer: true));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static Task<PrepareStorage.Outcome> Prepare(TestDatabase database, bool mayMigrateServer) =>
        database.Ask((PrepareStorage prepare) => prepare.Run(mayMigrateServer, Stop));

    private static string[] Backups(TestDatabase database) =>
        Directory.GetFiles(Path.GetDirectoryName(database.File)!, "samla-fore-uppgradering-*");

    private async Task<TestDatabase> Restored(string backup)
    {
        var copy = await databases.Unmade(Engine.Sqlite);
        Assert.IsType<RestoreStorage.Outcome.Restored>(await RestoreStorage.Run(copy.Target, backup, Stop));
        return copy;
    }
}
