using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class NotesTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_region_can_be_given_a_code_without_a_passage_and_then_says_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.False(await Says(database));

        var given = Assert.IsType<AttributeCode.Outcome.Added>(await Give(database, "Hänvisar till avsnitt 2."));

        Assert.True(await Says(database));
        Assert.Contains(
            "redan gett",
            Assert.IsType<AttributeCode.Outcome.Refused>(await Give(database, "Igen.")).Message,
            StringComparison.Ordinal
        );
        Assert.True(await database.Ask((AttributeCode give) => give.Remove(given.Attribution, "Åsa", Stop)));
        Assert.False(await database.Ask((AttributeCode give) => give.Remove(given.Attribution, "Åsa", Stop)));
        Assert.False(await Says(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [InlineData(" ", "17", "rus-reviderar", "Skriv varför")]
    [InlineData("Skäl.", "lst-17", "rus-reviderar", "inte till för")]
    [InlineData("Skäl.", "17", "g-rus-lage", "Välj en kod")]
    [InlineData("Skäl.", "finns-inte", "rus-reviderar", "inte till för")]
    public async Task A_code_without_a_passage_needs_a_reason_and_a_reporter_that_is_asked(
        string reason,
        string reporter,
        string code,
        string why
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains(
            why,
            Assert.IsType<AttributeCode.Outcome.Refused>(await Give(database, reason, reporter, code)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Memos_are_written_on_what_there_is_and_changed_by_who_wrote_them(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        MemoSubject[] subjects =
        [
            new MemoSubject.OfCode(Sample2023.Revises),
            new MemoSubject.OfSource(source.Id),
            new MemoSubject.OfRequirement(Sample2023.Strategy),
        ];
        foreach (var subject in subjects)
        {
            Assert.IsType<WriteMemo.Outcome.Written>(await Write(database, subject, "Å, ä och ö."));
        }

        Assert.IsType<WriteMemo.Outcome.Refused>(await Write(database, subjects[0], " "));
        Assert.IsType<WriteMemo.Outcome.Refused>(
            await Write(database, new MemoSubject.OfCode(Sample2023.Named<Code>("finns-inte")), "Ord.")
        );
        var memo = await database.Ask(
            (SamlaDb db) => db.Memos.AsNoTracking().FirstAsync(one => one.CodeId == Sample2023.Revises, Stop)
        );
        Assert.IsType<WriteMemo.Outcome.Refused>(await Change(database, memo.Id, "Annat.", "Bo"));
        Assert.IsType<WriteMemo.Outcome.Written>(await Change(database, memo.Id, "Annat.", "Åsa"));
        Assert.IsType<WriteMemo.Outcome.Written>(await Change(database, memo.Id, "", "Åsa"));
        Assert.Equal(2, await database.Ask((SamlaDb db) => db.Memos.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_memo_on_a_requirement_stands_beside_every_answer_to_it_and_beside_no_other()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Write(database, new MemoSubject.OfRequirement(Sample2023.Strategy), "Frågan är bred.");
        Assert.Equal("Frågan är bred.", Assert.Single(await Beside(Sample2023.Värmland, "rus-genomforande")).Text);
        Assert.Single(await Beside(Sample2023.Dalarna, "rus-genomforande"));
        Assert.Empty(await Beside(Sample2023.Värmland, "rus-hallbarhet"));

        async Task<IReadOnlyList<Memo>> Beside(Key<Reporter> reporter, string requirement)
        {
            var source = await database.Source(reporter, Sample2023.Named<Requirement>(requirement));
            return (await database.Ask((ViewSource view) => view.Run(source.Id, Stop)))!.Work.Memos;
        }
    }

    [Fact]
    public async Task Each_analyst_has_marks_of_their_own_and_one_is_enough_for_silence()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var source = (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id;
        Assert.True(await Mark(database, source, isRead: true, "Åsa"));
        Assert.True(await Mark(database, source, isRead: true, "Bo"));
        Assert.True(await Mark(database, source, isRead: false, "Åsa"));
        var readers = await database.Ask(
            (SamlaDb db) => db.Readings.Where(one => one.SourceId == source).Select(one => one.Reader).ToListAsync(Stop)
        );
        Assert.Contains("Bo", readers);
        Assert.DoesNotContain("Åsa", readers);
    }

    private static Task<AttributeCode.Outcome> Give(
        TestDatabase database,
        string reason,
        string reporter = "17",
        string code = "rus-reviderar"
    ) =>
        database.Ask(
            (AttributeCode give) =>
                give.Run(
                    Sample2023.Round,
                    Sample2023.Named<Code>(code),
                    Sample2023.Named<Reporter>(reporter),
                    reason,
                    "Åsa",
                    Stop
                )
        );

    private static Task<WriteMemo.Outcome> Write(TestDatabase database, MemoSubject subject, string text) =>
        database.Ask((WriteMemo write) => write.Run(Sample2023.Round, subject, text, "Åsa", Stop));

    private static Task<WriteMemo.Outcome> Change(TestDatabase database, Id<Memo> memo, string text, string who) =>
        database.Ask((WriteMemo write) => write.Change(memo, text, who, Stop));

    private static Task<bool> Mark(TestDatabase database, Id<Source> source, bool isRead, string who) =>
        database.Ask((MarkRead mark) => mark.Run(source, isRead, who, Stop));

    private static async Task<bool> Says(TestDatabase database) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .Single(row => row.Code.Id == Sample2023.Revises)
            .Standing.Says.Contains(RegionCode.Parse("17", null));
}
