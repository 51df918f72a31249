using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Publish.FactChecks;

namespace Samla.Web.Publish;

/// <summary>Hands out what a reporter is asked to check as a Word file.</summary>
internal static class FactCheckDownload
{
    public const string Route = "/faktagranska/{round}/{reporter}/faktagranskning.docx";

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Reporter> reporter,
        ExportFactCheck export,
        CancellationToken cancellation
    ) =>
        await export.Run(round, reporter, cancellation) is { } file
            ? Results.File(file, ExportReport.MediaType, $"faktagranskning-{round}-{reporter}.docx")
            : Results.NotFound();
}
