using Samla.Analyse;
using Samla.Domain;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

public sealed class WatchChapterTests(Databases databases)
{
    private const string Chapter = "rus";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_waits_hears_when_a_coding_changes_the_chapter(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var seen = await State(database);
        var waiting = Watch(database, Chapter, seen);

        await Code(database, Sample2023.Revises);

        var heard = await waiting;
        Assert.NotEqual(new WatchChapter.Outcome.Changed(seen), heard);
        Assert.Equal(new WatchChapter.Outcome.Changed(await State(database)), heard);
        Assert.Equal(heard, await Watch(database, Chapter, seen)); // who asks later hears at once
    }

    [Fact]
    public async Task Who_hears_nothing_for_a_while_is_let_go()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var waiting = Watch(database, Chapter, await State(database));
        await Code(database, Sample2023.Named<Domain.Analyse.Code>("miljo-elnat")); // something else

        database.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.IsType<WatchChapter.Outcome.Same>(await waiting);
    }

    [Fact]
    public async Task A_chapter_that_is_not_there_is_not_waited_for()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<WatchChapter.Outcome.Gone>(await Watch(database, "finns-inte", ""));
    }

    private static Task<WatchChapter.Outcome> Watch(TestDatabase database, string section, string seen) =>
        database.Ask((WatchChapter watch) => watch.Run(Sample2023.Round, section, seen, Stop));

    private static async Task<string> State(TestDatabase database) =>
        WatchChapter.StateOf((await database.Compose()).Chapters.Single(chapter => chapter.Id == Chapter));

    private static async Task Code(TestDatabase database, Key<Domain.Analyse.Code> code)
    {
        var isStrategy = code == Sample2023.Revises;
        var source = await database.Source(
            isStrategy ? Sample2023.Värmland : Sample2023.Dalarna,
            isStrategy ? Sample2023.Strategy : Sample2023.Named<Domain.Collect.Requirement>("miljo-genomforande")
        );
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask((AddCoding add) => add.Run(source.Id, code, source.Text[..20], 0, "Bo", Stop))
        );
    }
}
