using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Check;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Tests.Testing;

/// <summary>A printed report, made up: what it says of strategies is the sample's codes in other words.</summary>
internal static class PrintedSample
{
    public const string Report = """
        # 1 Strategier

        Två regioner[^1] reviderar strategin under året. De gör det i etapper.

        Samtliga regioner genomför den strategi som gäller.

        Fyra regioner[^2] stärker strategins roll hos sina nämnder.

        Flera regioner har planer på trädgårdar.

        # 2 Vatten

        Tre regioner[^3] har inrättat ett råd för vatten.

        [^1]: Dalarna, Halland.

        [^2]: Gotland, Skåne, Örebro.

        [^3]: Kalmar, Kronoberg, Uppsala.
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<ImportPrintedReport.Outcome> ReadPrint(
        this TestDatabase database,
        Key<Round> round,
        int year,
        bool isDryRun = false,
        string text = Report
    ) =>
        database.Ask(
            (ImportPrintedReport import) =>
                import.Run(round, year, "tryckt.md", Encoding.UTF8.GetBytes(text), isDryRun, "Åsa", Stop)
        );

    public static Task<List<PrintedClaim>> Printed(this TestDatabase database) =>
        database.Ask(
            (SamlaDb db) =>
                db
                    .PrintedClaims.AsNoTracking()
                    .OrderBy(claim => claim.Year)
                    .ThenBy(claim => claim.Number)
                    .ToListAsync(Stop)
        );
}
