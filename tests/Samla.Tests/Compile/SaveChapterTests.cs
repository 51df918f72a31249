using Microsoft.EntityFrameworkCore;
using Samla.Compile;
using Samla.Data;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class SaveChapterTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_chapter_is_saved_and_the_same_text_again_is_no_change(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(new SaveChapter.Outcome.Saved(2), await Save(database, "# Nytt\r\n\r\n{{fel}} \0", seen: 1));
        Assert.Equal("# Nytt\n\n{{fel}}\n", await Kept(database));
        Assert.Equal(new SaveChapter.Outcome.Saved(2), await Save(database, "# Nytt\n\n{{fel}}", seen: 2));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_has_not_seen_the_latest_text_gets_it_and_overwrites_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, "# Deras", seen: 1);
        Assert.Equal(new SaveChapter.Outcome.Conflict("# Deras\n", 2), await Save(database, "# Mitt", seen: 1));
        Assert.Equal("# Deras\n", await Kept(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_save_at_once_one_wins(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(author => Task.Run(() => Save(database, $"# Av {author}", seen: 1), Stop))
        );
        Assert.Single(outcomes.OfType<SaveChapter.Outcome.Saved>());
        var kept = await Kept(database);
        Assert.All(
            outcomes.OfType<SaveChapter.Outcome.Conflict>(),
            conflict => Assert.Equal((kept, 2), (conflict.TheirText, conflict.Revision))
        );
        Assert.Equal(4, outcomes.OfType<SaveChapter.Outcome.Conflict>().Count());
    }

    [Theory]
    [InlineData("•\tEtt\r\n•\tTvå", "- Ett\n- Två\n")]
    [InlineData("o\u00a0\u00a0Under", "- Under\n")]
    [InlineData("\uF0B7\tFrån Word", "- Från Word\n")]
    [InlineData("Rad ett\vrad två\u2028rad tre", "Rad ett\nrad två\nrad tre\n")]
    [InlineData(
        "{{rus-\u00adunga-aldre\u00a0och rus-reviderar}} säger",
        "{{rus-unga-aldre och rus-reviderar}} säger\n"
    )]
    [InlineData("10\u00a0000 kronor och en mjuk\u00adhet", "10\u00a0000 kronor och en mjuk\u00adhet\n")]
    [InlineData("o är en bokstav, • en punkt och – ett streck", "o är en bokstav, • en punkt och – ett streck\n")]
    public async Task What_is_pasted_from_Word_is_kept_as_Markdown_has_it(string pasted, string kept)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<SaveChapter.Outcome.Saved>(await Save(database, $"# Rubrik\n\n{pasted}", seen: 1));
        Assert.Equal($"# Rubrik\n\n{kept}", await Kept(database));
    }

    [Fact]
    public async Task A_chapter_of_a_million_characters_is_saved_and_composed_whole()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        const string Paragraph =
            "{{rus-reviderar}} gör om sin strategi, och åtta år är en lång tid för den som väntar.\n\n";
        var count = (SaveChapter.MostCharacters - 100) / Paragraph.Length;
        var text = "# Rubrik\n\n" + string.Concat(Enumerable.Repeat(Paragraph, count));

        Assert.IsType<SaveChapter.Outcome.Saved>(await Save(database, text, seen: 1));

        var chapter = (await database.Compose()).Chapters.Single(one => one.Title == "Rubrik");
        Assert.Equal(count, chapter.Claims.Count());
        Assert.Equal(count, chapter.Claims.Last().Note);
        Assert.Empty(chapter.AllAlarms);
    }

    [Fact]
    public async Task A_chapter_that_is_not_there_or_beyond_all_reason_is_refused()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<SaveChapter.Outcome.Refused>(await Save(database, "# X", seen: 0, section: "finns-inte"));
        Assert.IsType<SaveChapter.Outcome.Refused>(
            await Save(database, new string('x', SaveChapter.MostCharacters + 1), seen: 1)
        );
    }

    private static Task<SaveChapter.Outcome> Save(
        TestDatabase database,
        string text,
        int seen,
        string section = "rus"
    ) =>
        database.Ask(
            (SaveChapter save) =>
                save.Run(Sample2023.Round, Sample2023.Named<Chapter>(section), text, seen, "Åsa", Stop)
        );

    private static Task<string> Kept(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db.Chapters.Where(chapter => chapter.Number == 3).Select(chapter => chapter.Text).SingleAsync(Stop)
        );
}
