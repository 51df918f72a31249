using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Compile;
using Samla.Compile.Plan;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile.Plan;

/// <summary>Which chapters a report has, and what it begins with.</summary>
public sealed class ReportPlanTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2025");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_yearly_report_begins_with_a_chapter_for_each_section_that_is_compiled(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await AddRound(database, "mall-2023");

        Assert.IsType<PlanOutcome.Changed>(await Start(database, "arlig-sammanstallning"));

        var plan = await View(database);
        Assert.Equal(Enumerable.Range(1, 12), plan.Chapters.Select(line => line.Chapter.Number));
        Assert.Equal(
            ["Inledning och läsanvisningar", "Slutsatser", "Regionala utvecklingsstrategier"],
            plan.Chapters.Take(3).Select(line => line.Title)
        );
        // As the sample's chapters are numbered and named.
        var sample = await View(database, Sample2023.Round);
        Assert.Equal(
            sample.Chapters.Select(line =>
                (line.Chapter.Number, line.Chapter.Id, string.Join(' ', line.Chapter.RestsOn))
            ),
            plan.Chapters.Skip(2)
                .Select(line => (line.Chapter.Number, line.Chapter.Id, string.Join(' ', line.Chapter.RestsOn)))
        );
        // The section that the template says is not compiled.
        Assert.Equal(["medskick"], plan.Unused.Select(one => one.SectionId.Value).Distinct());
        var report = await Compose(database);
        // The conclusions are for the authors to write.
        var alarmed = Assert.Single(report.Chapters, chapter => chapter.AllAlarms.Any());
        Assert.Equal(
            ("slutsatser", "Kapitlet är inte skrivet än. Det har bara rubriker."),
            (alarmed.Id, Assert.Single(alarmed.Alarms).Message)
        );
        var text = string.Concat(
            report.Chapters[0].Blocks.SelectMany(block => block.Inlines).Select(inline => inline.Plain)
        );
        Assert.Contains(
            "Regionalt utvecklingsarbete 2025 sammanställer redovisningarna",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("1\u00a0januari 2025–31\u00a0december 2025", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.Equal(
            "Rapporten har redan kapitel. Lägg till dem som saknas ett och ett.",
            Refused(await Start(database, "arlig-sammanstallning"))
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_report_that_begins_as_another_has_its_headings_and_nothing_that_was_counted(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await AddRound(database, "mall-2024-99");
        await Add(database, Sample2023.Round, "Metod", [], after: null);
        await Save(database, Sample2023.Round, "metod", "# Metod\n\n## Urval\n\nAlla svar är lästa.\n");

        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask((StartReport start) => start.Run(Next, Sample2023.Round, "Åsa", Stop))
        );

        var plan = await View(database);
        Assert.Equal("# Metod\n\n## Urval\n\nAlla svar är lästa.\n", plan.Chapters[0].Chapter.Text);
        var strategies = plan.Chapters[1].Chapter;
        Assert.StartsWith(
            "# Regionala utvecklingsstrategier\n\n## Genomförande och samordning\n\n### Strategins läge\n\n",
            strategies.Text,
            StringComparison.Ordinal
        );
        Assert.All(
            plan.Chapters.Skip(1),
            line =>
                Assert.All(
                    line.Chapter.Text.Split("\n\n"),
                    block => Assert.StartsWith("#", block, StringComparison.Ordinal)
                )
        );
        // The questions that those of 2023 have become.
        Assert.Equal(
            ["strategi-samordning", "strategi-hallbarhet", "strategi-territoriellt"],
            strategies
                .RestsOn.Where(one => one.Value.StartsWith("strategi", StringComparison.Ordinal))
                .Select(one => one.Value)
                .Take(3)
        );
        var report = await Compose(database);
        Assert.DoesNotContain(report.Chapters, chapter => chapter.AllAlarms.Any(alarm => alarm.IsBlocking));
        Assert.Empty(report.Chapters[0].AllAlarms);
        Assert.Single(report.Chapters[1].AllAlarms); // Nothing but headings.
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Chapters_are_added_moved_taken_out_and_put_back_without_gaps(Engine engine)
    {
        await using var database = await databases.WithSample(engine);

        Assert.Equal("inledning", (await Add(database, Sample2023.Round, "Inledning", [], after: null)).Value);
        Assert.Equal((2, "inledning"), await First(database)); // The first was 3, so no other number changes.
        var jobs = await Add(database, Sample2023.Round, "*Jobb* & [län] #1", [Sample2023.Strategy], after: "rus");
        Assert.Equal((4, "*Jobb* & [län] #1"), await Placed(database, jobs));
        Assert.Equal([.. Enumerable.Range(2, 12)], await Numbers(database));
        Assert.Equal(13, (await Compose(database, Sample2023.Round)).Chapters[^1].Number);

        await Move(database, jobs, isUp: true);
        Assert.Equal((3, 4), ((await Placed(database, jobs)).Number, (await Placed(database, "rus")).Number));
        await Move(database, "inledning", isUp: true); // As far as it can be.
        Assert.Equal((2, "inledning"), await First(database));

        await Remove(database, "rus");
        var changes = (
            await database.Ask(
                async (CompareWithEdition compare) =>
                    await compare.Run(Sample2023.Round, await Compose(database, Sample2023.Round), Stop)
            )
        )!;
        Assert.True(changes.IsChanged);
        Assert.Equal(["rus"], changes.Gone.Select(chapter => chapter.Id));
        Assert.Empty(changes.Moved); // The others have the numbers that they had.
        Assert.Equal([.. Enumerable.Range(2, 11)], await Numbers(database));
        Assert.DoesNotContain((await Compose(database, Sample2023.Round)).Chapters, chapter => chapter.Id == "rus");
        Assert.Contains(
            "har tagits bort ur rapporten",
            Assert
                .IsType<SaveChapter.Outcome.Refused>(await SaveRaw(database, Sample2023.Round, "rus", "# Nytt", 1))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Equal("rus-2", (await Add(database, Sample2023.Round, "Rus", [], after: null)).Value);
        await Remove(database, "rus-2");
        Assert.Equal(
            ["rus-2", "rus"],
            (await View(database, Sample2023.Round)).Removed.Select(line => line.Chapter.Id.Value)
        );
        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask(
                (RemoveChapter remove) =>
                    remove.Restore(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "Åsa", Stop)
            )
        );
        Assert.Equal((4, "Regionala utvecklingsstrategier"), await Placed(database, "rus"));
        Assert.Equal([.. Enumerable.Range(1, 12)], await Numbers(database));
        Assert.Contains(
            "redan tillbaka",
            Refused(
                await database.Ask(
                    (RemoveChapter remove) =>
                        remove.Restore(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "Åsa", Stop)
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_a_chapter_rests_on_decides_what_its_author_is_offered_first(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var energy = Sample2023.Named<Requirement>("miljo-genomforande");

        await database.Ask(
            (ChangeChapter change) =>
                change.Run(
                    Sample2023.Round,
                    Sample2023.Named<Chapter>("rus"),
                    [energy, Sample2023.Named<Requirement>("finns-inte")],
                    "Åsa",
                    Stop
                )
        );

        var view = await database.Ask(
            (ViewChapter one) => one.Run(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "", Stop)
        );
        Assert.Equal([energy], view!.Chapter.RestsOn);
        Assert.All(view.Codes, code => Assert.Equal(energy, code.RequirementId));
        var offers = await database.Ask(
            (OfferClaims offer) => offer.All(Sample2023.Round, Sample2023.Named<Chapter>("rus"), Stop)
        );
        Assert.StartsWith("miljo-", offers![0].Code, StringComparison.Ordinal);
        Assert.Contains((await View(database, Sample2023.Round)).Unused, one => one.Id == Sample2023.Strategy);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_says_why()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await AddRound(database, "mall-2023");
        foreach (var title in (string[])["", "  ", "En {{rus}}", new string('x', AddChapter.LongestTitle + 1)])
        {
            Assert.Contains(
                "Skriv en rubrik",
                Refused(await AddRaw(database, Next, title, [], null)),
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "passar inte omgången",
            Refused(await Start(database, "strategisammanstallning")),
            StringComparison.Ordinal
        );
        Assert.Contains("passar inte omgången", Refused(await Start(database, "finns-inte")), StringComparison.Ordinal);
        Assert.Contains(
            "ingen rapport att utgå från",
            Refused(
                await database.Ask((StartReport start) => start.Run(Next, Sample2023.Named<Round>("2024"), "Åsa", Stop))
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "ingen rapport att utgå från",
            Refused(await database.Ask((StartReport start) => start.Run(Next, Next, "Åsa", Stop))),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Kapitlet finns inte i rapporten.",
            Refused(
                await database.Ask(
                    (MoveChapter move) => move.Run(Next, Sample2023.Named<Chapter>("rus"), true, "Åsa", Stop)
                )
            )
        );
        Assert.Equal(
            "nytt-2",
            (await Add(database, Next, "Nytt", [], after: null)).Value // "nytt" is where one is added.
        );
    }

    private static async Task AddRound(TestDatabase database, string template) =>
        Assert.IsType<SaveRound.Outcome.Saved>(
            await database.Ask(
                (SaveRound save) =>
                    save.Run(
                        null,
                        new WrittenRound(
                            Next.Value,
                            "AnnualReport",
                            "Regionalt utvecklingsarbete 2025",
                            "2025-01-01",
                            "2025-12-31",
                            "2029-02-21",
                            "Regeringskansliet",
                            template,
                            "2023",
                            AllowsReturn: true
                        ),
                        null,
                        Origin.Reported,
                        "test",
                        Stop
                    )
            )
        );

    private static Task<PlanOutcome> Start(TestDatabase database, string type) =>
        database.Ask((StartReport start) => start.Run(Next, type, "Åsa", Stop));

    private static Task<PlanOutcome> AddRaw(
        TestDatabase database,
        Key<Round> round,
        string title,
        IReadOnlyCollection<Key<Requirement>> restsOn,
        string? after
    ) =>
        database.Ask(
            (AddChapter add) =>
                add.Run(round, title, restsOn, after is null ? null : Sample2023.Named<Chapter>(after), "Åsa", Stop)
        );

    private static async Task<Key<Chapter>> Add(
        TestDatabase database,
        Key<Round> round,
        string title,
        IReadOnlyCollection<Key<Requirement>> restsOn,
        string? after
    ) => Assert.IsType<PlanOutcome.Changed>(await AddRaw(database, round, title, restsOn, after)).Chapter;

    private static async Task Move(TestDatabase database, string chapter, bool isUp) =>
        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask(
                (MoveChapter move) => move.Run(Sample2023.Round, Sample2023.Named<Chapter>(chapter), isUp, "Åsa", Stop)
            )
        );

    private static Task Move(TestDatabase database, Key<Chapter> chapter, bool isUp) =>
        Move(database, chapter.Value, isUp);

    private static async Task Remove(TestDatabase database, string chapter)
    {
        database.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask(
                (RemoveChapter remove) => remove.Run(Sample2023.Round, Sample2023.Named<Chapter>(chapter), "Åsa", Stop)
            )
        );
    }

    private static Task<SaveChapter.Outcome> SaveRaw(
        TestDatabase database,
        Key<Round> round,
        string chapter,
        string text,
        int seen
    ) =>
        database.Ask(
            (SaveChapter save) => save.Run(round, Sample2023.Named<Chapter>(chapter), text, seen, "Åsa", Stop)
        );

    private static async Task Save(TestDatabase database, Key<Round> round, string chapter, string text) =>
        Assert.IsType<SaveChapter.Outcome.Saved>(await SaveRaw(database, round, chapter, text, seen: 1));

    private static async Task<ViewPlan.Result> View(TestDatabase database, Key<Round>? round = null) =>
        (await database.Ask((ViewPlan view) => view.Run(round ?? Next, Stop)))!;

    private static async Task<ReportDocument> Compose(TestDatabase database, Key<Round>? round = null) =>
        (await database.Ask((ComposeReport compose) => compose.Run(round ?? Next, Stop)))!;

    private static async Task<(int Number, string Title)> Placed(TestDatabase database, Key<Chapter> chapter) =>
        (await View(database, Sample2023.Round))
            .Chapters.Where(line => line.Chapter.Id == chapter)
            .Select(line => (line.Chapter.Number, line.Title))
            .Single();

    private static Task<(int Number, string Title)> Placed(TestDatabase database, string chapter) =>
        Placed(database, Sample2023.Named<Chapter>(chapter));

    private static async Task<(int, string)> First(TestDatabase database) =>
        (await View(database, Sample2023.Round)).Chapters[0].Chapter is var first
            ? (first.Number, first.Id.Value)
            : default;

    private static Task<List<int>> Numbers(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Chapters.Where(one => one.RoundId == Sample2023.Round && one.RemovedAt == null)
                    .OrderBy(one => one.Number)
                    .Select(one => one.Number)
                    .ToListAsync(Stop)
        );

    private static string Refused(PlanOutcome outcome) => Assert.IsType<PlanOutcome.Refused>(outcome).Message;
}
