using Samla.Analyse;
using Samla.Collect;
using Samla.Compile;
using Samla.Compile.Plan;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

/// <summary>The texts that a chapter has had, and what stands behind its claims.</summary>
public sealed class ChapterHistoryTests(Databases databases)
{
    private static readonly Key<Chapter> Strategies = Sample2023.Named<Chapter>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_text_that_is_saved_stands_with_who_wrote_it_and_the_one_before(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Empty((await View(database)).History.Entries);

        await Save(database, "# Ett", seen: 1);
        database.Clock.Pass(TimeSpan.FromHours(1));
        await Save(database, "# Ett", seen: 2); // The same again is no change.
        await Save(database, "# Två", seen: 2);

        var history = await View(database, chosen: 3);
        Assert.Equal([3, 2, 1], history.History.Entries.Select(entry => entry.Number));
        Assert.Equal(["Åsa", "Åsa", ""], history.History.Entries.Select(entry => entry.By));
        Assert.True(history.History.Entries[0].SavedAt - history.History.Entries[1].SavedAt >= TimeSpan.FromHours(1));
        Assert.Equal(("# Två\n", "# Ett\n"), (history.History.One!.Text, history.History.One.Before));
        var first = await View(database, chosen: 1);
        Assert.Equal((Sample2023.Files.Chapters["rus"], ""), (first.History.One!.Text, first.History.One.Before));
        Assert.Null((await View(database, chosen: 4)).History.One);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_long_history_comes_a_page_at_a_time_and_stays_when_the_chapter_is_taken_out(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        for (var save = 1; save <= TextHistory.PageSize + 1; save++)
        {
            await Save(database, $"# Nummer {save}", save);
        }

        var first = await View(database);
        Assert.Equal(TextHistory.PageSize, first.History.Entries.Count);
        Assert.Equal(2, first.History.Older);
        Assert.Equal(
            [2, 1],
            (await View(database, from: first.History.Older)).History.Entries.Select(entry => entry.Number)
        );
        await database.Ask((RemoveChapter remove) => remove.Run(Sample2023.Round, Strategies, "Åsa", Stop));
        Assert.NotNull((await View(database)).Chapter.RemovedAt);
        Assert.Null(
            await database.Ask(
                (ViewChapterHistory view) =>
                    view.Run(Sample2023.Round, Sample2023.Named<Chapter>("finns-inte"), null, null, Stop)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Beside_a_claim_stand_those_it_counts_with_their_starred_words_first(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var claim = (await database.Compose()).Chapters[0].Claims.First(one => one.Code == Sample2023.Revises.Value);

        var lines = await database.Ask(
            (ReadClaimWords read) => read.Run(Sample2023.Round, [Sample2023.Revises], claim.Standing.Says, Stop)
        );

        Assert.Equal(
            claim.Standing.Says.Select(county => county.ToString()),
            lines.Select(line => $"{line.Region.Code}")
        );
        var passages = (
            await database.Ask((ViewCode view) => view.Run(Sample2023.Round, Sample2023.Revises, Stop))
        )!.Passages;
        Assert.All(lines, line => Assert.Contains(passages, one => one.Quote == line.Words));
        var starred = passages.First(one => one.County == lines[0].Region.Code);
        await database.Ask((StarCoding star) => star.Run(starred.Coding, isStarred: true, "Åsa", Stop));
        Assert.Equal(
            starred.Quote,
            (
                await database.Ask(
                    (ReadClaimWords read) =>
                        read.Run(Sample2023.Round, [Sample2023.Revises], [lines[0].Region.Code], Stop)
                )
            )[0].Words
        );
        // Of whom says nothing of it nothing is shown, as where a claim counts those who do not.
        Assert.Null(
            Assert
                .Single(
                    await database.Ask(
                        (ReadClaimWords read) =>
                            read.Run(Sample2023.Round, [Sample2023.Revises], [.. claim.Standing.Silent.Take(1)], Stop)
                    )
                )
                .Words
        );
    }

    private static async Task Save(TestDatabase database, string text, int seen) =>
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask((SaveChapter save) => save.Run(Sample2023.Round, Strategies, text, seen, "Åsa", Stop))
        );

    private static async Task<ViewChapterHistory.Result> View(
        TestDatabase database,
        int? chosen = null,
        int? from = null
    ) => (await database.Ask((ViewChapterHistory view) => view.Run(Sample2023.Round, Strategies, from, chosen, Stop)))!;
}
