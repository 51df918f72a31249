using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class CarryCodebookTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_code_follows_its_question_and_only_the_same_question_keeps_the_version(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var plan = (await Peek(database))!;
        Assert.Empty(await Codes(database, Next)); // to look changes nothing

        var done = await Carry(database);

        Assert.Equal(plan.Codes.Select(one => one.Code.Id), done.Codes.Select(one => one.Code.Id));
        var before = (await Codes(database, Sample2023.Round)).ToDictionary(code => code.Id);
        var after = await Codes(database, Next);
        Assert.Equal(done.Added.Select(one => one.Code.Id), after.Select(code => code.Id));
        Assert.Equal(after.Select((_, place) => place), after.Select(code => code.Order));
        Assert.All(
            after,
            code =>
            {
                var then = before[code.Id];
                Assert.Equal(
                    (then.ParentId, then.Kind, then.Label, then.Definition, then.Subject),
                    (code.ParentId, code.Kind, code.Label, code.Definition, code.Subject)
                );
            }
        );
        // By the mapping between the two templates: 103 codes are about what is asked the same, 422 about what is asked otherwise.
        Assert.All(
            after.Where(code => before[code.Id].RequirementId?.Value == "boende-resultat"),
            Same("boende-insatser")
        );
        Assert.All(
            after.Where(code => before[code.Id].RequirementId == Sample2023.Strategy),
            Raised("strategi-samordning") // split in three: the first, with another version
        );
        Assert.Equal((525, 422, 0), (done.Codes.Count, done.Raised.Count, done.AlreadyThere));
        Assert.Empty((await database.Verify()).Faults);

        static Action<Code> Same(string requirement) =>
            code => Assert.Equal((requirement, 1), (code.RequirementId!.Value, code.Version));
        static Action<Code> Raised(string requirement) =>
            code => Assert.Equal((requirement, 2), (code.RequirementId!.Value, code.Version));
    }

    [Fact]
    public async Task A_code_whose_question_is_no_longer_asked_is_named_with_the_reason()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var plan = (await Peek(database))!;

        var codes = (await Codes(database, Sample2023.Round)).ToDictionary(code => code.Id);
        Assert.Equal(14, plan.Left.Count);
        Assert.All(plan.Left, left => Assert.Equal("Kravet som den gällde ställs inte längre.", left.Why));
        Assert.Contains(plan.Left, left => codes[left.Code.Id].RequirementId!.Value == "anslag-mal-interreg");
        Assert.DoesNotContain(plan.Added, one => one.Code.Subject == ReporterKind.CountyBoard);
    }

    [Fact]
    public async Task What_is_retired_or_merged_does_not_follow()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var leaves = (await Codes(database, Sample2023.Round)).FindAll(code =>
            code.RequirementId?.Value == "boende-resultat" && code.IsGiven && code.Withheld is null
        );
        await Changed(
            database,
            (RetireCode retire) => retire.Run(Sample2023.Round, leaves[0].Id, isRetired: true, "Åsa", Stop)
        );
        await Changed(
            database,
            (MergeCodes merge) => merge.Run(Sample2023.Round, leaves[1].Id, leaves[2].Id, "Åsa", Stop)
        );

        await Carry(database);

        var after = (await Codes(database, Next)).ToDictionary(code => code.Id);
        Assert.False(after.ContainsKey(leaves[0].Id));
        Assert.False(after.ContainsKey(leaves[1].Id));
        Assert.Equal(2, after[leaves[2].Id].Version); // as it was after the merge
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task It_is_undone_in_one_step_and_not_when_a_code_is_used(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Carry(database);
        Assert.Equal(
            "tog över kodschemat från omgång 2023 (koder: 525)",
            Assert.IsType<UndoStep.Outcome.Done>(await Undo(database)).Words
        );
        Assert.Empty(await Codes(database, Next));
        Assert.IsType<UndoStep.Outcome.Done>(await database.Ask((UndoStep undo) => undo.Redo(Next, "Åsa", Stop)));
        var code = (await Codes(database, Next)).First(one => one.IsGiven);
        Assert.IsType<WriteMemo.Outcome.Written>(
            await database.Ask(
                (WriteMemo write) => write.Run(Next, new MemoSubject.OfCode(code.Id), "Gränsen är svår.", "Bo", Stop)
            )
        );

        Assert.Contains(
            "någon har skrivit en anteckning",
            Assert.IsType<UndoStep.Outcome.Refused>(await Undo(database)).Message,
            StringComparison.Ordinal
        );
        var history = await database.Ask((ViewCodeHistory view) => view.Run(Next, null, 0, 10, Stop));
        Assert.StartsWith("tog över kodschemat", Assert.Single(history.Entries).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_codebook_that_is_begun_gets_only_what_it_lacks()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Carry(database);
        var last = (await Codes(database, Next))[^1];
        Assert.Contains(
            "inget att ta över",
            Assert.IsType<CarryCodebook.Outcome.Refused>(await Run(database)).Message,
            StringComparison.Ordinal
        );

        var group = Sample2023.Named<Code>("g-rus-lage");
        await Changed(
            database,
            (AddCode add) =>
                add.Run(
                    Sample2023.Round,
                    CodeKind.Leaf,
                    group,
                    new("Ny i fjol", "Något nytt.", "", ""),
                    null,
                    "Åsa",
                    Stop
                )
        );
        await Changed(
            database,
            (AddCode add) =>
                add.Run(Sample2023.Round, CodeKind.Leaf, group, new("Finns redan", "Då.", "", ""), null, "Åsa", Stop)
        );
        await Changed(
            database,
            (AddCode add) => add.Run(Next, CodeKind.Leaf, group, new("finns redan", "Nu.", "", ""), null, "Åsa", Stop)
        );
        var done = await Carry(database);

        Assert.Equal("Ny i fjol", Assert.Single(done.Codes).Code.Label);
        Assert.Equal(525, done.AlreadyThere);
        var left = Assert.Single(done.Left, one => one.Code.Label == "Finns redan");
        Assert.Contains("Det finns redan en annan kod som heter ”finns redan”", left.Why, StringComparison.Ordinal);
        var after = await Codes(database, Next);
        Assert.Equal(last.Id, after[^1].Id); // it stands last in its group, and that not last of all
        Assert.Equal("Ny i fjol", after.Last(code => code.ParentId == group).Label);
    }

    [Fact]
    public async Task A_round_without_one_before_it_has_nothing_to_carry_on()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(await database.Ask((CarryCodebook carry) => carry.Peek(Sample2023.Round, Stop)));
        Assert.IsType<CarryCodebook.Outcome.Refused>(
            await database.Ask((CarryCodebook carry) => carry.Run(Sample2023.Round, "Åsa", Stop))
        );
    }

    private static Task<CarryCodebook.Plan?> Peek(TestDatabase database) =>
        database.Ask((CarryCodebook carry) => carry.Peek(Next, Stop));

    private static Task<CarryCodebook.Outcome> Run(TestDatabase database) =>
        database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));

    private static async Task<CarryCodebook.Plan> Carry(TestDatabase database) =>
        Assert.IsType<CarryCodebook.Outcome.Done>(await Run(database)).Plan;

    private static Task<UndoStep.Outcome> Undo(TestDatabase database) =>
        database.Ask((UndoStep undo) => undo.Run(Next, "Åsa", Stop));

    private static async Task Changed<T>(TestDatabase database, Func<T, Task<CodebookOutcome>> change)
        where T : notnull => Assert.IsType<CodebookOutcome.Changed>(await database.Ask(change));

    private static Task<List<Code>> Codes(TestDatabase database, Key<Round> round) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.AsNoTracking()
                    .Where(code => code.RoundId == round)
                    .OrderBy(code => code.Order)
                    .ToListAsync(Stop)
        );
}
