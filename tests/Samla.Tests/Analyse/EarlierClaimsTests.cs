using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Check;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class EarlierClaimsTests(Databases databases)
{
    private static readonly Key<Round> Next = Sample2023.Named<Round>("2024");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_proposed_the_code_that_says_the_same_and_tied_by_nobody_but_a_person()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadPrint(Sample2023.Round, 2022);

        var view = (await View(database, PrintedChoice.Open))!;

        Assert.Equal(4, view.Claims.Count);
        Assert.Equal(Sample2023.Revises, view.Claims[0].Proposed[0].Code.Id);
        Assert.Equal("rus-starker-rollen", view.Claims[2].Proposed[0].Code.Id.Value);
        Assert.All(view.Claims, one => Assert.Null(one.Code));
        Assert.Empty(await Earlier(database, Sample2023.Round, Sample2023.Revises));
        Assert.Equal(view.Codes.Count, view.Codes.Select(one => one.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_is_tied_stands_beside_this_years_number_with_who_came_and_who_went(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        var now = await Standing(database, Sample2023.Revises);
        await Tie(database, 0, Sample2023.Revises);

        var then = Assert.Single(await Earlier(database, Sample2023.Round, Sample2023.Revises));

        Assert.True(then.IsPrinted);
        Assert.Equal(
            (2022, Comparability.Comparable, Sample.Set("Dalarna, Halland")),
            (then.Year, then.Comparability, then.Standing.Says)
        );
        var (came, went, unknown) = then.Standing.ShiftTo(now);
        Assert.Equal((now.Says - then.Standing.Says, then.Standing.Says & now.Silent), (came, went));
        Assert.Empty(unknown);
        Assert.Equal(now.Says, await Says(database, Sample2023.Revises)); // never among the codings
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.Null(await database.Ask((FindNewSteps find) => find.Run(Sample2023.Round, source.Id, 0, "Bo", Stop))); // and no news to who codes
        var matrix = await database.Ask((ViewMatrix view) => view.Run(Sample2023.Round, "rus", Stop));
        Assert.Equal(1, Assert.Single(matrix!.Printed[Sample2023.Revises]).Number);

        await Undo(database);
        Assert.Empty(await Earlier(database, Sample2023.Round, Sample2023.Revises));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_next_round_is_compared_with_what_was_counted_and_with_what_was_tied_before(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        var same = await LeafOf(database, "boende-resultat");
        await Tie(database, 3, same);
        await database.Ask((CarryCodebook carry) => carry.Run(Next, "Åsa", Stop));

        var all = (await database.Ask((ReadEarlierClaims read) => read.Run(Next, Stop)))!;

        Assert.Equal([(2023, false), (2022, true)], all[same].Select(one => (one.Year, one.IsPrinted)));
        Assert.All(all[same], one => Assert.Equal(Comparability.Comparable, one.Comparability));
        Assert.Equal(await Says(database, same), all[same].First().Standing.Says);
        Assert.Equal(all[same].Select(Key), (await Earlier(database, Next, same)).Select(Key));
        var other = Assert.Single(all[Sample2023.Revises]);
        Assert.Equal(Comparability.QuestionChanged, other.Comparability); // one question has become three
        Assert.NotEmpty(other.Note);
        Assert.Null(await database.Ask((ReadEarlierClaims read) => read.Run(Sample2023.Named<Round>("1999"), Stop)));

        static (int, bool, Standing, int) Key(EarlierClaim one) => (one.Year, one.IsPrinted, one.Standing, one.Version);
    }

    [Fact]
    public async Task A_number_that_was_tied_to_what_the_code_meant_before_is_not_comparable()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadPrint(Sample2023.Round, 2022);
        await Tie(database, 0, Sample2023.Revises);
        var seen = await database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.AsNoTracking()
                    .SingleAsync(code => code.RoundId == Sample2023.Round && code.Id == Sample2023.Revises, Stop)
        );
        var words = CodeWords.Of(seen);
        await database.Ask(
            (EditCode edit) =>
                edit.Run(
                    Sample2023.Round,
                    Sample2023.Revises,
                    words with
                    {
                        Definition = "Något annat.",
                    },
                    words,
                    "Åsa",
                    Stop
                )
        );
        Assert.Equal(
            Comparability.CodeChanged,
            Assert.Single(await Earlier(database, Sample2023.Round, Sample2023.Revises)).Comparability
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_tied_to_a_merged_code_follows_it_and_is_not_comparable(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        await Tie(database, 0, Sample2023.Revises);
        var into = Sample2023.Named<Code>("rus-genomfor");
        Assert.IsType<CodebookOutcome.Changed>(
            await database.Ask((MergeCodes merge) => merge.Run(Sample2023.Round, Sample2023.Revises, into, "Åsa", Stop))
        );
        var then = Assert.Single(await Earlier(database, Sample2023.Round, into));
        Assert.Equal((Comparability.CodeChanged, 2), (then.Comparability, then.Standing.Says.Count));
        await Undo(database);
        Assert.Empty(await Earlier(database, Sample2023.Round, into));
        Assert.Single(await Earlier(database, Sample2023.Round, Sample2023.Revises));
    }

    [Fact]
    public async Task A_claim_is_set_aside_and_taken_back_and_tied_only_to_what_counts_the_same()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadPrint(Sample2023.Round, 2022);
        var water = (await database.Printed())[3].Id;
        Assert.IsType<TiePrintedClaim.Outcome.Said>(
            await database.Ask((TiePrintedClaim tie) => tie.SetAside(water, "Åsa", Stop))
        );
        var report = Assert.Single(await database.Ask((ListPrintedReports list) => list.Run(Sample2023.Round, Stop)));
        Assert.Equal((2022, 4, 0, 1, 3), (report.Year, report.Claims, report.Tied, report.SetAside, report.Open));
        Assert.Equal(3, (await View(database, PrintedChoice.Open))!.Claims.Count);
        Assert.Equal(4, Assert.Single((await View(database, PrintedChoice.Said))!.Claims).Claim.Number);
        await database.Ask((TiePrintedClaim tie) => tie.Untie(water, "Åsa", Stop));
        Assert.Equal(4, (await View(database, PrintedChoice.Open))!.Claims.Count);

        foreach (
            var (code, why) in new[]
            {
                ("finns-inte", "Koden finns inte."),
                ("g-rus-lage", "Koden finns inte."),
                ((await LeafOf(database, "anslag-lst-rus")).Value, "gäller andra än dem"),
            }
        )
        {
            var outcome = await database.Ask(
                (TiePrintedClaim tie) => tie.Run(water, Sample2023.Named<Code>(code), "Åsa", Stop)
            );
            Assert.Contains(
                why,
                Assert.IsType<TiePrintedClaim.Outcome.Refused>(outcome).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_code_that_a_claim_is_tied_to_cannot_be_undone_away()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var group = Sample2023.Named<Code>("g-rus-lage");
        var added = Assert
            .IsType<CodebookOutcome.Changed>(
                await database.Ask(
                    (AddCode add) =>
                        add.Run(Sample2023.Round, CodeKind.Leaf, group, new("Ny", "Ny.", "", ""), null, "Åsa", Stop)
                )
            )
            .Code;
        await database.Ask(
            (ImportPrintedReport import) =>
                import.Run(
                    Sample2023.Round,
                    2022,
                    "tryckt.md",
                    System.Text.Encoding.UTF8.GetBytes(PrintedSample.Report),
                    isDryRun: false,
                    "Bo",
                    Stop
                )
        );
        var claim = (await database.Printed())[0].Id;
        await database.Ask((TiePrintedClaim tie) => tie.Run(claim, added, "Bo", Stop));
        Assert.Contains(
            "används",
            Assert
                .IsType<UndoStep.Outcome.Refused>(
                    await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop))
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    private static async Task Tie(TestDatabase database, int index, Key<Code> code)
    {
        var claim = (await database.Printed())[index].Id;
        Assert.IsType<TiePrintedClaim.Outcome.Said>(
            await database.Ask((TiePrintedClaim tie) => tie.Run(claim, code, "Åsa", Stop))
        );
    }

    private static async Task Undo(TestDatabase database) =>
        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop))
        );

    private static Task<ViewPrintedClaims.Result?> View(TestDatabase database, PrintedChoice choice) =>
        database.Ask((ViewPrintedClaims view) => view.Run(Sample2023.Round, 2022, choice, 1, Stop));

    private static Task<IReadOnlyList<EarlierClaim>> Earlier(TestDatabase database, Key<Round> round, Key<Code> code) =>
        database.Ask((ReadEarlierClaims read) => read.Run(round, code, Stop));

    private static async Task<Standing> Standing(TestDatabase database, Key<Code> code) =>
        (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!
            .Single(row => row.Code.Id == code)
            .Standing;

    private static async Task<RegionSet> Says(TestDatabase database, Key<Code> code) =>
        (await Standing(database, code)).Says;

    private static Task<Key<Code>> LeafOf(TestDatabase database, string requirement) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.Where(code =>
                        code.RoundId == Sample2023.Round
                        && code.Kind == CodeKind.Leaf
                        && code.RequirementId == Sample2023.Named<Requirement>(requirement)
                        && code.Withheld == null
                    )
                    .OrderBy(code => code.Order)
                    .Select(code => code.Id)
                    .FirstAsync(Stop)
        );
}
