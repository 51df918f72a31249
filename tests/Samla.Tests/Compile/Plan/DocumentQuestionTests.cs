using Samla.Analyse;
using Samla.Collect;
using Samla.Compile;
using Samla.Compile.Plan;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile.Plan;

/// <summary>Questions that documents are read for, from the template to the published report.</summary>
public sealed class DocumentQuestionTests(Databases databases)
{
    private static readonly Key<Round> Round = Sample2023.Named<Round>("rus-2026");
    private static readonly Key<Requirement> Plans = Sample2023.Named<Requirement>("handlingsplaner");
    private static readonly Key<Requirement> Monitoring = Sample2023.Named<Requirement>("uppfoljning");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_strategies_are_read_for_nine_questions_and_each_has_a_chapter(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        await AddRound(database);
        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask((StartReport start) => start.Run(Round, "strategisammanstallning", "Åsa", Stop))
        );
        var section = await AddCode(database, CodeKind.Group, null, "Strategierna", null);
        var plans = await AddCode(database, CodeKind.Group, section, "Planer", Plans);
        var action = await AddCode(database, CodeKind.Leaf, plans, "Handlingsplan", null);
        var followed = await AddCode(
            database,
            CodeKind.Leaf,
            await AddCode(database, CodeKind.Group, section, "Uppföljning", Monitoring),
            "Följs varje år",
            null
        );
        var west = await database.AddDocument("Vi har en handlingsplan.", "14", round: Round);
        await database.CodeIn(west, action, "en handlingsplan");
        await database.ReadToItsEnd(west);
        await database.ReadToItsEnd(await database.AddDocument("Vi väntar.", "17", round: Round));

        var plan = (await database.Ask((ViewPlan view) => view.Run(Round, Stop)))!;
        Assert.Equal([.. Enumerable.Range(1, 13)], plan.Chapters.Select(line => line.Chapter.Number));
        Assert.Equal(
            (3, "Genomförandeverktyg", Plans),
            plan.Chapters[2] is var first
                ? (first.Chapter.Number, first.Title, Assert.Single(first.Chapter.RestsOn))
                : default
        );
        Assert.Empty(plan.Unused);
        var chapter = plan.Chapters[2].Chapter.Id;
        Assert.Equal(
            [action],
            (await database.Ask((ViewChapter view) => view.Run(Round, chapter, "", Stop)))!.Codes.Select(code =>
                code.Id
            )
        );
        Assert.Equal(
            [action.Value, followed.Value],
            (await database.Ask((OfferClaims offer) => offer.All(Round, chapter, Stop)))!.Select(offer => offer.Code)
        );

        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(
                        Round,
                        chapter,
                        $"# Planer\n\n## Läget\n\n{{{{{action}}}}} har en handlingsplan.\n\n## Sammanfattning\n\nPlaner finns.\n",
                        1,
                        "Åsa",
                        Stop
                    )
            )
        );
        var edition = Assert
            .IsType<PublishEdition.Outcome.Published>(
                await database.Ask(
                    (PublishEdition publish) =>
                        publish.Run(Round, Imprint.Of(Publish.MadeUpEdition.Decided, null, null), "Åsa", Stop)
                )
            )
            .Edition;
        var claim = Assert.Single(
            (await database.Ask((ReadEdition read) => read.ReadChapter(edition.Id, chapter, Stop)))!.Claims
        );
        Assert.Equal(("En region", "Västra Götaland."), (claim.Words, claim.NoteText));
        Assert.Equal((1, 19), (claim.Standing.Silent.Count, claim.Standing.NotAsked.Count));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nobody_is_asked_what_documents_are_read_for(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        await AddRound(database);

        var line = (await database.Ask((ListRounds list) => list.Run(Stop))).Single(one => one.Id == Round);
        Assert.Equal(RoundKind.StrategyCompilation, line.Kind);
        var board = (await database.Ask((ViewBoard view) => view.Run(Round, Stop)))!;
        Assert.Empty(board.Sections);
        Assert.Equal(9, board.Questions.Count);
        Assert.Empty((await database.Ask((ListSubmissions list) => list.Run(Round, Stop)))!.Lines);
        Assert.Null(await database.Ask((ViewReadingRoom view) => view.Run(Round, Plans, "Åsa", Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Codes_of_a_question_are_about_documents_and_stay_with_it(Engine engine)
    {
        await using var database = await databases.WithoutSample(engine);
        await AddRound(database);
        var section = await AddCode(database, CodeKind.Group, null, "Strategierna", null);
        var plans = await AddCode(database, CodeKind.Group, section, "Planer", Plans);
        var action = await AddCode(database, CodeKind.Leaf, plans, "Handlingsplan", null);
        var loose = await AddCode(database, CodeKind.Group, section, "Annat", null);
        var other = await AddCode(database, CodeKind.Leaf, loose, "Mål", null);
        var document = await database.AddDocument("Vi har en handlingsplan och mål.", "14", round: Round);
        await database.CodeIn(document, action, "en handlingsplan");
        await database.CodeIn(document, other, "mål");

        var source = await database.SourceOf(document);
        var view = (await database.Ask((ViewSource read) => read.Run(source, Stop)))!;
        Assert.Equal(["Planer", "Handlingsplan", "Annat", "Mål"], view.Codes.Select(code => code.Label));
        Assert.All(view.Codes, code => Assert.True(code.IsAboutDocuments));
        var board = (await database.Ask((ViewBoard read) => read.Run(Round, Stop)))!;
        Assert.Equal(
            (1, "14"),
            board.Questions[0] is var row ? (row.Codings, Assert.Single(row.Counties).ToString()) : default
        );
        Assert.Contains(
            "olika frågor",
            Assert
                .IsType<CodebookOutcome.Refused>(
                    await database.Ask((MergeCodes merge) => merge.Run(Round, action, other, "Åsa", Stop))
                )
                .Message,
            StringComparison.Ordinal
        );
        var mine = (await database.Ask((ViewCode read) => read.Run(Round, action, Stop)))!;
        Assert.Equal(["14"], mine.Row!.Standing.Says.Select(region => region.ToString()));
        Assert.Equal(2, (await database.Ask((ReadMatrix read) => read.Run(Round, requirement: null, Stop)))!.Count);
        Assert.Single((await database.Ask((ReadMatrix read) => read.Run(Round, Plans, Stop)))!);
    }

    private static async Task<Key<Code>> AddCode(
        TestDatabase database,
        CodeKind kind,
        Key<Code>? parent,
        string label,
        Key<Requirement>? requirement
    ) =>
        Assert
            .IsType<CodebookOutcome.Changed>(
                await database.Ask(
                    (AddCode add) =>
                        add.Run(Round, kind, parent, new CodeWords(label, "", "", ""), requirement, "Åsa", Stop)
                )
            )
            .Code;

    private static async Task AddRound(TestDatabase database) =>
        Assert.IsType<SaveRound.Outcome.Saved>(
            await database.Ask(
                (SaveRound save) =>
                    save.Run(
                        null,
                        new WrittenRound(
                            Round.Value,
                            "StrategyCompilation",
                            "Regionala utvecklingsstrategier 2026",
                            "2024-01-01",
                            "2025-12-31",
                            "2029-04-18",
                            "Regeringskansliet",
                            "fragor-2026",
                            "",
                            AllowsReturn: false
                        ),
                        null,
                        Origin.Reported,
                        "test",
                        Stop
                    )
            )
        );
}
