using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class CodingTests(Databases databases)
{
    private const string Answer = "Vi gör om strategin. Vi gör om planen.\n\nDet går bra: 👩🏽‍🌾 håller med.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Words_that_stand_once_get_the_code_where_they_stand(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await Submitted(database);
        await Added(
            database,
            source,
            "strategin",
            at: null,
            start: Answer.IndexOf("strategin", StringComparison.Ordinal)
        );
        await Added(
            database,
            source,
            "👩🏽‍🌾 håller med",
            at: null,
            start: Answer.IndexOf("👩🏽‍🌾", StringComparison.Ordinal)
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Words_that_stand_twice_need_their_place_or_more_words(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await Submitted(database);
        Assert.Contains("flera ställen", await Refused(database, source, "Vi gör om"), StringComparison.Ordinal);
        await Added(database, source, "Vi gör om planen", at: null, start: 21);
        await Added(database, source, "Vi gör om", at: 21, start: 21);
        await Added(database, source, "Vi gör om", at: 0, start: 0);
    }

    [Theory]
    [InlineData(" planen.\n", 30, 31)] // selected with the space before
    [InlineData("\r\n\r\nDet går bra", 38, 40)]
    [InlineData("Vi gör om", 19, 21)]
    public async Task A_place_may_be_off_by_the_white_space_around_the_words(string quote, int at, int start)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Added(database, await Submitted(database), quote, at, start);
    }

    [Theory]
    [InlineData("Vi gör om", 4)] // neither place is near
    [InlineData("Vi gör om", 400)]
    [InlineData("Vi gör om", -1)]
    public async Task A_place_that_is_wrong_is_not_guessed(string quote, int at)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains(
            "flera ställen",
            await Refused(database, await Submitted(database), quote, at: at),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Vi gör om allt", "rus-reviderar", "ordagrant")]
    [InlineData("vi gör om strategin", "rus-reviderar", "ordagrant")]
    [InlineData(" \n", "rus-reviderar", "Markera")]
    [InlineData("strategin", "g-rus-lage", "Välj en kod")]
    [InlineData("strategin", "finns-inte", "Välj en kod")]
    [InlineData("strategin", "analys-larande-besvarad", "Välj en kod")]
    [InlineData("strategin", "anslag-lst-pagaende", "annan fråga")]
    [InlineData("strategin", "rus-malkonflikter", "annan fråga")]
    public async Task What_would_not_count_is_refused(string quote, string code, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var source = await Submitted(database);
        var before = await database.Verify();
        Assert.Contains(why, await Refused(database, source, quote, code), StringComparison.Ordinal);
        Assert.Equal(before.Codings, (await database.Verify()).Codings);
    }

    [Fact]
    public async Task A_source_that_is_not_there_gets_no_code()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Equal("Källan finns inte.", await Refused(database, new Id<Source>(Guid.Empty), "strategin"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task One_coder_gives_a_code_to_the_same_words_once_and_another_may_too(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await Submitted(database);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Task.Run(() => Add(database, source, "strategin"), Stop))
        );
        Assert.Single(outcomes.OfType<AddCoding.Outcome.Added>());
        Assert.All(
            outcomes.OfType<AddCoding.Outcome.Refused>(),
            refused => Assert.Equal("De orden har redan koden.", refused.Message)
        );
        Assert.IsType<AddCoding.Outcome.Added>(await Add(database, source, "strategin", coder: "Bo"));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_that_is_taken_off_is_gone_and_can_be_put_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await Submitted(database);
        var added = Assert.IsType<AddCoding.Outcome.Added>(await Add(database, source, "strategin"));

        var removed = await Remove(database, added.Coding);

        Assert.Equal(("strategin", "Åsa"), (removed?.Quote, removed?.Coder));
        Assert.Null(await Remove(database, added.Coding));
        Assert.IsType<AddCoding.Outcome.Added>(await Add(database, source, removed!.Quote));
        var line = await database.Ask(
            (SamlaDb db) => db.Audit.AsNoTracking().SingleAsync(line => line.Action == "coding.remove", Stop)
        );
        Assert.Contains("\"Quote\":\"strategin\"", line.Changes, StringComparison.Ordinal);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_take_a_code_off_at_once_one_does(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var added = Assert.IsType<AddCoding.Outcome.Added>(await Add(database, await Submitted(database), "strategin"));
        var removed = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => Task.Run(() => Remove(database, added.Coding), Stop))
        );
        Assert.Single(removed, coding => coding is not null);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Silence_begins_when_somebody_has_read_to_the_end_and_ends_when_that_is_taken_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await Submitted(database);
        var värmland = RegionCode.Parse("17", null);
        Assert.True((await Standing(database)).NotRead.Contains(värmland));

        var marked = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Mark(database, source, isRead: true), Stop))
        );
        Assert.Single(marked, changed => changed);
        Assert.True((await Standing(database)).Silent.Contains(värmland));

        await Add(database, source, "Vi gör om strategin");
        Assert.True((await Standing(database)).Says.Contains(värmland));

        Assert.True(await Mark(database, source, isRead: false));
        Assert.False(await Mark(database, source, isRead: false));
        Assert.True((await Standing(database)).Says.Contains(värmland)); // what is coded has been read
        Assert.False(await Mark(database, new Id<Source>(Guid.Empty), isRead: true));
        Assert.Empty((await database.Verify()).Faults);
    }

    /// <summary>A new answer of Värmland's, unread.</summary>
    private static async Task<Id<Source>> Submitted(TestDatabase database)
    {
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, Answer, seen: 1);
        await database.Submit(Sample2023.Värmland);
        return (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id;
    }

    private static async Task Added(TestDatabase database, Id<Source> source, string quote, int? at, int start)
    {
        var added = Assert.IsType<AddCoding.Outcome.Added>(await Add(database, source, quote, at: at));
        var coding = await database.Ask((SamlaDb db) => db.Codings.SingleAsync(c => c.Id == added.Coding, Stop));
        var kept = quote.ReplaceLineEndings("\n").Trim();
        Assert.Equal((start, kept.Length, kept), (coding.Start, coding.Length, coding.Quote));
        Assert.Equal(kept, Answer.Substring(coding.Start, coding.Length));
    }

    private static async Task<string> Refused(
        TestDatabase database,
        Id<Source> source,
        string quote,
        string code = "rus-reviderar",
        int? at = null
    ) => Assert.IsType<AddCoding.Outcome.Refused>(await Add(database, source, quote, code, at: at)).Message;

    private static Task<AddCoding.Outcome> Add(
        TestDatabase database,
        Id<Source> source,
        string quote,
        string code = "rus-reviderar",
        string coder = "Åsa",
        int? at = null
    ) => database.Ask((AddCoding add) => add.Run(source, Sample2023.Named<Code>(code), quote, at, coder, Stop));

    private static Task<Coding?> Remove(TestDatabase database, Id<Coding> coding) =>
        database.Ask((RemoveCoding remove) => remove.Run(coding, "Åsa", Stop));

    private static Task<bool> Mark(TestDatabase database, Id<Source> source, bool isRead) =>
        database.Ask((MarkRead mark) => mark.Run(source, isRead, "Åsa", Stop));

    private static async Task<Standing> Standing(TestDatabase database) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .Single(row => row.Code.Id == Sample2023.Revises)
            .Standing;
}
