using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Analyse;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;
using Samla.Web.Analyse;
using Samla.Web.Collect;

namespace Samla.Web.Check;

/// <summary>A printed report in as a preview, and in for good. The preview carries the file along, so that nothing of it is kept here.</summary>
internal static class PrintedEndpoint
{
    public const string Route = "/arbete/{round}/tryckt/las-in";
    public const int MostMegabytes = CheckReport.MaxBytes / 1024 / 1024;

    public static string UploadOf(Key<Round> round) => $"{PrintedAddress.Of(round)}/las-in";

    /// <summary>Who comes back to the address of a form comes to its page.</summary>
    public static IResult ToPage(Key<Round> round) => Results.Redirect(PrintedAddress.Of(round));

    public static async Task<IResult> Post(
        Key<Round> round,
        HttpContext http,
        IAntiforgery antiforgery,
        ImportPrintedReport import,
        UndoStep undo,
        CancellationToken cancellation
    )
    {
        if (await FormInMemory.Read(http, 2 * CheckReport.MaxBytes, cancellation) is not { } form)
        {
            return Refusal(round, null, $"Filen är större än {MostMegabytes} MB. Spara rapporten som ren text.");
        }

        var word = form["ar"].ToString();
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refusal(round, word, "Sidan har varit öppen för länge. Välj filen och läs in den igen.");
        }

        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return Refusal(round, word, "Skriv året som rapporten handlar om, med fyra siffror.");
        }

        var sent = form.Files["fil"] is { Length: > 0 } file ? file : null;
        if (
            (sent is null ? FormInMemory.BytesOf(form["innehall"]) : await FormInMemory.BytesOf(sent, cancellation))
            is not { } bytes
        )
        {
            return Refusal(round, word, "Välj en fil först.");
        }

        var name = sent is null ? form["namn"].ToString() : Path.GetFileName(sent.FileName);
        var actor = http.SignedIn.Actor;
        switch (await import.Run(round, year, name, bytes, isDryRun: sent is not null, actor, cancellation))
        {
            case ImportPrintedReport.Outcome.Read(var result) when sent is not null:
                return Page(round, word, null, result, Convert.ToBase64String(bytes));
            case ImportPrintedReport.Outcome.Read:
                var step = (await undo.Peek(round, actor, cancellation)).Undo;
                return Results.Redirect($"{PrintedAddress.Of(round)}?steg={step?.Number}#besked");
            case ImportPrintedReport.Outcome.Refused(var message):
                return Refusal(round, word, message);
            default:
                throw new NotSupportedException();
        }
    }

    private static RazorComponentResult<PrintedPage> Refusal(Key<Round> round, string? year, string message) =>
        Page(round, year, message, null, null);

    private static RazorComponentResult<PrintedPage> Page(
        Key<Round> round,
        string? year,
        string? refusal,
        ImportPrintedReport.Result? preview,
        string? content
    ) =>
        new(
            new Dictionary<string, object?>
            {
                [nameof(PrintedPage.RoundId)] = round.Value,
                [nameof(PrintedPage.SentYear)] = year,
                [nameof(PrintedPage.FileRefusal)] = refusal,
                [nameof(PrintedPage.Preview)] = preview,
                [nameof(PrintedPage.Content)] = content,
            }
        )
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
