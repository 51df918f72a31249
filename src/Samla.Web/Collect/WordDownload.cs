using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Hands out a reporter's Word files: the template to fill in, and the report for reading.</summary>
internal static class WordDownload
{
    public const string TemplateRoute = "/redovisa/{round}/{reporter}/mall.docx";
    public const string ReportRoute = "/redovisa/{round}/{reporter}/redovisning.docx";

    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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

    private static IResult File(byte[]? file, string name) =>
        file is null ? Results.NotFound() : Results.File(file, Type, name);
}
