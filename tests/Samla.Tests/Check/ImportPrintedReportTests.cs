using Samla.Analyse;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class ImportPrintedReportTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_claim_that_says_who_comes_in_with_its_place_and_its_regions(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var matrix = await Matrix(database);

        var read = Assert.IsType<ImportPrintedReport.Outcome.Read>(await database.ReadPrint(Sample2023.Round, 2022));

        var claims = await database.Printed();
        Assert.Equal(
            [
                (1, "1 Strategier", 1, "Dalarna, Halland"),
                (2, "1 Strategier", null, "alla"),
                (3, "1 Strategier", 2, "Gotland, Skåne, Örebro"),
                (4, "2 Vatten", (int?)3, "Kalmar, Kronoberg, Uppsala"),
            ],
            claims.Select(claim =>
                (
                    claim.Number,
                    claim.Section,
                    claim.Note,
                    claim.Regions == RegionSet.All
                        ? "alla"
                        : string.Join(", ", claim.Regions.InSwedishOrder.Select(region => region.Name))
                )
            )
        );
        Assert.Equal("Två regioner reviderar strategin under året.", claims[0].Words);
        Assert.All(claims, claim => Assert.Null(claim.CodeId));
        Assert.Equal(
            ("Flera regioner har planer på trädgårdar.", "Det finns ingen not som säger vilka det gäller."),
            Assert.Single(read.Result.Unread.Select(one => (one.Words, one.Why)))
        );
        Assert.Contains("fyra", Assert.Single(read.Result.Doubts), StringComparison.OrdinalIgnoreCase); // the list has three
        Assert.Equal(matrix, await Matrix(database)); // what is read from print is no coding
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task To_look_first_saves_nothing()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var seen = Assert.IsType<ImportPrintedReport.Outcome.Read>(
            await database.ReadPrint(Sample2023.Round, 2022, isDryRun: true)
        );
        Assert.Equal(4, seen.Result.Claims.Count);
        Assert.Empty(await database.Printed());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task All_of_it_is_one_step_and_a_year_is_read_once(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadPrint(Sample2023.Round, 2022);
        Assert.Contains(
            "Det finns redan en inläst rapport om 2022.",
            Refused(await database.ReadPrint(Sample2023.Round, 2022)),
            StringComparison.Ordinal
        );

        Assert.Equal(
            "läste in den tryckta rapporten om 2022 (påståenden: 4)",
            Assert.IsType<UndoStep.Outcome.Done>(await Undo(database)).Words
        );
        Assert.Empty(await database.Printed());
        await database.ReadPrint(Sample2023.Round, 2022);
        Assert.True(
            await database.Ask((RemovePrintedReport remove) => remove.Run(Sample2023.Round, 2022, "Åsa", Stop))
        );
        Assert.False(
            await database.Ask((RemovePrintedReport remove) => remove.Run(Sample2023.Round, 2022, "Åsa", Stop))
        );
        var fresh = Assert.IsType<ImportPrintedReport.Outcome.Read>(await database.ReadPrint(Sample2023.Round, 2022));
        Assert.IsType<UndoStep.Outcome.Done>(await Undo(database));
        // What was taken out comes back, and not beside another of the same year.
        Assert.IsType<UndoStep.Outcome.Done>(await Undo(database));
        Assert.Equal(4, (await database.Printed()).Count);
        Assert.DoesNotContain((await database.Printed())[0].Id, fresh.Result.Claims.Select(claim => claim.Id));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [InlineData("2023", 2024, PrintedSample.Report, "Det kan inte vara senare än omgångens, 2023.")]
    [InlineData("2023", 12, PrintedSample.Report, "Skriv året")]
    [InlineData("1999", 1998, PrintedSample.Report, "Omgången 1999 finns inte.")]
    [InlineData("2023", 2022, "Regionerna arbetar med vatten.", "inga påståenden")]
    [InlineData("2023", 2022, "", "tom")]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_saved(
        string round,
        int year,
        string text,
        string why
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Contains(
            why,
            Refused(await database.ReadPrint(Sample2023.Named<Round>(round), year, text: text)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Empty(await database.Printed());
    }

    private static string Refused(ImportPrintedReport.Outcome outcome) =>
        Assert.IsType<ImportPrintedReport.Outcome.Refused>(outcome).Message;

    private static Task<UndoStep.Outcome> Undo(TestDatabase database) =>
        database.Ask((UndoStep undo) => undo.Run(Sample2023.Round, "Åsa", Stop));

    private static async Task<List<(string, RegionSet)>> Matrix(TestDatabase database) =>
        [
            .. (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!.Select(row =>
                (row.Code.Id.Value, row.Standing.Says)
            ),
        ];
}
