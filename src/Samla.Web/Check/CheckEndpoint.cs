using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Analyse.Documents;
using Samla.Check;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>
/// Answers the form on the checking page: with the page, or with the findings as a file. One endpoint for both, so that a
/// download needs nothing that was stored.
/// </summary>
internal static class CheckEndpoint
{
    public static async Task<IResult> Post(
        HttpContext http,
        CheckReport checkReport,
        AnnotateReport annotate,
        IAntiforgery antiforgery,
        CancellationToken cancellation
    )
    {
        if (await Upload.Read(http.Request, cancellation) is not { } upload)
        {
            return Page(Refusal.BrokenForm);
        }

        http.Features.Set<IFormFeature>(new FormFeature(upload.Fields));
        if (RefusalOf(upload) is { } refusal)
        {
            return Page(refusal);
        }

        return await antiforgery.IsRequestValidAsync(http)
            ? Answer(upload, checkReport.Run(upload.FileName, upload.Content, cancellation), annotate)
            : Page(Refusal.OldForm);
    }

    public static IResult Page(Refusal refusal) =>
        new RazorComponentResult<CheckPage>(new { Refusal = refusal }) { StatusCode = refusal.Status };

    private static Refusal? RefusalOf(Upload upload) =>
        upload switch
        {
            { IsTooLarge: true } => Refusal.TooLarge,
            { FileName: "" } => Refusal.NoFile,
            { Content.IsEmpty: true } => Refusal.Empty,
            _ => null,
        };

    private static IResult Answer(Upload upload, CheckReport.Outcome outcome, AnnotateReport annotate) =>
        outcome switch
        {
            CheckReport.Outcome.Unreadable(var message) => Page(Refusal.Unreadable(message)),
            CheckReport.Outcome.Checked(var report, var findings) => Answer(upload, report, findings, annotate),
            _ => throw new UnreachableException(),
        };

    private static IResult Answer(
        Upload upload,
        PublishedReport report,
        IReadOnlyList<Finding> findings,
        AnnotateReport annotate
    ) =>
        upload.Output switch
        {
            "json" => Download(upload, ".json", "application/json", o => CheckJson.Write(o, report, findings)),
            "csv" => Download(upload, ".csv", "text/csv; charset=utf-8", o => CheckCsv.Write(o, report, findings)),
            "docx" => annotate.Run(upload.Content, report, findings, CancellationToken.None) switch
            {
                AnnotateReport.Outcome.Annotated(var file) => Results.File(
                    file,
                    DocumentText.Word,
                    NameOf(upload, ".docx")
                ),
                AnnotateReport.Outcome.Refused(var message) => Page(Refusal.Unreadable(message)),
                _ => throw new UnreachableException(),
            },
            _ => new RazorComponentResult<CheckPage>(new { Result = CheckResult.Of(report, findings) }),
        };

    private static IResult Download(Upload upload, string extension, string type, Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Results.File(output.ToArray(), type, NameOf(upload, extension));
    }

    private static string NameOf(Upload upload, string extension) =>
        Path.GetFileNameWithoutExtension(upload.FileName) + "-granskning" + extension;
}
