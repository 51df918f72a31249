using Samla.Check;
using Samla.Publish;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

/// <summary>The sample edition beside the printed report, which is no part of the repository; see <see cref="Shared"/>.</summary>
public sealed class CompareWithPrintTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static List<PrintedEntry> Facts => [.. Sample2023.Files.Facts.Values.Select(fact => fact.AsPrintedEntry())];

    [Fact]
    public async Task Every_difference_from_print_has_its_reason()
    {
        var file = Shared.Folder("seeds")?.GetFiles("000_*.txt").FirstOrDefault();
        Assert.SkipWhen(file is null, "The published reports (a folder shared/seeds) are not on this machine.");
        var print = Assert
            .IsType<CheckReport.Outcome.Checked>(
                new CheckReport().Run(file.Name, await File.ReadAllBytesAsync(file.FullName, Stop), Stop)
            )
            .Report;
        await using var database = await databases.WithSample(Engine.Sqlite);

        var result = await database.Ask(
            (CompareWithPrint compare) => compare.Run(Sample2023.Round, Facts, isSource: true, print, Stop)
        );

        Assert.Equal(Sample2023.Files.Facts.Count, result!.Rows.Count);
        Assert.All(
            result.Rows,
            row =>
                Assert.True(
                    row.Verdict == CompareWithPrint.Verdict.Same ? row.Reason.Length == 0 : row.Reason.Length > 0,
                    row.ToString()
                )
        );
        // No region is in a list of ours without a note on why print has it otherwise.
        Assert.DoesNotContain(
            result.Rows,
            row => row.Reason.StartsWith("Kodningen är ändrad", StringComparison.Ordinal)
        );
        Assert.True(
            result.Rows.Count(row =>
                row.Verdict is CompareWithPrint.Verdict.Same or CompareWithPrint.Verdict.OtherWords
            ) > 300
        );
        // Laid beside a print that it was not made of, what both name is counted, and nothing is said of where the facts came from.
        var beside = await database.Ask(
            (CompareWithPrint compare) => compare.Run(Sample2023.Round, Facts, isSource: false, print, Stop)
        );
        Assert.InRange(beside!.FoundByUs, 1_000, beside.NamedInPrint);
        Assert.InRange(beside.ListedInPrint, 1_000, beside.SaidWhereListed);
        Assert.All(
            beside.Rows.Where(row => row.Verdict == CompareWithPrint.Verdict.OtherRegions),
            row => Assert.StartsWith("Bara ", row.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_round_without_an_edition_is_compared_with_nothing()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        Assert.Null(
            await database.Ask(
                (CompareWithPrint compare) =>
                    compare.Run(
                        Sample2023.Round,
                        Facts,
                        isSource: true,
                        Testing.Sample.Report(Testing.Sample.WaterReport),
                        Stop
                    )
            )
        );
    }
}
