using Microsoft.Data.Sqlite;
using Samla.Storage;
using Samla.Tests.Testing;

namespace Samla.Tests.Cli;

/// <summary>The database from the command line, and what happens when things go wrong around it.</summary>
public sealed class AdminTests(Databases databases) : IDisposable
{
    private readonly SamlaProcess _samla = new();

    public void Dispose() => _samla.Dispose();

    [Fact]
    public async Task A_database_is_made_once_and_verifies()
    {
        await Done("Databasen är klar.", "admin", "init", "--empty", "--data", "data");
        await Done("Databasen var redan klar.", "admin", "init", "--empty", "--data", "data");
        await Done("3 rader i granskningsspåret, 0 texter", "admin", "verify", "--data", "data");
        // In the folder "data" here, unless told otherwise.
        await Done("3 rader i granskningsspåret, 0 texter", "admin", "verify");
    }

    [Fact]
    public async Task Two_who_begin_at_once_make_one_whole_database()
    {
        var both = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => _samla.RunAlone("admin", "init", "--data", "data"))
        );
        Assert.All(both, ended => Assert.Equal((0, ""), (ended.Code, ended.Error)));
        Assert.Equal(
            ["Databasen var redan klar.", "Databasen är klar."],
            both.Select(ended => ended.Text.Trim()).Order(StringComparer.Ordinal)
        );
        await Done("9 rader i granskningsspåret", "admin", "verify", "--data", "data");
    }

    [Fact]
    public async Task A_sample_that_does_not_fit_leaves_an_empty_database_that_can_be_filled_later()
    {
        _samla.Folder.CreateSubdirectory("fel/2023");
        _samla.Put("fel/2023/round.json", "{ \"id\": 2023 }");
        var line = await Refused("admin", "init", "--data", "data", "--sample", "fel");
        Assert.Contains("2023/round.json, rad 1 ($.id): Värdet har fel slag.", line, StringComparison.Ordinal);
        Assert.Contains("2023/facts.json: Kan inte öppnas", line, StringComparison.Ordinal);
        await Done("Databasen är klar.", "admin", "init", "--data", "data", "--empty");
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Verify_ends_with_1_and_names_what_was_tampered_with(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Done("0 fel.", ["admin", "verify", .. database.Options]);
        await database.Tamper("""UPDATE "Audit" SET "Actor" = 'någon annan' WHERE "Sequence" = 2""");
        var ended = await _samla.Run(["admin", "verify", .. database.Options]);
        Assert.Equal((1, ""), (ended.Code, ended.Error));
        Assert.StartsWith("Granskningsspåret är brutet vid rad 2", ended.Text, StringComparison.Ordinal);
        Assert.EndsWith("1 fel.", ended.Text.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_restored_and_what_was_there_is_kept()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Done("kopia.db", ["admin", "backup", "--out", "kopia.db", .. database.Options]);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Skrivet efter kopian.", seen: 1);
        SqliteConnection.ClearAllPools();

        await Done(
            "Databasen är återställd. Den som fanns ligger i ",
            ["admin", "restore", "kopia.db", .. database.Options]
        );

        await Done("8 rader i granskningsspåret", ["admin", "verify", .. database.Options]);
        Assert.Equal(8, (await database.Verify()).Lines);
        Assert.Equal("wal", await JournalOf(database.File));
        var before = Path.Combine(Path.GetDirectoryName(database.File)!, "samla-fore-aterstallning-1.db");
        await Done("Databasen är återställd.", "admin", "restore", before, "--data", "annan");
        await Done("9 rader i granskningsspåret", "admin", "verify", "--data", "annan");
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await Done("Databasen är klar.", "admin", "init", "--empty");
        _samla.Put("viktig.txt", "Rör inte.");
        Assert.Contains(
            "finns redan",
            await Refused("admin", "backup", "--out", "viktig.txt"),
            StringComparison.Ordinal
        );
        Assert.Contains("finns redan", await Refused("admin", "backup", "--out", "data"), StringComparison.Ordinal);
        Assert.Equal("Rör inte.", File.ReadAllText(_samla.Path("viktig.txt")));
        Assert.Contains(
            "finns inte",
            await Refused("admin", "backup", "--out", "ny/kopia.db"),
            StringComparison.Ordinal
        );
        Assert.Equal(["data", "viktig.txt"], _samla.Files);
    }

    [Theory]
    [InlineData("brev.txt", "inte en fullständig säkerhetskopia")]
    [InlineData("tom.db", "inte en fullständig säkerhetskopia")]
    [InlineData("annan.db", "inte en fullständig säkerhetskopia")]
    [InlineData("halv.db", "inte en fullständig säkerhetskopia")]
    [InlineData("data", "finns inte")]
    [InlineData("saknas.db", "finns inte")]
    public async Task What_is_no_backup_is_not_restored(string file, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        _samla.Put("brev.txt", "Det här är ett brev.");
        _samla.Put("tom.db", "");
        _samla.Folder.CreateSubdirectory("data");
        await Execute(_samla.Path("annan.db"), "CREATE TABLE Recept (Id INTEGER)");
        await Done("halv.db", ["admin", "backup", "--out", "halv.db", .. database.Options]);
        using (var half = File.OpenWrite(_samla.Path("halv.db")))
        {
            half.SetLength(half.Length / 2);
        }

        Assert.Contains(why, await Refused(["admin", "restore", file, .. database.Options]), StringComparison.Ordinal);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_application()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        await Done("kopia.db", ["admin", "backup", "--out", "kopia.db", .. database.Options]);
        using (StorageLock.Take((StorageTarget.Embedded)database.Target))
        {
            Assert.Contains(
                "används",
                await Refused(["admin", "restore", "kopia.db", .. database.Options]),
                StringComparison.Ordinal
            );
            await Done("0 fel.", ["admin", "verify", .. database.Options]); // single commands work beside it
        }

        await Done("Databasen är återställd.", ["admin", "restore", "kopia.db", .. database.Options]);
    }

    [Fact]
    public async Task A_broken_database_says_what_to_do_and_doing_it_helps()
    {
        await Done("Databasen är klar.", "admin", "init", "--empty");
        await Done("kopia.db", "admin", "backup", "--out", "kopia.db");
        _samla.Put("data/samla.db", "Trasig. Trasig. Trasig.");
        Assert.Contains("samla admin restore", await Refused("admin", "verify"), StringComparison.Ordinal);
        await Done("Den som fanns ligger i ", "admin", "restore", "kopia.db");
        await Done("0 fel.", "admin", "verify");
    }

    [Fact]
    public async Task A_server_is_backed_up_and_restored_by_its_own_tools_and_migrated_when_told_to()
    {
        await using var database = await databases.Unmade(Engine.Postgres);
        Assert.Contains(
            "samla admin migrate",
            await Refused(["admin", "verify", .. database.Options]),
            StringComparison.Ordinal
        );
        await Done("anpassad", ["admin", "migrate", .. database.Options]);
        await Done("Databasen är klar.", ["admin", "init", "--empty", .. database.Options]);
        await Done("0 fel.", ["admin", "verify", .. database.Options]);
        Assert.Contains(
            "pg_dump",
            await Refused(["admin", "backup", "--out", "k.db", .. database.Options]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "pg_restore",
            await Refused(["admin", "restore", "k.db", .. database.Options]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2", "svarar inte")]
    [InlineData("postgres://server/samla", "kan inte läsas")]
    public async Task A_server_that_cannot_be_reached_is_explained(string connection, string why) =>
        Assert.Contains(why, await Refused("admin", "verify", "--database", connection), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_that_cannot_be_one_is_explained()
    {
        _samla.Put("fil", "Rör inte.");
        Assert.Contains(
            "Datamappen",
            await Refused("admin", "init", "--empty", "--data", "fil"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Datamappen",
            await Refused("admin", "init", "--empty", "--data", "fil/data"),
            StringComparison.Ordinal
        );
        Assert.Equal("Rör inte.", File.ReadAllText(_samla.Path("fil")));
        Assert.Equal(["fil"], _samla.Files);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_explained()
    {
        using var disk = SmallDisk.Make(megabytes: 20);
        await Done("Databasen är klar.", "admin", "init", "--empty", "--data", disk.Path("data"));
        disk.Protect();
        var line = await Refused("admin", "init", "--empty", "--data", disk.Path("annan"));
        Assert.Contains("Datamappen", line, StringComparison.Ordinal);
        Assert.Contains(
            "--data",
            await Refused("admin", "verify", "--data", disk.Path("data")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task On_a_full_disk_nothing_is_half_written_and_with_room_again_all_is_well(int megabytes)
    {
        using var disk = SmallDisk.Make(Math.Max(megabytes, 1));
        if (megabytes == 0)
        {
            await File.WriteAllBytesAsync(
                disk.Path("fyllnad"),
                new byte[(1 << 20) - (1 << 14)],
                TestContext.Current.CancellationToken
            );
        }

        var line = await Refused("admin", "init", "--data", disk.Path("data"));
        Assert.Contains("full", line, StringComparison.Ordinal);
        Assert.Contains("Ingenting är ändrat.", line, StringComparison.Ordinal);
        disk.Grow(60);
        await Done("Databasen är klar.", "admin", "init", "--data", disk.Path("data"));
        await Done("0 fel.", "admin", "verify", "--data", disk.Path("data"));
    }

    [Fact]
    public async Task A_copy_that_does_not_fit_on_its_disk_is_not_there_at_all()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        using var disk = SmallDisk.Make(megabytes: 6);
        var line = await Refused(["admin", "backup", "--out", disk.Path("kopia.db"), .. database.Options]);
        Assert.Contains("Disken är full", line, StringComparison.Ordinal);
        Assert.Empty(disk.Folder.EnumerateFileSystemInfos());

        await Done("Databasen är klar.", "admin", "init", "--empty", "--data", disk.Path("data"));
        await Done("kopia.db", ["admin", "backup", "--out", "kopia.db", .. database.Options]);
        line = await Refused("admin", "restore", "kopia.db", "--data", disk.Path("data"));
        Assert.Contains("Disken är full", line, StringComparison.Ordinal);
        await Done("3 rader i granskningsspåret", "admin", "verify", "--data", disk.Path("data"));
        Assert.DoesNotContain(
            new DirectoryInfo(disk.Path("data")).EnumerateFiles(),
            file => file.Name.StartsWith("samla.db.", StringComparison.Ordinal)
        );
    }

    private async Task Done(string says, params string[] args)
    {
        var ended = await _samla.Run(args);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains(says, ended.Text, StringComparison.Ordinal);
    }

    /// <summary>What is said in one line when it could not be done.</summary>
    private async Task<string> Refused(params string[] args)
    {
        var ended = await _samla.Run(args);
        Assert.Equal((2, ""), (ended.Code, ended.Text));
        var line = Assert.Single(ended.Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.StartsWith("samla: ", line, StringComparison.Ordinal);
        return line;
    }

    private static async Task<object?> JournalOf(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Execute(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
