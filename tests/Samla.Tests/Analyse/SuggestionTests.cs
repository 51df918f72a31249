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
                judge.Run(source.Id, Sample2023.Revises, Sample2023.Revises, start, length, double.NaN, "Åsa", Stop)
        );
        Assert.Equal("Förslaget finns inte längre.", Assert.IsType<JudgeSuggestion.Outcome.Refused>(outcome).Message);
    }

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
                    "Åsa",
                    Stop
                )
        );

    private static Task<List<Coding>> CodingsIn(TestDatabase database, Source source) =>
        database.Ask(
            (SamlaDb db) => db.Codings.AsNoTracking().Where(one => one.SourceId == source.Id).ToListAsync(Stop)
        );
}
