using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Analyse;
using Samla.Analyse.Exchange;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;
using Samla.Web.Collect;

namespace Samla.Web.Analyse;

/// <summary>A round's coding as files: out, in as a preview, and in for good. The preview carries along what was read, so that nothing of it is kept here.</summary>
internal static class ExchangeEndpoint
{
    public const string DownloadRoute = "/arbete/{round}/utbyte/{name}.{format}";
    public const string UploadRoute = "/arbete/{round}/utbyte/las-in";

    /// <summary>Less than the command line reads: here the whole of it is held in memory.</summary>
    public const int MostMegabytes = 25;

    private const int MostBytes = MostMegabytes * 1024 * 1024;

    public static string PageOf(Key<Round> round) => $"/arbete/{round}/utbyte";

    public static string UploadOf(Key<Round> round) => $"{PageOf(round)}/las-in";

    /// <summary>Who comes back to the address of a form comes to its page.</summary>
    public static IResult ToPage(Key<Round> round) => Results.Redirect(PageOf(round));

    public static async Task<IResult> Get(
        Key<Round> round,
        string name,
        string format,
        ExportProject exportProject,
        ListCodings listCodings,
        CancellationToken cancellation
    )
    {
        using var output = new MemoryStream();
        var type = (name, format) switch
        {
            ("projekt", "qdpx") => await Write(output, round, exportProject, isCodebook: false, cancellation),
            ("kodschema", "qdc") => await Write(output, round, exportProject, isCodebook: true, cancellation),
            ("kodningar", "csv" or "xlsx") => await Write(output, round, listCodings, format, cancellation),
            _ => null,
        };
        return type is null
            ? Results.NotFound()
            : Results.File(output.ToArray(), type, $"{(name == "projekt" ? "samla" : name)}-{round}.{format}");
    }

    public static async Task<IResult> Post(
        Key<Round> round,
        HttpContext http,
        IAntiforgery antiforgery,
        ImportExchange import,
        UndoStep undo,
        CancellationToken cancellation
    )
    {
        if (await FormInMemory.Read(http, 2 * MostBytes, cancellation) is not { } form)
        {
            return Refusal(round, TooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refusal(round, "Sidan har varit öppen för länge. Välj filen och läs in den igen.");
        }

        if (form.Files["fil"] is { Length: > 0 } sent)
        {
            return sent.Length > MostBytes
                ? Refusal(round, TooLarge)
                : await Preview(round, sent, import, http.SignedIn.Actor, cancellation);
        }

        return FormInMemory.BytesOf(form["innehall"]) is { } kept
            ? await Import(round, form["namn"].ToString(), kept, import, undo, http.SignedIn.Actor, cancellation)
            : Refusal(round, "Välj en fil först.");
    }

    private static string TooLarge =>
        $"Filen är större än {MostMegabytes} MB. Ta bort ljud, bild och film ur projektet och exportera det på nytt; de läses ändå inte in. Större filer läses in med kommandot samla import refi-qda.";

    private static async Task<string?> Write(
        MemoryStream output,
        Key<Round> round,
        ExportProject export,
        bool isCodebook,
        CancellationToken cancellation
    )
    {
        var project = await export.Run(round, cancellation);
        switch (project, isCodebook)
        {
            case (null, _) or ({ Codes: [] }, true):
                return null;
            case (_, true):
                QdcWriter.Write(output, project.Codes);
                return "application/xml";
            default:
                QdpxWriter.Write(output, project);
                return "application/zip";
        }
    }

    private static async Task<string?> Write(
        MemoryStream output,
        Key<Round> round,
        ListCodings list,
        string format,
        CancellationToken cancellation
    )
    {
        if (await list.Run(round, cancellation) is not { } codings)
        {
            return null;
        }

        if (format == "csv")
        {
            await CodingsTable.WriteCsv(output, codings, cancellation);
            return "text/csv; charset=utf-8";
        }

        await CodingsTable.WriteXlsx(output, codings, cancellation);
        return WorkbookEndpoint.MediaType;
    }

    private static async Task<IResult> Preview(
        Key<Round> round,
        IFormFile sent,
        ImportExchange import,
        string actor,
        CancellationToken cancellation
    )
    {
        var name = Path.GetFileName(sent.FileName);
        switch (ExchangeFile.Read(name, await FormInMemory.BytesOf(sent, cancellation)))
        {
            case ExchangeOutcome<ExchangeFile>.Refused(var message):
                return Refusal(round, message);
            case ExchangeOutcome<ExchangeFile>.Read read:
                return await import.Run(round, name, read, isDryRun: true, actor, cancellation) switch
                {
                    ImportExchange.Outcome.Done(var result) => Page(round, null, result, Kept(read.Content)),
                    ImportExchange.Outcome.Refused(var message) => Refusal(round, message),
                    _ => throw new NotSupportedException(),
                };
            default:
                throw new NotSupportedException();
        }
    }

    /// <summary>Sound and pictures do not travel with the page, and what comes back is read as carefully as any file.</summary>
    private static string Kept(ExchangeFile file)
    {
        using var output = new MemoryStream();
        file.Write(output);
        return Convert.ToBase64String(output.GetBuffer(), 0, (int)output.Length);
    }

    private static async Task<IResult> Import(
        Key<Round> round,
        string name,
        byte[] kept,
        ImportExchange import,
        UndoStep undo,
        string actor,
        CancellationToken cancellation
    )
    {
        if (ExchangeFile.Read(name, kept) is not ExchangeOutcome<ExchangeFile>.Read read)
        {
            return Refusal(round, "Filen kom inte tillbaka hel. Välj den och läs in den igen.");
        }

        switch (await import.Run(round, name, read, isDryRun: false, actor, cancellation))
        {
            case ImportExchange.Outcome.Done({ Import.IsNothing: true }):
                return Results.Redirect($"{PageOf(round)}?steg=0#besked");
            case ImportExchange.Outcome.Done:
                var step = (await undo.Peek(round, actor, cancellation)).Undo;
                return Results.Redirect($"{PageOf(round)}?steg={step?.Number}#besked");
            case ImportExchange.Outcome.Refused(var message):
                return Refusal(round, message);
            default:
                throw new NotSupportedException();
        }
    }

    private static RazorComponentResult<ExchangePage> Refusal(Key<Round> round, string message) =>
        Page(round, message, null, null);

    private static RazorComponentResult<ExchangePage> Page(
        Key<Round> round,
        string? refusal,
        ExchangeResult? preview,
        string? content
    ) =>
        new(
            new Dictionary<string, object?>
            {
                [nameof(ExchangePage.RoundId)] = round.Value,
                [nameof(ExchangePage.FileRefusal)] = refusal,
                [nameof(ExchangePage.Preview)] = preview,
                [nameof(ExchangePage.Content)] = content,
            }
        )
        {
            StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
