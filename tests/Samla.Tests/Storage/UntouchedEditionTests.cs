using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Storage;
using Samla.Tests.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>The way past EF Core to an edition that nothing has happened since: the same files, or no answer.</summary>
public sealed class UntouchedEditionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Each engine with each thing that is not as expected.</summary>
    public static MatrixTheoryData<Engine, string> Unexpected { get; } =
        new(
            Enum.GetValues<Engine>(),
            [
                // another version of the program, that may word the same counts in another way
                """UPDATE "Audit" SET "Subject" = '2023/1 (0.0.0.1)' WHERE "Action" = 'edition.publish'""",
                """UPDATE "Audit" SET "Action" = 'edition.withdraw' WHERE "Action" = 'edition.publish'""",
                // a newer database, and an older one
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '99.0.0')""",
                """DELETE FROM "__EFMigrationsHistory" """,
                """DROP TABLE "__EFMigrationsHistory" """,
                """UPDATE "EditionChapters" SET "Content" = 'trasigt' WHERE "Number" = 3""",
                """DELETE FROM "EditionChapters" """,
                """UPDATE "Rounds" SET "Origin" = 'Okänt'""",
            ]
        );

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_file_is_byte_for_byte_the_one_of_the_ordinary_way(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var ordinary = await Ordinary(database);
        var untouched = (await Read(database))!.Value;
        Assert.Equivalent(ordinary.Edition, untouched.Edition, strict: true);
        Assert.All(EditionFiles.Formats, format => Assert.Equal(Written(ordinary, format), Written(untouched, format)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task After_one_coding_less_there_is_no_answer_until_the_next_edition(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.FirstAsync(c => c.CodeId == Sample2023.Revises, Stop)
        );
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Åsa", Stop));
        Assert.Null(await Read(database));

        await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop));
        var untouched = (await Read(database))!.Value;
        Assert.Equal((2, "Åsa"), (untouched.Edition.Number, untouched.Edition.PublishedBy));
        Assert.Equal(Written(await Ordinary(database), "docx"), Written(untouched, "docx"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_decision_and_what_is_changed_are_read_too(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var imprint = Imprint.Of(Publish.MadeUpEdition.Decided, "en jurist", "Rad ett.\nRad två.");
        await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, imprint, "Åsa", Stop));

        var ordinary = await Ordinary(database);
        var untouched = (await Read(database))!.Value;

        Assert.Equal(imprint, untouched.Edition.Imprint);
        Assert.All(EditionFiles.Formats, format => Assert.Equal(Written(ordinary, format), Written(untouched, format)));
        Assert.All(
            (string[])["html", "md"],
            format =>
            {
                var text = System.Text.Encoding.UTF8.GetString(Written(untouched, format));
                Assert.Contains("diarienummer S 2026/7", text, StringComparison.Ordinal);
                Assert.Contains("Ändrat sedan utgåva 1: Rad ett.", text, StringComparison.Ordinal);
                Assert.Contains("Rad två.", text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_changed_intervention_changes_no_report_until_it_is_handed_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Delete(Sample2023.Dalarna, Sample2023.Named<Intervention>("dalalab"), seen: 1);
        Assert.NotNull(await Read(database));

        await database.Submit(Sample2023.Dalarna);
        Assert.Null(await Read(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task After_any_other_change_there_is_no_answer(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Close();
        Assert.Null(await Read(database));
    }

    [Theory]
    [MemberData(nameof(Unexpected))]
    public async Task Where_something_is_not_as_expected_there_is_no_answer(Engine engine, string sql)
    {
        await using var database = await databases.WithSample(engine);
        Assert.NotNull(await Read(database));
        await database.Tamper(sql);
        Assert.Null(await Read(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_broken_chapter_is_met_by_the_ordinary_way_and_a_changed_one_is_found_by_verifying(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Tamper(
            """UPDATE "EditionChapters" SET "Content" = replace("Content", 'Sju regioner', 'Sex regioner')"""
        );
        Assert.Single((await database.Verify()).Faults);

        await database.Tamper("""UPDATE "EditionChapters" SET "Content" = 'trasigt' WHERE "Number" = 3""");
        Assert.Null(await Read(database));
        await Assert.ThrowsAsync<JsonException>(() => Ordinary(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_round_without_an_edition_gives_no_answer(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Null(await UntouchedEdition.Read(database.Target, Sample2023.Named<Round>("2024"), Stop));
    }

    [Fact]
    public async Task Where_no_database_is_none_is_made()
    {
        await using var database = await databases.Unmade(Engine.Sqlite);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(database.File)!);
        Assert.Null(await Read(database));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("inte en anslutning")]
    public async Task A_server_that_cannot_be_reached_gives_no_answer(string connection) =>
        Assert.Null(await UntouchedEdition.Read(StorageTarget.Of(null, connection), Sample2023.Round, Stop));

    private static Task<(Edition Edition, ReportDocument Report)?> Read(TestDatabase database) =>
        UntouchedEdition.Read(database.Target, Sample2023.Round, Stop);

    private static async Task<(Edition Edition, ReportDocument Report)> Ordinary(TestDatabase database) =>
        (await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop)))!.Value;

    private static byte[] Written((Edition Edition, ReportDocument Report) whole, string format)
    {
        using var output = new MemoryStream();
        EditionFiles.Write(whole.Edition, whole.Report, format, output);
        return output.ToArray();
    }
}
