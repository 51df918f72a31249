using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Exchange;
using Samla.Data;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Exchange;

public sealed class ImportCodebookTests(Databases databases)
{
    /// <summary>What only that code is called.</summary>
    private const string Revises = "Reviderar strategin";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_rounds_own_codebook_changes_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var imported = await Import(database, await Own(database));
        Assert.True(imported.IsNothing);
        Assert.Empty(imported.Unplaced);
        Assert.Equal((await Codes(database)).Count, imported.AlreadyThere);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task New_codes_come_last_in_their_group_and_go_again_in_one_step(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Tree(database);
        var codebook = Within(
            await Own(database),
            code => code.Children.Any(below => below.Name == Revises),
            New(1, "Åtgärder på ön", "När det gäller öar.", isCodable: true),
            New(2, "Kusten", null, isCodable: false, New(3, "Hamnar", null, isCodable: true))
        );

        var dry = await Import(database, codebook, isDryRun: true);
        Assert.Equal((3, before), (dry.NewCodes, await Tree(database)));
        var imported = await Import(database, codebook);
        Assert.Equal(["Åtgärder på ön", "Kusten", "Hamnar"], imported.Codes.Select(code => code.Label));
        Assert.Empty(imported.Unplaced);

        var codes = await Codes(database);
        var group = codes.Single(code => code.Id.Value == "g-rus-lage");
        var island = codes.Single(code => code.Label == "Åtgärder på ön");
        var harbours = codes.Single(code => code.Label == "Hamnar");
        Assert.Equal(
            (group.Id, CodeKind.Leaf, "När det gäller öar.", Sample2023.Strategy),
            (island.ParentId, island.Kind, island.Definition, island.RequirementId)
        );
        Assert.Equal(Sample2023.Strategy, harbours.RequirementId);
        Assert.Equal(
            [island.Id, harbours.ParentId!],
            codes
                .Where(code => code.ParentId == group.Id)
                .OrderBy(code => code.Order)
                .Select(code => code.Id)
                .TakeLast(2)
        );
        Assert.Equal(Enumerable.Range(0, codes.Count), codes.Select(code => code.Order).Order());

        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Cilla", Stop))
        );
        Assert.Equal(before, await Tree(database));
        Assert.IsType<UndoStep.Outcome.Done>(
            await database.Ask((UndoStep undo) => undo.Redo(Sample2023.Round, "Cilla", Stop))
        );
        Assert.Equal(codes.Count, (await Codes(database)).Count);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Words_of_codes_that_are_there_are_not_written_over()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var before = await Tree(database);
        var imported = await Import(
            database,
            Change(
                await Own(database),
                code => code.Name == Revises,
                code => code with { Description = "Något annat." }
            )
        );
        Assert.True(imported.IsNothing);
        Assert.Contains("har andra ord i filen", Assert.Single(imported.Unplaced), StringComparison.Ordinal);
        Assert.Equal(before, await Tree(database));
    }

    [Fact]
    public async Task Names_find_codes_whose_ids_another_program_has_changed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var imported = await Import(database, Renumbered(await Own(database)));
        Assert.True(imported.IsNothing, string.Join('\n', imported.Codes.Select(code => code.Label)));
    }

    [Fact]
    public async Task A_code_without_a_place_is_told_and_not_guessed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var below = Within(
            await Own(database),
            code => code.Name == Revises,
            New(1, "Under en kod", null, isCodable: false, New(2, "Längre ned", null, isCodable: true))
        );
        var imported = await Import(database, [.. below, New(3, "Lös", null, isCodable: true)]);
        Assert.True(imported.IsNothing);
        Assert.Collection(
            imported.Unplaced,
            told => Assert.Contains("som i Samla är en kod och inte en grupp", told, StringComparison.Ordinal),
            told => Assert.Equal("Det som står under ”Under en kod” är inte heller inläst.", told),
            told => Assert.Contains("Samla vet inte vilket krav koden gäller", told, StringComparison.Ordinal)
        );
    }

    private static ExchangeCode New(int id, string name, string? words, bool isCodable, params ExchangeCode[] below) =>
        new(new Guid(id, 7, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1), name, words, null, isCodable, below);

    private static IReadOnlyList<ExchangeCode> Within(
        IReadOnlyList<ExchangeCode> codes,
        Predicate<ExchangeCode> which,
        params ExchangeCode[] added
    ) => Change(codes, which, code => code with { Children = [.. code.Children, .. added] });

    private static IReadOnlyList<ExchangeCode> Change(
        IReadOnlyList<ExchangeCode> codes,
        Predicate<ExchangeCode> which,
        Func<ExchangeCode, ExchangeCode> change
    ) =>
        [
            .. codes
                .Select(code => code with { Children = Change(code.Children, which, change) })
                .Select(code => which(code) ? change(code) : code),
        ];

    private static IReadOnlyList<ExchangeCode> Renumbered(IReadOnlyList<ExchangeCode> codes) =>
        [.. codes.Select(code => code with { Id = Guid.NewGuid(), Children = Renumbered(code.Children) })];

    private static async Task<IReadOnlyList<ExchangeCode>> Own(TestDatabase database) =>
        (await database.Ask((ExportProject export) => export.Run(Sample2023.Round, Stop)))!.Codes;

    private static async Task<ExchangeImport.Imported> Import(
        TestDatabase database,
        IReadOnlyList<ExchangeCode> codes,
        bool isDryRun = false
    ) =>
        Assert.IsType<ExchangeImport.Imported>(
            await database.Ask((ImportCodebook import) => import.Run(Sample2023.Round, codes, isDryRun, "Cilla", Stop))
        );

    private static Task<List<Code>> Codes(TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .Codes.AsNoTracking()
                    .Where(code => code.RoundId == Sample2023.Round)
                    .OrderBy(code => code.Order)
                    .ToListAsync(Stop)
        );

    private static async Task<string> Tree(TestDatabase database) =>
        string.Join(
            '\n',
            (await Codes(database)).Select(code =>
                $"{code.Order} {code.ParentId} {code.Id} {code.Label} {code.Definition}"
            )
        );
}
