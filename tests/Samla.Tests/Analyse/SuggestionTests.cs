using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class SuggestionTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_sentence_like_those_that_have_a_code_gets_it_suggested_and_counts_when_it_is_taken(
        Engine engine
    )
    {
        await using var database = await databases.WithSample(engine);
        var (source, coding) = await Uncoded(database);
        var suggested = Assert.Single((await Suggest(database, source)).Suggestions, one => one.Code == coding.CodeId);
        Assert.InRange(suggested.Confidence, 0.35, 1);
        Assert.NotEmpty(suggested.Words);
        Assert.All(suggested.Words, word => Assert.Contains(word, suggested.Quote, StringComparison.Ordinal));
        Assert.DoesNotContain(await CodingsIn(database, source), one => one.CodeId == coding.CodeId);

        Assert.IsType<JudgeSuggestion.Outcome.Judged>(await Judge(database, source, suggested, suggested.Code));

        var given = Assert.Single(await CodingsIn(database, source), one => one.CodeId == coding.CodeId);
        Assert.Equal((suggested.Quote, "Åsa"), (given.Quote, given.Coder));
        var after = await Suggest(database, source);
        Assert.DoesNotContain(after.Suggestions, one => one.Code == coding.CodeId && one.Start == suggested.Start);
        Assert.Equal(new SuggestCodes.Verdicts(1, 0, 0), after.Heard);

        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));
        Assert.DoesNotContain(await CodingsIn(database, source), one => one.CodeId == coding.CodeId);
        Assert.Equal(new SuggestCodes.Verdicts(0, 0, 0), (await Suggest(database, source)).Heard);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_rejected_is_not_suggested_again_and_what_is_corrected_gets_the_other_code(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (source, coding) = await Uncoded(database);
        var suggested = (await Suggest(database, source)).Suggestions.Single(one => one.Code == coding.CodeId);
        await Judge(database, source, suggested, given: null);
        Assert.DoesNotContain(
            (await Suggest(database, source)).Suggestions,
            one => one.Start == suggested.Start && one.Code == suggested.Code
        );
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));

        var other = (await database.Ask((ViewSource view) => view.Run(source.Id, Stop)))!.Codes.First(code =>
            code.IsGiven && code.Id != suggested.Code
        );
        await Judge(database, source, suggested, other.Id);

        Assert.Contains(
            await CodingsIn(database, source),
            one => one.CodeId == other.Id && one.Coder == "Åsa" && one.Quote == suggested.Quote
        );
        Assert.Equal(new SuggestCodes.Verdicts(0, 1, 0), (await Suggest(database, source)).Heard);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(0, 0)]
    [InlineData(0, int.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task A_suggestion_outside_the_text_is_refused(int start, int length)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var outcome = await database.Ask(
            (JudgeSuggestion judge) =>
                judge.Run(
                    source.Id,
                    Sample2023.Revises,
                    Sample2023.Revises,
                    start,
                    length,
                    double.NaN,
                    answer: null,
                    "Åsa",
                    Stop
                )
        );
        Assert.Equal("Förslaget finns inte längre.", Assert.IsType<JudgeSuggestion.Outcome.Refused>(outcome).Message);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_gets_passages_suggested_the_surest_first_until_they_are_judged(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (source, coding) = await Uncoded(database);
        await Suggest(database, source);

        var result = (await Passages(database, coding.CodeId))!;

        Assert.False(result.IsLearning);
        var suggested = Assert.Single(
            result.Passages,
            one =>
                one.Source.Id == source.Id && one.Start <= coding.Start && coding.Start < one.Start + one.Quote.Length
        );
        Assert.Equal(suggested.Quote, source.Text.Substring(suggested.Start, suggested.Quote.Length));
        Assert.NotEmpty(suggested.Words);
        Assert.Equal(
            result.Passages.Select(one => one.Confidence).OrderDescending(),
            result.Passages.Select(one => one.Confidence)
        );
        // What has the code is not suggested.
        var codings = await database.Ask(
            (SamlaDb db) => db.Codings.AsNoTracking().Where(one => one.CodeId == coding.CodeId).ToListAsync(Stop)
        );
        Assert.DoesNotContain(
            result.Passages,
            one =>
                codings.Exists(other =>
                    other.SourceId == one.Source.Id
                    && other.Start < one.Start + one.Quote.Length
                    && one.Start < other.End
                )
        );

        var judged = await database.Ask(
            (JudgeSuggestion judge) =>
                judge.Run(
                    source.Id,
                    coding.CodeId,
                    null,
                    suggested.Start,
                    suggested.Quote.Length,
                    suggested.Confidence,
                    answer: null,
                    "Åsa",
                    Stop
                )
        );
        Assert.IsType<JudgeSuggestion.Outcome.Judged>(judged);
        Assert.DoesNotContain(
            (await Passages(database, coding.CodeId))!.Passages,
            one => one.Source.Id == source.Id && one.Start == suggested.Start
        );
        Assert.Null(await Passages(database, Sample2023.Named<Code>("g-rus-lage")));
        Assert.Null(await Passages(database, Sample2023.Named<Code>("finns-inte")));
    }

    [Fact]
    public async Task Words_that_are_selected_get_the_codes_that_may_fit_them()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (source, coding) = await Uncoded(database);
        await Suggest(database, source);

        Assert.Equal(coding.CodeId.Value, (await Fitting(database, source, coding.Start, coding.Length))[0].Code);
        Assert.Empty(await Fitting(database, source, -1, 5));
        Assert.Empty(await Fitting(database, source, 0, 0));
        Assert.Empty(await Fitting(database, source, 3, int.MaxValue));
    }

    private static Task<SuggestPassages.Result?> Passages(TestDatabase database, Key<Code> code) =>
        database.Ask((SuggestPassages suggest) => suggest.Run(Sample2023.Round, code, Stop));

    private static Task<IReadOnlyList<Suggestion>> Fitting(
        TestDatabase database,
        Source source,
        int start,
        int length
    ) => database.Ask((SuggestCodes suggest) => suggest.Run(source.Id, start, length, Stop));

    /// <summary>An answer whose most common coding was taken off, and that coding.</summary>
    private static async Task<(Source Source, Coding Coding)> Uncoded(TestDatabase database)
    {
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var coding = await database.Ask(
            (SamlaDb db) =>
                db
                    .Codings.Where(one => one.SourceId == source.Id)
                    .OrderByDescending(one => db.Codings.Count(other => other.CodeId == one.CodeId))
                    .FirstAsync(Stop)
        );
        await database.Ask((RemoveCoding remove) => remove.Run(coding.Id, "Bo", Stop));
        return (source, coding);
    }

    private static async Task<SuggestCodes.Result> Suggest(TestDatabase database, Source source)
    {
        var view = (await database.Ask((ViewSource view) => view.Run(source.Id, Stop)))!;
        await Ask();
        // The lesson goes on in the background; what is asked for after it has ended is what it taught.
        await database.Ask(
            async (CodeLearner learner) =>
            {
                await learner.Finish(Sample2023.Round, Sample2023.Strategy);
                return true;
            }
        );
        return await Ask();

        Task<SuggestCodes.Result> Ask() =>
            database.Ask(
                (SuggestCodes suggest) => suggest.Run(view.Source, view.Codings, view.Codes, view.Work.Turn, Stop)
            );
    }

    private static Task<JudgeSuggestion.Outcome> Judge(
        TestDatabase database,
        Source source,
        SuggestCodes.SuggestedCode suggested,
        Key<Code>? given
    ) =>
        database.Ask(
            (JudgeSuggestion judge) =>
                judge.Run(
                    source.Id,
                    suggested.Code,
                    given,
                    suggested.Start,
                    suggested.Quote.Length,
                    suggested.Confidence,
                    answer: null,
                    "Åsa",
                    Stop
                )
        );

    private static Task<List<Coding>> CodingsIn(TestDatabase database, Source source) =>
        database.Ask(
            (SamlaDb db) => db.Codings.AsNoTracking().Where(one => one.SourceId == source.Id).ToListAsync(Stop)
        );
}
