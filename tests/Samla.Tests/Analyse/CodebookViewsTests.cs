using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class CodebookViewsTests(Databases databases)
{
    private static readonly Key<Code> Implements = Sample2023.Named<Code>("rus-genomfor");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_codebook_has_each_code_once_with_where_the_21_stand(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Merge(database);

        var codebook = await database.Ask((ViewCodebook read) => read.Run(Sample2023.Round, Stop));

        var nodes = codebook!.Sections.SelectMany(section => section.All).ToList();
        Assert.Equal(620, nodes.Select(node => node.Code.Id).Distinct().Count());
        Assert.Equal(538, codebook.Sections.Sum(section => section.Leaves));
        var rows = await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop));
        Assert.All(
            rows!,
            row => Assert.Equal(row.Standing, nodes.Single(node => node.Code.Id == row.Code.Id).Standing)
        );
        var (from, into) = (NodeOf(Sample2023.Revises), NodeOf(Implements));
        Assert.Equal((Implements, 0), (from.MergedInto!.Id, from.Codings));
        Assert.Null(from.Standing);
        Assert.True(into.Codings >= into.Standing!.Says.Count);
        Assert.Equal(
            ["rus", "g-rus-lage", "rus-genomfor"],
            codebook.PathTo(Implements).Select(node => node.Code.Id.Value)
        );

        ViewCodebook.Node NodeOf(Key<Code> id) => nodes.Single(node => node.Code.Id == id);
    }

    [Fact]
    public async Task A_search_shows_what_has_the_words_and_a_group_that_has_them_whole()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var codebook = await database.Ask((ViewCodebook read) => read.Run(Sample2023.Round, Stop));
        var section = codebook!.Sections[0];

        Assert.Equal(
            ["rus", "g-rus-lage", "rus-reviderar"],
            section.Matching("REVIDERAR strategin")!.All.Select(node => node.Code.Id.Value)
        );
        Assert.Equal(6, section.Matching("strategins läge")!.Leaves);
        Assert.Null(section.Matching("qqq"));
    }

    [Fact]
    public async Task A_code_is_shown_with_those_who_have_it_without_a_passage_and_where_it_can_go()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask(
            (AttributeCode give) =>
                give.Run(Sample2023.Round, Sample2023.Revises, Sample2023.Värmland, "Se avsnitt 2.", "Åsa", Stop)
        );

        var view = await database.Ask((ViewCode read) => read.Run(Sample2023.Round, Sample2023.Revises, Stop));

        Assert.Equal(
            [("Region Värmland", "Se avsnitt 2.")],
            view!.Attributions.Select(one => (one.Reporter.Name, one.Reason))
        );
        Assert.Contains(view.MergeChoices, row => row.Code.Id == Implements);
        Assert.All(view.MergeChoices, row => Assert.Equal(Sample2023.Strategy, row.Code.RequirementId));
        Assert.DoesNotContain(view.MergeChoices, row => row.Code.Id == Sample2023.Revises);
        Assert.Equal(
            ["rus", "g-rus-lage", "g-rus-samverkan", "g-rus-verktyg"],
            view.MoveChoices.Select(group => group.Id.Value)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_history_of_the_codebook_has_no_codings_but_a_codes_own_has(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await database.Ask((AddCoding add) => add.Run(source.Id, Implements, source.Text[..10], 0, "Åsa", Stop));
        await Merge(database);
        await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));

        var all = await History(database, null);
        var own = await History(database, Implements);

        var merged = Assert.Single(all.Entries);
        Assert.Equal(
            ("Åsa", "slog ihop koden ”Reviderar strategin” med ”Genomför gällande strategi”", true),
            (merged.Who, merged.Words, merged.IsUndone)
        );
        Assert.Equal((2, 2), (own.Total, own.Entries.Count));
        Assert.Equal(merged.Words, own.Entries[0].Words);
        Assert.Equal("gav koden ”Genomför gällande strategi”", own.Entries[1].Words);
    }

    [Fact]
    public async Task What_is_undone_is_what_was_shown_as_the_last_step_and_no_other()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Merge(database);
        var shown = (await Peek(database)).Undo!;
        await database.Ask(
            (RetireCode retire) => retire.Run(Sample2023.Round, Implements, isRetired: true, "Åsa", Stop)
        );

        var refused = await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, shown.Number, "Åsa", Stop));
        Assert.Contains(
            "att du tog koden ”Genomför gällande strategi” ur bruk",
            Assert.IsType<UndoStep.Outcome.Refused>(refused).Message,
            StringComparison.Ordinal
        );

        var last = (await Peek(database)).Undo!;
        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, last.Number, "Åsa", Stop))
        );
        Assert.Equal(new UndoStep.Peeked(shown, last), await Peek(database));
        Assert.Equal(
            new UndoStep.Peeked(null, null),
            await database.Ask((UndoStep undo) => undo.Peek(Sample2023.Round, "Bo", Stop))
        );
    }

    private static Task<CodebookOutcome> Merge(TestDatabase database) =>
        database.Ask((MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, Implements, "Åsa", Stop));

    private static Task<ViewCodeHistory.Result> History(TestDatabase database, Key<Code>? code) =>
        database.Ask((ViewCodeHistory view) => view.Run(Sample2023.Round, code, 0, 20, Stop));

    private static Task<UndoStep.Peeked> Peek(TestDatabase database) =>
        database.Ask((UndoStep undo) => undo.Peek(Sample2023.Round, "Åsa", Stop));
}
