using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class MatterTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");
    private static readonly Key<Code> Messages = Sample2023.Named<Code>("kompetens-medskick");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_matter_says_who_and_since_when_and_what_became_of_it_by_each_round(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        await database.Ask(
            async (TiePrintedClaim tie) => await tie.Run((await database.Printed())[0].Id, Messages, "Åsa", Stop)
        );
        Assert.Null(
            await Answer(database, Sample2023.Round, Messages, MatterState.Partly, "Regeringen har svarat.", 0)
        );
        await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));
        Assert.Null(await Answer(database, Next, Messages, MatterState.Done, "", 0));

        var now = await Matter(database, Sample2023.Round, Messages);
        Assert.Equal((2022, 2, MatterState.Partly), (now.Since, now.Years, now.State));
        Assert.Equal(5, now.Row.Standing.Says.Count);
        Assert.Equal("kompetens", now.Section!.Id.Value);
        var then = await Matter(database, Next, Messages);
        Assert.Equal((2022, 2, MatterState.Done), (then.Since, then.Years, then.State)); // nobody has answered in the next round
        Assert.Equal(
            [(Next, ""), (Sample2023.Round, "Regeringen har svarat.")],
            then.Answers.Select(answer => (answer.RoundId, answer.Text))
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task What_somebody_else_has_written_meanwhile_is_not_overwritten()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(await Answer(database, Sample2023.Round, Messages, MatterState.Partly, "Ett.", 0));

        Assert.Contains(
            "Någon annan har ändrat",
            await Answer(database, Sample2023.Round, Messages, MatterState.Done, "Två.", 0),
            StringComparison.Ordinal
        );
        Assert.Equal("Ett.", (await Matter(database, Sample2023.Round, Messages)).Answers.Single().Text);
        Assert.Null(await Answer(database, Sample2023.Round, Messages, MatterState.Done, "Två.", 1));
        Assert.Equal("Två.", (await Matter(database, Sample2023.Round, Messages)).Answers.Single().Text);
    }

    [Fact]
    public async Task What_is_no_matter_and_what_is_too_long_is_refused()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);

        Assert.Contains(
            "inte längre",
            await Answer(database, Sample2023.Round, Sample2023.Revises, MatterState.Done, "", 0),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "för lång",
            await Answer(database, Sample2023.Round, Messages, MatterState.Done, new string('x', 2_001), 0),
            StringComparison.Ordinal
        );
        Assert.Null(await database.Ask((ListMatters list) => list.Run(Sample2023.Named<Round>("1999"), Stop)));
    }

    [Fact]
    public async Task What_became_of_a_matter_follows_its_code_into_another()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var other = Sample2023.Named<Code>("rus-unga-aldre");
        await Make(database, Sample2023.Revises, CodeAspect.Message);
        await Make(database, other, CodeAspect.Message);
        await Answer(database, Sample2023.Round, Sample2023.Revises, MatterState.Declined, "Blir inte av.", 0);

        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, other, "Åsa", Stop)
            )
        );

        Assert.Equal("Blir inte av.", Assert.Single((await Matter(database, Sample2023.Round, other)).Answers).Text);
    }

    [Fact]
    public async Task A_code_is_not_undone_from_under_what_became_of_it()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var group = Sample2023.Named<Code>("g-rus-lage");
        var words = new CodeWords("Egna pengar", "Regionen ber om egna pengar.", "", "", CodeAspect.Message);
        var added = Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (AddCode add) => add.Run(Sample2023.Round, CodeKind.Leaf, group, words, null, "Åsa", Stop)
            )
        );
        await Answer(database, Sample2023.Round, added.Code, MatterState.Open, "Regionen har frågat.", 0);

        var refused = Assert.IsType<UndoStep.Outcome.Refused>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop))
        );

        Assert.Contains("används", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_a_code_says_something_about_can_be_chosen_and_makes_it_no_other_code(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Find(database, Sample2023.Revises);
        var words = CodeWords.Of(before);
        Assert.Equal(CodeAspect.Implementation, words.Aspect);

        await Make(database, Sample2023.Revises, CodeAspect.Recommendation);

        var after = await Find(database, Sample2023.Revises);
        Assert.Equal((CodeAspect.Recommendation, before.Version), (after.Aspect, after.Version));
        Assert.Contains(
            (await database.Ask((ListMatters list) => list.Run(Sample2023.Round, Stop)))!.Matters,
            matter => matter.Row.Code.Id == Sample2023.Revises
        );
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));
        Assert.Equal(CodeAspect.Implementation, (await Find(database, Sample2023.Revises)).Aspect);
    }

    private static Task<string?> Answer(
        TestDatabase database,
        Key<Round> round,
        Key<Code> code,
        MatterState state,
        string text,
        int seen
    ) => database.Ask((AnswerMatter answer) => answer.Run(round, code, state, text, seen, "Åsa", Stop));

    private static async Task<ListMatters.Matter> Matter(TestDatabase database, Key<Round> round, Key<Code> code) =>
        (await database.Ask((ListMatters list) => list.Run(round, Stop)))!.Matters.Single(matter =>
            matter.Row.Code.Id == code
        );

    private static async Task Make(TestDatabase database, Key<Code> code, CodeAspect aspect)
    {
        var words = CodeWords.Of(await Find(database, code));
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask(
                (EditCode edit) => edit.Run(Sample2023.Round, code, words with { Aspect = aspect }, words, "Åsa", Stop)
            )
        );
    }

    private static Task<Code> Find(TestDatabase database, Key<Code> id) =>
        database.Ask(
            (SamlaDb db) =>
                db.Codes.AsNoTracking().SingleAsync(code => code.RoundId == Sample2023.Round && code.Id == id, Stop)
        );
}
