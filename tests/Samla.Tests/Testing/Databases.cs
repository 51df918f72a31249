using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samla.Reference;
using Samla.Storage;
using Samla.Tests.Testing;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Samla.Tests.Testing;

/// <summary>
/// A database for each test that wants one. The sample round takes seconds to load, so it is loaded once for each engine
/// and copied.
/// </summary>
public sealed class Databases : IAsyncLifetime
{
    /// <summary>What a database holds when a test gets it.</summary>
    private enum Content
    {
        /// <summary>Nothing: it is not there yet.</summary>
        None,

        /// <summary>The tables and the first line of the audit trail.</summary>
        Empty,

        /// <summary>What everybody needs, and no round.</summary>
        Reference,

        /// <summary>The sample round.</summary>
        Sample,
    }

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("samla-db-");
    private readonly ConcurrentDictionary<(Engine, Content), Lazy<Task<StorageTarget>>> _originals = [];
    private readonly Lazy<Task<PostgresCluster>> _cluster = new(() => PostgresCluster.Start(CancellationToken.None));
    private readonly SemaphoreSlim _oneCopyAtATime = new(1);
    private readonly Lazy<string> _rounds;
    private int _made;

    public Databases() => _rounds = new(CopyRounds);

    /// <summary>For the theories that hold on both engines.</summary>
    public static TheoryData<Engine> Engines { get; } = [.. Enum.GetValues<Engine>()];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A place where no database is yet.</summary>
    public Task<TestDatabase> Unmade(Engine engine) => Make(engine, Content.None);

    /// <summary>A database with its first line and nothing else.</summary>
    public Task<TestDatabase> Empty(Engine engine) => Make(engine, Content.Empty);

    /// <summary>A database as it is made where there is to be no sample: with what everybody needs.</summary>
    public Task<TestDatabase> WithoutSample(Engine engine) => Make(engine, Content.Reference);

    /// <summary>A database with the sample round, for this test alone to change.</summary>
    public Task<TestDatabase> WithSample(Engine engine) => Make(engine, Content.Sample);

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated)
        {
            await (await _cluster.Value).DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        _oneCopyAtATime.Dispose();
    }

    private async Task<TestDatabase> Make(Engine engine, Content content)
    {
        if (engine == Engine.Postgres)
        {
            Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        }

        var target = await NewPlace(engine);
        if (content != Content.None)
        {
            var original = await _originals
                .GetOrAdd((engine, content), _ => new(() => MakeOriginal(engine, content)))
                .Value;
            await Copy(original, target);
        }

        return new TestDatabase(engine, target, () => Remove(target));
    }

    // Twenty thousand decisions would double what is copied for each test, and few ask for them; those read them in themselves.
    private string CopyRounds()
    {
        var copy = _folder.CreateSubdirectory("rounds");
        foreach (var file in Directory.EnumerateFiles(DataFolder.Samples, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(DataFolder.Samples, file);
            if (!name.StartsWith("grants", StringComparison.Ordinal))
            {
                var target = Path.Combine(copy.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        return copy.FullName;
    }

    private async Task<StorageTarget> NewPlace(Engine engine)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"samla{Interlocked.Increment(ref _made)}");
        return engine switch
        {
            Engine.Sqlite => new StorageTarget.Embedded(Path.Combine(_folder.FullName, name)),
            Engine.Postgres => new StorageTarget.Server((await _cluster.Value).ConnectionTo(name)),
        };
    }

    private async Task<StorageTarget> MakeOriginal(Engine engine, Content content)
    {
        var target = await NewPlace(engine);
        await using var original = new TestDatabase(engine, target, () => Task.CompletedTask);
        Assert.IsType<PrepareStorage.Outcome.Ready>(
            await original.Ask((PrepareStorage prepare) => prepare.Run(mayMigrateServer: true, CancellationToken.None))
        );
        if (content == Content.Empty)
        {
            await original.Ask(
                async (Data.SamlaDb db) =>
                {
                    await db.Save(new Data.Change("Samla", "database.init", "database"), CancellationToken.None);
                    return true;
                }
            );
        }
        else
        {
            Assert.IsType<FillDatabase.Outcome.Filled>(
                await original.Ask(
                    (FillDatabase fill) =>
                        fill.Run(content == Content.Sample ? _rounds.Value : null, CancellationToken.None)
                )
            );
        }

        await LetGo(original);
        return target;
    }

    // What is still in a log beside the file, or in a connection that is kept for later, would not be copied.
    private static Task<bool> LetGo(TestDatabase original) =>
        original.Ask(
            async (Data.SamlaDb db) =>
            {
                if (original.Engine == Engine.Sqlite)
                {
                    await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
                    SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
                }
                else
                {
                    NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
                }

                return true;
            }
        );

    private async Task Copy(StorageTarget original, StorageTarget copy)
    {
        switch (original, copy)
        {
            case (StorageTarget.Embedded from, StorageTarget.Embedded to):
                Directory.CreateDirectory(to.Folder);
                File.Copy(from.File, to.File);
                break;
            case (StorageTarget.Server from, StorageTarget.Server to):
                await _oneCopyAtATime.WaitAsync();
                try
                {
                    var cluster = await _cluster.Value;
                    await cluster.Execute($"CREATE DATABASE {NameOf(to)} TEMPLATE {NameOf(from)}", default);
                }
                finally
                {
                    _oneCopyAtATime.Release();
                }

                break;
        }
    }

    private async Task Remove(StorageTarget target)
    {
        switch (target)
        {
            case StorageTarget.Embedded embedded when Directory.Exists(embedded.Folder):
                SqliteConnection.ClearAllPools();
                Directory.Delete(embedded.Folder, recursive: true);
                break;
            case StorageTarget.Server server:
                await using (var connection = new NpgsqlConnection(server.Connection))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                var cluster = await _cluster.Value;
                await cluster.Execute($"DROP DATABASE IF EXISTS {NameOf(server)} WITH (FORCE)", default);
                break;
        }
    }

    private static string NameOf(StorageTarget.Server server) =>
        new NpgsqlConnectionStringBuilder(server.Connection).Database!;
}
