using System.Diagnostics;
using System.Text;
using Samla.Collect;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Hands out a reporter's report as a PDF; where none can be made it says why.</summary>
internal static class PdfDownload
{
    public const string ReportRoute = "/redovisa/{round}/{reporter}/redovisning.pdf";
    public const string VersionRoute = "/redovisa/{round}/{reporter}/version-{number}.pdf";

    public static async Task<IResult> Report(
        Key<Round> round,
        Key<Reporter> reporter,
        ExportReport exportReport,
        MakePdf makePdf,
        CancellationToken cancellation
    ) =>
        await File(
            await exportReport.Run(round, reporter, cancellation),
            $"redovisning-{round}-{reporter}.pdf",
            makePdf,
            cancellation
        );

    public static async Task<IResult> Version(
        Key<Round> round,
        Key<Reporter> reporter,
        int number,
        ExportReport exportReport,
        MakePdf makePdf,
        CancellationToken cancellation
    ) =>
        await File(
            await exportReport.Run(round, reporter, number, cancellation),
            $"redovisning-{round}-{reporter}-version-{number}.pdf",
            makePdf,
            cancellation
        );

    private static async Task<IResult> File(
        byte[]? word,
        string name,
        MakePdf makePdf,
        CancellationToken cancellation
    ) =>
        word is null
            ? Results.NotFound()
            : await makePdf.Run(word, cancellation) switch
            {
                MakePdf.Outcome.Made(var pdf) => Results.File(pdf, MakePdf.MediaType, name),
                MakePdf.Outcome.NotMade(var why) => Results.Text(
                    why,
                    contentEncoding: Encoding.UTF8,
                    statusCode: StatusCodes.Status503ServiceUnavailable
                ),
                _ => throw new UnreachableException(),
            };
}
