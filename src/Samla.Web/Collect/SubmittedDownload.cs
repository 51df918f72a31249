using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Hands out what has been handed in: a reporter's as one file, or everybody's as an archive.</summary>
internal static class SubmittedDownload
{
    public const string FileRoute = "/arbete/{round}/insamling/{reporter}.{format}";
    public const string ArchiveRoute = "/arbete/{round}/insamling/alla.zip";

    public static async Task<IResult> File(
        Key<Round> round,
        Key<Reporter> reporter,
        string format,
        ExportSubmitted export,
        CancellationToken cancellation
    ) =>
        await export.Run(round, reporter, format, cancellation) is { } file
            ? Results.File(file.Content, TypeOf(format), file.Name)
            : Results.NotFound();

    public static async Task<IResult> Archive(
        Key<Round> round,
        ExportSubmitted export,
        CancellationToken cancellation
    ) =>
        await export.Run(round, cancellation) is { } file
            ? Results.File(file.Content, "application/zip", file.Name)
            : Results.NotFound();

    private static string TypeOf(string format) =>
        format switch
        {
            "docx" => ExportReport.MediaType,
            "xlsx" => WorkbookEndpoint.MediaType,
            _ => "application/json; charset=utf-8",
        };
}
