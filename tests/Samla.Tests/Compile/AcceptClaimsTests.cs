using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class AcceptClaimsTests(Databases databases)
{
    private const string Text =
        "# Rubriken\n\n{{rus-reviderar}} gör om den. {{rus-reviderar|några}} är {{rus-reviderar|namn}}.\n";

    private static readonly Key<Chapter> Chapter = Sample2023.Named<Chapter>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_coding_marks_every_claim_that_counts_it_until_an_author_accepts(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Empty((await database.Compose()).Chapters.SelectMany(chapter => chapter.Unaccepted));
        await Begin(database, Text);
        Assert.Empty(await Unaccepted(database));

        await GiveToVärmland(database);

        var changed = await Unaccepted(database);
        Assert.Equal(
            [("Sju regioner", "Åtta regioner"), ("Några regioner", "Några regioner")],
            changed.Where(one => one.IsCounted).Select(one => (one.Change.Before!.Words, one.Change.After!.Words))
        );
        Assert.Contains("Värmland", Assert.Single(changed, one => !one.IsCounted).Change.After!.Words, Ordinal);
        Assert.All(changed, one => Assert.Equal("Värmland", one.Change.Came.Names));
        Assert.All(changed, one => Assert.Equal(("Åsa", "3"), (one.Accepted.AcceptedBy, one.Section)));
        var chapter = (await database.Compose()).Chapters[0];
        Assert.Contains("från ”Sju regioner” till ”Åtta regioner”", Assert.Single(chapter.AllAlarms).Message, Ordinal);

        Assert.Equal(new AcceptClaims.Outcome.Accepted(1), await Accept(database, changed[0]));
        Assert.Empty(await Unaccepted(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_accepts_what_they_have_not_seen_is_refused_and_nothing_is_accepted(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Begin(database, Text + "\n{{rus-unga-aldre}} nämner unga.\n");
        await Give(database, Sample2023.Värmland, "rus-unga-aldre");
        await GiveToVärmland(database);
        var seen = await Unaccepted(database);
        await Give(database, Sample2023.Dalarna, "rus-reviderar");

        var refused = Assert.IsType<AcceptClaims.Outcome.Refused>(await Accept(database, [.. seen]));

        Assert.Contains("har ändrats igen", refused.Message, Ordinal);
        Assert.Equal(
            ["rus-reviderar", "rus-unga-aldre"],
            (await Unaccepted(database)).Select(one => one.Accepted.Who).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_not_there_to_accept_is_refused()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<AcceptClaims.Outcome.Refused>(await Accept(database));
        Assert.Contains(
            "står inte kvar",
            Assert.IsType<AcceptClaims.Outcome.Refused>(await Run(database, [new("finns-inte", "")])).Message,
            Ordinal
        );
    }

    [Fact]
    public async Task What_a_chapter_no_longer_counts_is_forgotten_and_what_it_counts_anew_is_accepted_as_it_is()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Begin(database, Text);
        Assert.Equal(["rus-reviderar"], await Kept(database));
        await GiveToVärmland(database);
        // Other words do not accept what has changed.
        await Write(database, Text + "\nMer text.\n", seen: 3);
        Assert.Equal(3, (await Unaccepted(database)).Count);
        await Write(database, "# Rubriken\n\n{{rus-unga-aldre}} och {{finns-inte}}.\n", seen: 4);
        Assert.Equal(["rus-unga-aldre"], await Kept(database));
        await Write(database, Text, seen: 5);
        Assert.Empty(await Unaccepted(database));
    }

    [Fact]
    public async Task An_answer_that_is_unread_again_marks_the_number_it_may_change()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Begin(database, "# Rubriken\n\n{{rus-samverkansformer}} samverkar.\n");
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Ett helt nytt svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);

        var changed = Assert.Single(await Unaccepted(database));

        Assert.Equal(
            ("Samtliga regioner", "20 regioner", "Värmland"),
            (changed.Change.Before!.Words, changed.Change.After!.Words, changed.Change.Went.Names)
        );
        var reason = Assert.Single((await Reasons(database)).Reasons["rus-samverkansformer"]);
        Assert.Equal(("Region Värmland", "lämnade in version 2"), (reason.Who, reason.Words));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task It_is_told_who_did_what_to_the_regions_that_came_and_went(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Begin(database, Text);
        await GiveToVärmland(database);
        // One that says it already says it twice; that changes no number.
        await Give(database, Sample2023.Named<Reporter>("07"), "rus-reviderar");
        await Give(database, Sample2023.Värmland, "rus-unga-aldre");

        var (reasons, acceptedBy) = await Reasons(database);

        var reason = Assert.Single(reasons["rus-reviderar"]);
        Assert.Equal(("Bo", "17"), (reason.Who, $"{reason.Region}"));
        Assert.StartsWith("gav koden ”", reason.Words, Ordinal);
        Assert.Equal("Åsa", acceptedBy["rus-reviderar"]);
    }

    [Fact]
    public async Task Who_reads_the_last_answer_is_told_where_the_number_changed_and_nobody_came()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Ett helt nytt svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);
        await Begin(database, "# Rubriken\n\n{{rus-samverkansformer}} samverkar.\n");
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((MarkRead mark) => mark.Run(source.Id, true, "Bo", Stop));

        var changed = Assert.Single(await Unaccepted(database));

        Assert.Equal(
            ("20 regioner", "Samtliga regioner utom en", "Värmland"),
            (changed.Change.Before!.Words, changed.Change.After!.Words, changed.Moved.Names)
        );
        var reason = Assert.Single((await Reasons(database)).Reasons["rus-samverkansformer"]);
        Assert.Equal(("Bo", "markerade svaret som läst"), (reason.Who, reason.Words));
    }

    [Fact]
    public async Task What_changes_nothing_that_is_seen_hinders_nobody_from_accepting()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        foreach (var reporter in (Key<Reporter>[])[Sample2023.Värmland, Sample2023.Dalarna])
        {
            await database.Save(reporter, Sample2023.Strategy, "Ett helt nytt svar.", seen: 1);
            await database.Submit(reporter);
        }

        await Begin(database, Text);
        await Give(database, Sample2023.Named<Reporter>("10"), "rus-reviderar");
        var seen = await Unaccepted(database);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((MarkRead mark) => mark.Run(source.Id, true, "Bo", Stop));

        Assert.Equal(new AcceptClaims.Outcome.Accepted(1), await Accept(database, [.. seen]));
        Assert.Empty(await Unaccepted(database));
    }

    [Fact]
    public async Task What_was_saved_before_its_code_came_is_compared_from_when_it_is_saved_again()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Begin(database, Text);
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.AcceptedClaims.RemoveRange(
                    await db.AcceptedClaims.Where(one => one.ChapterId == Chapter).ToListAsync(Stop)
                );
                await db.Save(new Change("test", "claim.accept", "2023/rus"), Stop);
                return true;
            }
        );
        await Write(database, Text, seen: 3);
        Assert.Equal(["rus-reviderar"], await Kept(database));
    }

    [Fact]
    public async Task A_step_from_before_that_is_undone_is_told_as_undone_and_one_undone_at_once_is_not_told()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await GiveToVärmland(database);
        await Begin(database, Text);
        await Give(database, Sample2023.Dalarna, "rus-reviderar");
        await Undo(database);
        Assert.Empty(await Unaccepted(database));
        await Undo(database);

        Assert.Equal("Värmland", (await Unaccepted(database))[0].Change.Went.Names);
        Assert.StartsWith(
            "ångrade: gav koden ”",
            Assert.Single((await Reasons(database)).Reasons["rus-reviderar"]).Words,
            Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_that_is_merged_under_a_claim_marks_it_and_tells_of_the_merge(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Begin(database, Text);
        await database.Ask(
            (MergeCodes merge) =>
                merge.Run(Sample2023.Round, Sample2023.Revises, Sample2023.Named<Code>("rus-genomfor"), "Bo", Stop)
        );

        var changed = (await Unaccepted(database))[0];

        Assert.Equal("Sju regioner", changed.Change.Before!.Words);
        Assert.NotEqual("Sju regioner", changed.Change.After!.Words);
        Assert.Contains(
            (await Reasons(database)).Reasons["rus-reviderar"],
            reason => reason.Words.StartsWith("slog ihop koden", Ordinal)
        );
        Assert.Equal(new AcceptClaims.Outcome.Accepted(1), await Accept(database, changed));
        Assert.Empty(await Unaccepted(database));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>Writes a chapter that counts nothing of what the sample's does, and then this: all of it is new.</summary>
    private static async Task Begin(TestDatabase database, string text)
    {
        // The sample was loaded by another clock.
        database.Clock.Pass(TimeSpan.FromHours(1));
        await Write(database, "# Rubriken\n", seen: 1);
        await Write(database, text, seen: 2);
    }

    private static async Task Write(TestDatabase database, string text, int seen) =>
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask((SaveChapter save) => save.Run(Sample2023.Round, Chapter, text, seen, "Åsa", Stop))
        );

    private static Task GiveToVärmland(TestDatabase database) => Give(database, Sample2023.Värmland, "rus-reviderar");

    private static async Task Give(TestDatabase database, Key<Reporter> reporter, string code)
    {
        var source = await database.Source(reporter, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) => add.Run(source.Id, Sample2023.Named<Code>(code), source.Text[..20], 0, "Bo", Stop)
            )
        );
    }

    private static async Task Undo(TestDatabase database) =>
        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Bo", Stop))
        );

    private static async Task<IReadOnlyList<UnacceptedClaim>> Unaccepted(TestDatabase database) =>
        (await database.Compose()).Chapters.Single(chapter => chapter.Id == Chapter.Value).Unaccepted;

    private static async Task<ReadClaimReasons.Result> Reasons(TestDatabase database)
    {
        var changed = await Unaccepted(database);
        return await database.Ask((ReadClaimReasons read) => read.Run(Sample2023.Round, changed, Stop));
    }

    private static Task<AcceptClaims.Outcome> Accept(TestDatabase database, params UnacceptedClaim[] claims) =>
        Run(
            database,
            [
                .. claims
                    .DistinctBy(one => one.Accepted.Who)
                    .Select(one => new AcceptClaims.Seen(one.Accepted.Who, one.Seen)),
            ]
        );

    private static Task<AcceptClaims.Outcome> Run(TestDatabase database, AcceptClaims.Seen[] claims) =>
        database.Ask((AcceptClaims accept) => accept.Run(Sample2023.Round, Chapter, claims, "Eva", Stop));

    private static Task<List<string>> Kept(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .AcceptedClaims.Where(claim => claim.RoundId == Sample2023.Round && claim.ChapterId == Chapter)
                    .Select(claim => claim.Who)
                    .ToListAsync(Stop)
        );
}
