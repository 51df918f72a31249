using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Storage;

/// <summary>No change without its line, and no line changed unseen.</summary>
public sealed class AuditTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_database_has_its_first_line(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        var line = (await Lines(database))[0];
        Assert.Equal((1, "database.init", ""), (line.Sequence, line.Action, line.PreviousHash));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_sample_round_verifies(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var result = await database.Verify();
        Assert.Empty(result.Faults);
        Assert.True(result is { Lines: 8, Sources: > 500, Codings: > 1_000 }, result.ToString());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_line_says_what_was_and_what_became_of_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(round => round.Id == Sample2023.Round, Stop)).IsOpen = false;
                await db.Save(new Change("åsa", "round.close", "2023"), Stop);
                return true;
            }
        );
        var line = (await Lines(database))[^1];
        Assert.Equal(("åsa", "round.close", "2023"), (line.Actor, line.Action, line.Subject));
        Assert.Contains(
            "\"IsOpen.before\":\"True\",\"IsOpen.after\":\"False\"",
            line.Changes,
            StringComparison.Ordinal
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nothing_is_saved_without_saying_who_does_what(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Ask(
                (SamlaDb db) =>
                {
                    db.Templates.Add(Template("smyg"));
                    return db.SaveChangesAsync(Stop);
                }
            )
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.Ask(
                (SamlaDb db) =>
                {
                    db.Templates.Add(Template("smyg"));
#pragma warning disable CA1849 // the way that must be closed too
                    return Task.FromResult(db.SaveChanges());
#pragma warning restore CA1849
                }
            )
        );
        Assert.Equal(0, await database.Ask((SamlaDb db) => db.Templates.CountAsync(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_rolled_back_leaves_no_line(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.Ask(
            async (SamlaDb db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                db.Templates.Add(Template("angrad"));
                await db.Save(new Change("test", "template.add", "angrad"), Stop);
                await transaction.RollbackAsync(Stop);
                return true;
            }
        );
        Assert.Single(await Lines(database));
        Assert.Equal(0, await database.Ask((SamlaDb db) => db.Templates.CountAsync(Stop)));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_cannot_be_saved_leaves_no_line_and_the_next_save_is_whole(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.Ask(
            async (SamlaDb db) =>
            {
                var orphan = new Section
                {
                    TemplateId = Sample2023.Named<Template>("finns-inte"),
                    Id = Sample2023.Named<Section>("avsnitt"),
                    Order = 0,
                    Chapter = null,
                    Title = "",
                    Guidance = "",
                };
                db.Sections.Add(orphan);
                await Assert.ThrowsAsync<DbUpdateException>(() => db.Save(new Change("test", "fel", "fel"), Stop));
                db.Entry(orphan).State = EntityState.Detached;
                db.Templates.Add(Template("ny"));
                await db.Save(new Change("test", "template.add", "ny"), Stop);
                return true;
            }
        );
        Assert.Equal(["database.init", "template.add"], (await Lines(database)).Select(line => line.Action));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Many_who_save_at_once_give_one_unbroken_chain(Engine engine)
    {
        const int Savers = 4,
            Saves = 10;
        await using var database = await databases.Empty(engine);
        await Task.WhenAll(
            from saver in Enumerable.Range(0, Savers)
            select Task.Run(
                async () =>
                {
                    for (var save = 0; save < Saves; save++)
                    {
                        var name = $"mall-{saver}-{save}";
                        await database.Ask(
                            async (SamlaDb db) =>
                            {
                                db.Templates.Add(Template(name));
                                await db.Save(new Change($"skrivare {saver}", "template.add", name), Stop);
                                return true;
                            }
                        );
                    }
                },
                Stop
            )
        );
        var result = await database.Verify();
        Assert.Empty(result.Faults);
        Assert.Equal(1 + (Savers * Saves), result.Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_change_of_a_line_is_found_whatever_is_changed(Engine engine)
    {
        await using var database = await WithFiveLines(engine);
        foreach (var column in (string[])["Actor", "Action", "Subject", "Changes", "PreviousHash", "Hash"])
        {
            var was = (await Lines(database))[2];
            await database.Tamper($"""UPDATE "Audit" SET "{column}" = "{column}" || 'x' WHERE "Sequence" = 3""");
            Assert.Contains("rad 3", Assert.Single(await ChainFaults(database, column)), StringComparison.Ordinal);
            var restored = (string)typeof(AuditLine).GetProperty(column)!.GetValue(was)!;
            await database.Tamper($"""UPDATE "Audit" SET "{column}" = '{restored}' WHERE "Sequence" = 3""");
            Assert.Empty((await database.Verify()).Faults);
        }

        await database.Tamper("""UPDATE "Audit" SET "At" = '2020-01-01 00:00:00+00' WHERE "Sequence" = 3""");
        Assert.NotEmpty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_line_that_is_taken_away_is_found(Engine engine)
    {
        await using var database = await WithFiveLines(engine);
        await database.Tamper("""DELETE FROM "Audit" WHERE "Sequence" = 3""");
        Assert.Contains("rad 4", Assert.Single((await database.Verify()).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_line_that_is_put_in_is_found_even_with_a_right_hash(Engine engine)
    {
        await using var database = await WithFiveLines(engine);
        var second = (await Lines(database))[1];
        var forged = AuditLine.After(second, second.At, new Change("test", "template.add", "falsk"), "[]");
        await database.Tamper("""DELETE FROM "Audit" WHERE "Sequence" = 3""");
        await database.Ask(
            (SamlaDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Audit" ("Sequence", "At", "Actor", "Action", "Subject", "Changes", "PreviousHash", "Hash")
                    SELECT 3, "At", {forged.Actor}, {forged.Action}, {forged.Subject}, {forged.Changes}, {forged.PreviousHash}, {forged.Hash}
                    FROM "Audit" WHERE "Sequence" = 2
                    """,
                    Stop
                )
        );
        Assert.Contains("rad 4", Assert.Single((await database.Verify()).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_emptied_trail_is_found(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.Tamper("""DELETE FROM "Audit" """);
        Assert.Equal(["Granskningsspåret är tomt."], (await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_changed_text_and_a_moved_coding_are_found(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var coding = await database.Ask(
            (SamlaDb db) => db.Codings.FirstAsync(coding => coding.SourceId != source.Id, Stop)
        );
        await database.Ask(
            (SamlaDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Sources" SET "Text" = "Text" || ' Tillagt.' WHERE "Id" = {source.Id.Value}""",
                    Stop
                )
        );
        await database.Ask(
            (SamlaDb db) =>
                db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Codings" SET "Start" = "Start" + 1 WHERE "Id" = {coding.Id.Value}""",
                    Stop
                )
        );
        var faults = (await database.Verify()).Faults;
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains($"Källan {source.Id}", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains($"Kodningen {coding.Id}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_changed_edition_is_found(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Tamper(
            """UPDATE "EditionChapters" SET "Content" = replace("Content", 'Sju regioner', 'Åtta regioner') WHERE "Number" = 3"""
        );
        Assert.Contains("Utgåva 1", Assert.Single((await database.Verify()).Faults), StringComparison.Ordinal);
    }

    private static Template Template(string name) =>
        new()
        {
            Id = Sample2023.Named<Template>(name),
            Title = name,
            Note = "",
        };

    private async Task<TestDatabase> WithFiveLines(Engine engine)
    {
        var database = await databases.Empty(engine);
        foreach (var name in (string[])["två", "tre", "fyra", "fem"])
        {
            await database.Ask(
                async (SamlaDb db) =>
                {
                    await db.Save(new Change("test", "ingenting", name), Stop);
                    return true;
                }
            );
        }

        return database;
    }

    private static Task<List<AuditLine>> Lines(TestDatabase database) =>
        database.Ask((SamlaDb db) => db.Audit.AsNoTracking().OrderBy(line => line.Sequence).ToListAsync(Stop));

    // The line after holds the hash of the one before: where that is changed, both are out of step.
    private static async Task<IEnumerable<string>> ChainFaults(TestDatabase database, string column) =>
        (await database.Verify()).Faults.Take(column == "Hash" ? 1 : int.MaxValue);
}
