using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class NewVersionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Codings_whose_words_stand_once_in_the_new_answer_move_and_the_rest_wait(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Submit(database, "Vi gör om strategin. Vi följer upp målen. Vi samverkar brett.", seen: 1);
        var old = await Source(database);
        var (kept, doubled, gone) = (
            await Code(database, old, "gör om strategin"),
            await Code(database, old, "följer upp målen"),
            await Code(database, old, "samverkar brett")
        );
        await database.Ask((StarCoding star) => star.Run(kept, isStarred: true, "Åsa", Stop));
        await database.Ask(
            (WriteMemo write) => write.Run(Sample2023.Round, new MemoSubject.OfCoding(kept), "Fråga dem.", "Åsa", Stop)
        );

        await Submit(database, "I år: vi gör om strategin. Vi följer upp målen och följer upp målen.", seen: 2);

        var now = await Source(database);
        var moved = Assert.Single(await CodingsIn(database, now));
        Assert.Equal(("gör om strategin", 9, "Åsa", true), (moved.Quote, moved.Start, moved.Coder, moved.IsStarred));
        Assert.Equal(moved.Id, (await CodingsIn(database, old)).Single(coding => coding.Id == kept).MovedToId);
        var memo = await database.Ask((SamlaDb db) => db.Memos.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(moved.Id, memo.CodingId);
        var waiting = (await Unplaced(database)).Texts.Single(text => text.Answer?.Reporter.Id == Sample2023.Värmland);
        Assert.Equal((old, now), (waiting.Before.Id, waiting.Now!.Id));
        Assert.Equal([doubled, gone], waiting.Codings.Select(one => one.Coding.Id));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_waits_counts_when_it_is_placed_and_never_when_it_is_let_go(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Submit(database, "Vi gör om strategin i grunden.", seen: 1);
        var coding = await Code(database, await Source(database), "gör om strategin");
        Assert.True(await Says(database));
        await Submit(database, "Vi arbetar om strategin i grunden.", seen: 2);
        Assert.False(await Says(database));

        Assert.Contains(
            "ordagrant",
            Message(await Place(database, coding, "gör om strategin")),
            StringComparison.Ordinal
        );
        Assert.IsType<PlaceCoding.Outcome.Done>(await Place(database, coding, "arbetar om strategin"));

        Assert.True(await Says(database));
        Assert.Equal("Koden är redan placerad eller släppt.", Message(await Place(database, coding, "strategin")));
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Bo", Stop));
        Assert.False(await Says(database));
        Assert.IsType<PlaceCoding.Outcome.Done>(
            await database.Ask((PlaceCoding place) => place.Drop(coding, "Bo", Stop))
        );
        Assert.False(await Says(database));
        Assert.DoesNotContain(
            (await Unplaced(database)).Texts,
            text => text.Answer?.Reporter.Id == Sample2023.Värmland
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Codings_of_an_answer_that_was_taken_away_can_only_be_let_go_and_an_unchanged_answer_keeps_its_own()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Submit(database, "Vi gör om strategin.", seen: 1);
        var coding = await Code(database, await Source(database), "gör om strategin");
        var others = await database.Ask((SamlaDb db) => db.Codings.CountAsync(Stop));
        await Submit(database, "", seen: 2);
        Assert.Equal(others, await database.Ask((SamlaDb db) => db.Codings.CountAsync(Stop)));
        Assert.Contains("bara släppas", Message(await Place(database, coding, "strategin")), StringComparison.Ordinal);
        Assert.Null((await Unplaced(database)).Texts.Single().Now);
    }

    [Fact]
    public async Task What_waited_since_a_version_before_the_last_is_looked_for_again()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Submit(database, "Vi gör om strategin.", seen: 1);
        await Code(database, await Source(database), "gör om strategin");
        await Submit(database, "Vi skriver något annat.", seen: 2);
        await Submit(database, "Vi gör om strategin ändå.", seen: 3);
        Assert.Equal("gör om strategin", Assert.Single(await CodingsIn(database, await Source(database))).Quote);
        Assert.Empty((await Unplaced(database)).Texts);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_without_a_passage_is_asked_about_when_the_reporter_hands_in_anew_and_counts_meanwhile(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var given = Assert
            .IsType<AttributeCode.Outcome.Added>(
                await database.Ask(
                    (AttributeCode give) =>
                        give.Run(Sample2023.Round, Sample2023.Revises, Sample2023.Värmland, "Se 2.", "Åsa", Stop)
                )
            )
            .Attribution;
        Assert.DoesNotContain((await Unplaced(database)).Attributions, one => one.Attribution.Id == given);
        database.Clock.Pass(TimeSpan.FromHours(1));
        await Submit(database, "Vi gör något annat.", seen: 1);

        var older = (await Unplaced(database)).Attributions.Single(one => one.Attribution.Id == given);
        Assert.Equal((await Source(database), Sample2023.Värmland), (older.Now, older.Reporter.Id));
        Assert.Equal(
            (await Unplaced(database)).Attributions.Count,
            await database.Ask((ListUnplaced list) => list.CountAttributions(Sample2023.Round, Stop))
        );
        Assert.True(await Says(database));
        database.Clock.Pass(TimeSpan.FromHours(1));
        Assert.True(await database.Ask((AttributeCode give) => give.Confirm(given, "Bo", Stop)));
        Assert.DoesNotContain((await Unplaced(database)).Attributions, one => one.Attribution.Id == given);

        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Bo", Stop));
        Assert.Contains((await Unplaced(database)).Attributions, one => one.Attribution.Id == given);
        Assert.Empty((await database.Verify()).Faults);
    }

    private static async Task Submit(TestDatabase database, string text, int seen)
    {
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, text, seen);
        await database.Submit(Sample2023.Värmland);
        if (seen == 1)
        {
            // What the sample itself has coded in the answer it replaces is not what is looked at here.
            foreach (var waiting in (await Unplaced(database)).Texts.SelectMany(text => text.Codings))
            {
                await database.Ask((PlaceCoding place) => place.Drop(waiting.Coding.Id, "test", Stop));
            }
        }
    }

    private static async Task<Id<Source>> Source(TestDatabase database) =>
        (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id;

    private static async Task<Id<Coding>> Code(TestDatabase database, Id<Source> source, string words) =>
        Assert
            .IsType<AddCoding.Outcome.Added>(
                await database.Ask((AddCoding add) => add.Run(source, Sample2023.Revises, words, null, "Åsa", Stop))
            )
            .Coding;

    private static Task<PlaceCoding.Outcome> Place(TestDatabase database, Id<Coding> coding, string words) =>
        database.Ask((PlaceCoding place) => place.Run(coding, words, null, "Bo", Stop));

    private static string Message(PlaceCoding.Outcome outcome) =>
        Assert.IsType<PlaceCoding.Outcome.Refused>(outcome).Message;

    private static async Task<ListUnplaced.Result> Unplaced(TestDatabase database) =>
        (await database.Ask((ListUnplaced list) => list.Run(Sample2023.Round, Stop)))!;

    private static Task<List<Coding>> CodingsIn(TestDatabase database, Id<Source> source) =>
        database.Ask((SamlaDb db) => db.Codings.AsNoTracking().Where(one => one.SourceId == source).ToListAsync(Stop));

    private static async Task<bool> Says(TestDatabase database) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .Single(row => row.Code.Id == Sample2023.Revises)
            .Standing.Says.Contains(RegionCode.Parse("17", null));
}
