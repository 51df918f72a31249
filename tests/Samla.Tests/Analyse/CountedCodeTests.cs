using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

/// <summary>Codes that nobody gives: answers in rows say who has them.</summary>
public sealed class CountedCodeTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");
    private static readonly Key<Requirement> Results = Sample2023.Named<Requirement>("integration-resultat");
    private static readonly Key<Requirement> Analyses = Sample2023.Named<Requirement>("analyser-forteckning");
    private static readonly CountedFrom Achieved = CountedFrom.Read("lage/achieved")!;
    private static readonly CountedFrom Evaluation = CountedFrom.Read("slag/evaluation")!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("slag/evaluation", true)]
    [InlineData("slag", true)]
    [InlineData("slag/evaluation/1", false)]
    [InlineData("slag/", false)]
    [InlineData("", false)]
    [InlineData("Slag", false)]
    public void What_is_counted_is_kept_as_its_column_and_option(string text, bool isRead) =>
        Assert.Equal(isRead ? text : null, CountedFrom.Read(text)?.ToString());

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Interventions_with_achieved_outcomes_are_counted_named_and_published(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        RegionSet expected =
        [
            .. from one in Sample2023.Files.Interventions
            where one.Requirement == Results.Value && one.Actor == "region"
            where one.Outcomes.Any(outcome => outcome.State == "achieved")
            from county in one.Regions
            select RegionCode.Parse(county, null),
        ];
        Assert.InRange(expected.Count, 1, 20);
        var code = await Add(database, Sample2023.Round, Results, Achieved, "Redovisar uppnådda effekter");

        var row = (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!.Single(one =>
            one.Code.Id == code
        );
        Assert.Equal(expected, row.Standing.Says);
        // Rows need nobody to read them.
        Assert.Empty(row.Standing.NotRead);
        var view = (await database.Ask((ViewCode read) => read.Run(Sample2023.Round, code, Stop)))!;
        Assert.Equal(expected, [.. view.Attributions.Select(one => one.Reporter.County!)]);
        Assert.Equal("Läge: Uppnådd", ((StructuredAnswer)view.Code.CountedFrom!).WordsIn(view.Table!));

        var chapter = Sample2023.Named<Chapter>("integration");
        var now = (await database.Ask((ViewChapter read) => read.Run(Sample2023.Round, chapter, "", Stop)))!.Chapter;
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(
                        Sample2023.Round,
                        chapter,
                        $"{now.Text}\n{{{{{code}|exakt}}}} redovisar uppnådda effekter.\n",
                        now.Revision,
                        "Åsa",
                        Stop
                    )
            )
        );
        var words = await database.Ask(
            (ReadClaimWords read) => read.Run(Sample2023.Round, [code], row.Standing.Says, Stop)
        );
        Assert.All(words, line => Assert.NotEmpty(line.Words!));
        var edition = Assert
            .IsType<PublishEdition.Outcome.Published>(
                await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop))
            )
            .Edition;
        var claim = (
            await database.Ask((ReadEdition read) => read.ReadChapter(edition.Id, chapter, Stop))
        )!.Claims.Last();
        Assert.Equal(expected, claim.Standing.Says);
        var trace = await database.Ask((ReadTrace read) => read.Run(edition, claim, Stop));
        Assert.Equal(words.Select(line => line.Words).Order(), trace.Attributed.Select(one => one.Reason).Order());
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_version_of_a_report_moves_the_number(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var code = await Add(database, Next, Analyses, Evaluation, "Har en utvärdering");
        Assert.Equal(([], 21), await Standing(database, code));

        var row = Id.New<AnswerRow>(database.Clock);
        await Save(database, row, "analysis", seen: 0);
        await Submit(database);
        Assert.Equal(([], 20), await Standing(database, code));

        await Save(database, row, "evaluation", seen: 1);
        // A draft counts for nothing.
        Assert.Equal(([], 20), await Standing(database, code));
        await Submit(database);
        Assert.Equal(([RegionCode.Parse("17", null)], 20), await Standing(database, code));
        var said = Assert.Single((await database.Ask((ViewCode read) => read.Run(Next, code, Stop)))!.Attributions);
        Assert.StartsWith("Titel: Rapporten; Slag: ", said.Reason, StringComparison.Ordinal);
        Assert.Equal([code], await Counted(database, Next));

        await database.Ask((UndoStep undo) => undo.Run(Next, "Åsa", Stop));
        Assert.Empty(await Counted(database, Next));
        await database.Ask((UndoStep undo) => undo.Redo(Next, "Åsa", Stop));
        Assert.Equal(([RegionCode.Parse("17", null)], 20), await Standing(database, code));
    }

    [Fact]
    public async Task What_cannot_be_counted_is_refused_and_nobody_gives_what_is_counted()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains(
            "finns inte i kravets tabell",
            await Refused(database, await GroupOf(database, Results), Results, "belopp"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "gäller ett annat krav",
            await Refused(database, Sample2023.Named<Code>("g-rus-lage"), Results, "lage/achieved"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "finns inte i kravets tabell",
            await Refused(database, Sample2023.Named<Code>("g-rus-lage"), Sample2023.Strategy, "lage/achieved"),
            StringComparison.Ordinal
        );

        var code = await Add(database, Sample2023.Round, Results, Achieved, "Redovisar uppnådda effekter");
        var source = await database.Ask(
            (SamlaDb db) => db.Sources.FirstAsync(one => one.RequirementId == Results, Stop)
        );
        Assert.Contains(
            "räknas ur tabellsvar",
            Assert
                .IsType<AddCoding.Outcome.Refused>(
                    await database.Ask((AddCoding add) => add.Run(source.Id, code, source.Text[..5], 0, "Bo", Stop))
                )
                .Message,
            StringComparison.Ordinal
        );
        var other = await Add(
            database,
            Sample2023.Round,
            Results,
            CountedFrom.Read("lage/expected")!,
            "Väntar effekter"
        );
        Assert.Contains(
            "kan inte slås ihop",
            Assert
                .IsType<CodebookOutcome.Refused>(
                    await database.Ask((MergeCodes merge) => merge.Run(Sample2023.Round, code, other, "Åsa", Stop))
                )
                .Message,
            StringComparison.Ordinal
        );
        var reading = (await database.Ask((ViewSource read) => read.Run(source.Id, Stop)))!;
        Assert.DoesNotContain(reading.Codes, one => one.Id == code);
    }

    [Fact]
    public async Task It_follows_to_a_round_with_the_same_template_alone()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Add(database, Sample2023.Round, Results, Achieved, "Redovisar uppnådda effekter");

        var plan = (await database.Ask((CarryCodebook carry) => carry.Peek(Next, Stop)))!;

        Assert.Contains(
            "räknas ur en tabell",
            Assert.Single(plan.Left, one => one.Code.CountedFrom is not null).Why,
            StringComparison.Ordinal
        );
    }

    private static async Task<Key<Code>> Add(
        TestDatabase database,
        Key<Round> round,
        Key<Requirement> requirement,
        CountedFrom answer,
        string label
    )
    {
        var group = await GroupOf(database, requirement) ?? await NewGroup(database, round, requirement);
        return Assert
            .IsType<CodebookOutcome.Changed>(
                await database.Ask(
                    (AddCode add) =>
                        add.Counted(round, group, new CodeWords(label, "", "", ""), requirement, answer, "Åsa", Stop)
                )
            )
            .Code;
    }

    private static Task<Key<Code>?> GroupOf(TestDatabase database, Key<Requirement> requirement) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.Where(code => code.Kind == CodeKind.Group && code.RequirementId == requirement)
                    .OrderBy(code => code.Order)
                    .Select(code => (Key<Code>?)code.Id)
                    .FirstOrDefaultAsync(Stop)
        );

    private static async Task<Key<Code>> NewGroup(TestDatabase database, Key<Round> round, Key<Requirement> requirement)
    {
        var section = await Group(null, "Analyser", null);
        return await Group(section, "Förteckning", requirement);

        async Task<Key<Code>> Group(Key<Code>? parent, string label, Key<Requirement>? about) =>
            Assert
                .IsType<CodebookOutcome.Changed>(
                    await database.Ask(
                        (AddCode add) =>
                            add.Run(round, CodeKind.Group, parent, new CodeWords(label, "", "", ""), about, "Åsa", Stop)
                    )
                )
                .Code;
    }

    private static async Task<string> Refused(
        TestDatabase database,
        Key<Code>? group,
        Key<Requirement> requirement,
        string answer
    ) =>
        Assert
            .IsType<CodebookOutcome.Refused>(
                await database.Ask(
                    (AddCode add) =>
                        add.Counted(
                            Sample2023.Round,
                            group,
                            new CodeWords("Prov", "", "", ""),
                            requirement,
                            CountedFrom.Read(answer)!,
                            "Åsa",
                            Stop
                        )
                )
            )
            .Message;

    private static async Task<(RegionSet Says, int NotRead)> Standing(TestDatabase database, Key<Code> code)
    {
        var row = (await database.Ask((ReadMatrix read) => read.Run(Next, Stop)))!.Single(one => one.Code.Id == code);
        return (row.Standing.Says, row.Standing.NotRead.Count);
    }

    private static Task<List<Key<Code>>> Counted(TestDatabase database, Key<Round> round) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.Where(code => code.RoundId == round && code.CountedFrom != null)
                    .Select(code => code.Id)
                    .ToListAsync(Stop)
        );

    private static async Task Save(TestDatabase database, Id<AnswerRow> id, string kind, int seen) =>
        Assert.IsType<SaveRow.Outcome.Saved>(
            await database.Ask(
                (SaveRow save) =>
                    save.Run(
                        Next,
                        Sample2023.Värmland,
                        Analyses,
                        id,
                        new Dictionary<Key<TableColumn>, string>
                        {
                            [Sample2023.Named<TableColumn>("titel")] = "Rapporten",
                            [Sample2023.Named<TableColumn>("slag")] = kind,
                            [Sample2023.Named<TableColumn>("anvandning")] = "Till planen",
                        },
                        seen,
                        "test",
                        Stop
                    )
            )
        );

    private static async Task Submit(TestDatabase database) =>
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask((SubmitReport submit) => submit.Run(Next, Sample2023.Värmland, null, null, "test", Stop))
        );
}
