using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Hands out a reporter's Word files: the template to fill in, and the report for reading, as it is being written, was submitted or was handed over.</summary>
internal static class WordDownload
{
    public const string TemplateRoute = "/redovisa/{round}/{reporter}/mall.docx";
    public const string ReportRoute = "/redovisa/{round}/{reporter}/redovisning.docx";
    public const string VersionRoute = "/redovisa/{round}/{reporter}/version-{number}.docx";
    public const string DeliveredRoute = "/redovisa/{round}/{reporter}/overlamnat/{delivery}";

    public static async Task<IResult> Template(
        Key<Round> round,
        Key<Reporter> reporter,
        WriteTemplate writeTemplate,
        CancellationToken cancellation
    ) => File(await writeTemplate.Run(round, reporter, cancellation), $"mall-{round}-{reporter}.docx");

    public static async Task<IResult> Report(
        Key<Round> round,
        Key<Reporter> reporter,
        ExportReport exportReport,
        CancellationToken cancellation
    ) => File(await exportReport.Run(round, reporter, cancellation), $"redovisning-{round}-{reporter}.docx");

    public static async Task<IResult> Version(
        Key<Round> round,
        Key<Reporter> reporter,
        int number,
        ExportReport exportReport,
        CancellationToken cancellation
    ) =>
        File(
            await exportReport.Run(round, reporter, number, cancellation),
            $"redovisning-{round}-{reporter}-version-{number}.docx"
        );

    public static async Task<IResult> Delivered(
        Key<Round> round,
        Key<Reporter> reporter,
        Id<Delivery> delivery,
        ReadDeliveredFile read,
        CancellationToken cancellation
    )
    {
        var file = await read.Run(round, reporter, delivery, cancellation);
        return File(file?.Content, file?.Name ?? "");
    }

    private static IResult File(byte[]? file, string name) =>
        file is null ? Results.NotFound() : Results.File(file, ExportReport.MediaType, name);
}
