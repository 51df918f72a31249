using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>A register as a file: out, in as a preview, and in for good. The preview carries the file along, so that nothing of it is kept here.</summary>
internal static class WorkbookEndpoint
{
    public const string Route = "/redovisa/{round}/{reporter}/insatser.xlsx";
    public const string UploadRoute = "/redovisa/{round}/{reporter}/insatser/las-in";

    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A file and a preview's file in text, with some room; all of it is held in memory and none on disk.</summary>
    private const int MostBytes = 3 * WorkbookFile.MostBytes;

    public static async Task<IResult> Get(
        Key<Round> round,
        Key<Reporter> reporter,
        WriteInterventions write,
        CancellationToken cancellation
    )
    {
        using var output = new MemoryStream();
        return await write.Run(round, reporter, output, cancellation)
            ? Results.File(output.ToArray(), MediaType, $"insatser-{round}-{reporter}.xlsx")
            : Results.NotFound();
    }

    public static async Task<IResult> Post(
        Key<Round> round,
        Key<Reporter> reporter,
        HttpContext http,
        IAntiforgery antiforgery,
        PreviewWorkbook preview,
        ImportWorkbook import,
        CancellationToken cancellation
    )
    {
        if (await FormInMemory.Read(http, MostBytes, cancellation) is not { } form)
        {
            return Page(round, reporter, $"Filen är större än {WorkbookFile.MostBytes / 1_000_000} MB.");
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Page(round, reporter, "Sidan har varit öppen för länge. Välj filen och läs in den igen.");
        }

        if (form.Files["fil"] is { Length: > 0 } sent)
        {
            var content = await FormInMemory.BytesOf(sent, cancellation);
            return Page(round, reporter, content, await preview.Run(round, reporter, content, cancellation));
        }

        return FormInMemory.BytesOf(form["innehall"]) is { } kept
            ? Answer(
                round,
                reporter,
                kept,
                await import.Run(
                    round,
                    reporter,
                    kept,
                    form["sedd"].ToString(),
                    KeysOf(form),
                    http.SignedIn.Actor,
                    cancellation
                )
            )
            : Page(round, reporter, "Välj en fil först.");
    }

    private static List<Key<Intervention>> KeysOf(IFormCollection form) =>
        [
            .. form["ta-bort"]
                .Select(text => Key<Intervention>.TryParse(text, provider: null, out var key) ? key : null)
                .OfType<Key<Intervention>>(),
        ];

    private static IResult Answer(
        Key<Round> round,
        Key<Reporter> reporter,
        byte[] content,
        ImportWorkbook.Outcome outcome
    ) =>
        outcome switch
        {
            ImportWorkbook.Outcome.Imported(var added, var changed, var removed) => Results.Redirect(
                $"{InterventionAddress.RegisterOf(round, reporter)}?inlasta={added}.{changed}.{removed}"
            ),
            ImportWorkbook.Outcome.Other(var plan, var message) => Page(round, reporter, message, plan, content),
            ImportWorkbook.Outcome.Refused(var message) => Page(round, reporter, message),
            _ => throw new UnreachableException(),
        };

    private static RazorComponentResult<WorkbookPage> Page(
        Key<Round> round,
        Key<Reporter> reporter,
        byte[] content,
        PreviewWorkbook.Outcome outcome
    ) =>
        outcome switch
        {
            PreviewWorkbook.Outcome.Compared(var plan) => Page(round, reporter, null, plan, content),
            PreviewWorkbook.Outcome.Refused(var message) => Page(round, reporter, message),
            _ => throw new UnreachableException(),
        };

    private static RazorComponentResult<WorkbookPage> Page(
        Key<Round> round,
        Key<Reporter> reporter,
        string? refusal,
        WorkbookPlan? plan = null,
        byte[]? content = null
    ) =>
        new(
            new Dictionary<string, object?>
            {
                [nameof(WorkbookPage.RoundKey)] = round.Value,
                [nameof(WorkbookPage.ReporterKey)] = reporter.Value,
                [nameof(WorkbookPage.Refusal)] = refusal,
                [nameof(WorkbookPage.Plan)] = plan,
                [nameof(WorkbookPage.Content)] =
                    plan is { Faults.Count: 0 } && content is not null ? Convert.ToBase64String(content) : null,
            }
        )
        {
            StatusCode =
                refusal is null && plan is { Faults.Count: 0 }
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status422UnprocessableEntity,
        };
}
