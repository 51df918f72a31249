using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

/// <summary>What was coded in the round before teaches the round that took over its codes, before anybody has coded there.</summary>
public sealed class EarlierLessonsTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");

    /// <summary>What the requirement on the strategy became in the next round.</summary>
    private static readonly Key<Requirement> Coordination = Sample2023.Named<Requirement>("strategi-samordning");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_that_was_taken_over_is_suggested_though_nothing_is_coded_yet(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var coding = await MostCommon(database);
        await Carry(database);
        var source = await Answer(database, coding);

        var suggested = Assert.Single((await Suggest(database, source)).Suggestions, one => one.Code == coding.CodeId);

        Assert.Equal(coding.Quote, suggested.Quote);
        Assert.NotEmpty(suggested.Words);
        var passages = await database.Ask((SuggestPassages suggest) => suggest.Run(Next, coding.CodeId, Stop));
        Assert.Contains(passages!.Passages, one => one.Source.Id == source.Id && one.Quote == coding.Quote);
        Assert.Equal(coding.CodeId.Value, (await Fitting(database, source, coding.Quote))[0]);
        Assert.False(await database.Ask((SamlaDb db) => db.Codings.AnyAsync(one => one.RoundId == Next, Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Without_the_codebook_of_the_round_before_its_codings_teach_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var coding = await MostCommon(database);
        var section = await AddToNext(database, CodeKind.Group, parent: null, requirement: null);
        var own = await AddToNext(database, CodeKind.Leaf, section, Coordination);
        var source = await Answer(database, coding);

        var result = await Suggest(database, source);

        Assert.Equal((false, 0), (result.IsLearning, result.Suggestions.Count));
        Assert.Empty((await database.Ask((SuggestPassages suggest) => suggest.Run(Next, own, Stop)))!.Passages);
        Assert.Empty(await Fitting(database, source, coding.Quote));
    }

    // Codes about documents have no requirement in any round, so that nothing but the round tells them apart.
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_that_only_the_round_before_has_is_not_suggested_in_the_next(Engine engine)
    {
        const string Words = "Vi odlar björnbär i länets trädgårdar.";
        await using var database = await databases.WithSample(engine);
        var (berries, roads) = (
            await database.AddCodeAboutDocuments("Bär"),
            await database.AddCodeAboutDocuments("Vägar")
        );
        await Carry(database);
        var left = await database.AddCodeAboutDocuments("Frukt");
        foreach (var plant in (string[])["hallon", "blåbär", "lingon", "vinbär", "krusbär", "jordgubbar"])
        {
            var (first, second) = ($"Vi odlar {plant} i länets trädgårdar.", "Vägarna ska byggas om av kommunen.");
            var document = await database.AddDocument($"{first} {second}", "17");
            await database.CodeIn(document, berries, first);
            await database.CodeIn(document, left, first);
            await database.CodeIn(document, roads, second);
        }

        var before = await Document(database, $"Kommunen bygger vägar. {Words}", Sample2023.Round);
        var source = await Document(database, $"Kommunen bygger vägar. {Words}", Next);
        await Suggest(database, before);
        await Suggest(database, source);

        // It can be learnt: where it is a code it fits the same words as the one that was taken over.
        Assert.Contains(left.Value, await Fitting(database, before, Words));
        var fitting = await Fitting(database, source, Words);
        Assert.Contains(berries.Value, fitting);
        Assert.DoesNotContain(left.Value, fitting);
        Assert.Null(await database.Ask((SuggestPassages suggest) => suggest.Run(Next, left, Stop)));
    }

    /// <summary>A coding of the code that most passages of the requirement have.</summary>
    private static Task<Coding> MostCommon(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                (
                    from coding in db.Codings.AsNoTracking()
                    join code in db.Codes
                        on new { coding.RoundId, coding.CodeId } equals new { code.RoundId, CodeId = code.Id }
                    where code.RequirementId == Sample2023.Strategy && code.Subject == ReporterKind.Region
                    orderby db.Codings.Count(other => other.CodeId == code.Id) descending, coding.Id
                    select coding
                ).FirstAsync(Stop)
        );

    private static async Task Carry(TestDatabase database) =>
        Assert.IsType<CarryCodebook.Outcome.Done>(
            await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop))
        );

    private static async Task<Key<Code>> AddToNext(
        TestDatabase database,
        CodeKind kind,
        Key<Code>? parent,
        Key<Requirement>? requirement
    ) =>
        Assert
            .IsType<CodebookOutcome.Changed>(
                await database.Ask(
                    (AddCode add) =>
                        add.Run(Next, kind, parent, new CodeWords("Bara här", "", "", ""), requirement, "Åsa", Stop)
                )
            )
            .Code;

    /// <summary>An answer of the next round, in which the words of a coding are a sentence.</summary>
    private static async Task<Source> Answer(TestDatabase database, Coding coding)
    {
        await database.Ask(
            (SaveAnswer save) =>
                save.Run(
                    Next,
                    Sample2023.Värmland,
                    Coordination,
                    $"Snödroppar blommar tidigt.\n\n{coding.Quote}\n\nKrokusar blommar sedan.",
                    seenRevision: 0,
                    "test",
                    Stop
                )
        );
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask(
                (SubmitReport submit) => submit.Run(Next, Sample2023.Värmland, seen: null, decision: null, "test", Stop)
            )
        );
        return await database.Ask(
            (SamlaDb db) =>
                db.Sources.SingleAsync(one => one.RoundId == Next && one.RequirementId == Coordination, Stop)
        );
    }

    private static async Task<Source> Document(TestDatabase database, string text, Key<Round> round)
    {
        var id = await database.SourceOf(await database.AddDocument(text, "20", round: round));
        return await database.Ask((SamlaDb db) => db.Sources.SingleAsync(one => one.Id == id, Stop));
    }

    private static async Task<SuggestCodes.Result> Suggest(TestDatabase database, Source source)
    {
        var view = (await database.Ask((ViewSource view) => view.Run(source.Id, Stop)))!;
        await Ask();
        // The lesson goes on in the background; what is asked for after it has ended is what it taught.
        await database.Ask(
            async (CodeLearner learner) =>
            {
                await learner.Finish(source.RoundId, source.RequirementId);
                return true;
            }
        );
        return await Ask();

        Task<SuggestCodes.Result> Ask() =>
            database.Ask(
                (SuggestCodes suggest) => suggest.Run(view.Source, view.Codings, view.Codes, view.Work.Turn, Stop)
            );
    }

    /// <summary>The codes that fit words that somebody selects, the best first.</summary>
    private static async Task<List<string>> Fitting(TestDatabase database, Source source, string words)
    {
        var start = source.Text.IndexOf(words, StringComparison.Ordinal);
        var found = await database.Ask((SuggestCodes suggest) => suggest.Run(source.Id, start, words.Length, Stop));
        return [.. found.Select(one => one.Code)];
    }
}
