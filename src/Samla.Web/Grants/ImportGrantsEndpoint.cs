using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samla.Grants;
using Samla.Web.Access;
using Samla.Web.Collect;

namespace Samla.Web.Grants;

/// <summary>
/// A file of decisions in as a preview, as often as somebody wants to change its mapping, and in for good. The preview carries the file along, so that nothing of
/// it is kept here.
/// </summary>
internal static class ImportGrantsEndpoint
{
    public const string Route = "/medel/las-in/fil";
    public const int MostMegabytes = 30;

    /// <summary>What stands before a field's id in the names of the form.</summary>
    public const string Column = "kolumn-";

    /// <summary>The mapping that was looked at.</summary>
    public const string Seen = "sett";

    private const int LongestName = 200;

    private static readonly string TooLarge =
        $"Filen är större än {MostMegabytes} MB. Dela upp den, eller läs in den med kommandot samla import grants.";

    public static IResult ToPage() => Results.Redirect(ImportGrantsPage.Address);

    public static async Task<IResult> Post(
        HttpContext http,
        IAntiforgery antiforgery,
        OfferMapping offerMapping,
        ImportGrants import,
        CancellationToken cancellation
    )
    {
        const int MostBytes = MostMegabytes * 1024 * 1024;
        // The file comes back as text, a third longer than it is.
        if (await FormInMemory.Read(http, MostBytes * 3 / 2, cancellation) is not { } form)
        {
            return Refusal(TooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Refusal("Sidan har varit öppen för länge. Välj filen och läs in den igen.");
        }

        var sent = form.Files["fil"] is { Length: > 0 } file ? file : null;
        if (
            (sent is null ? FormInMemory.BytesOf(form["innehall"]) : await FormInMemory.BytesOf(sent, cancellation))
            is not { } bytes
        )
        {
            return Refusal("Välj en fil först.");
        }

        if (bytes.Length > MostBytes)
        {
            return Refusal(TooLarge);
        }

        AmountUnit? unit = form["enhet"].ToString() switch
        {
            "kronor" => AmountUnit.Kronor,
            "tusental" => AmountUnit.Thousands,
            _ => null,
        };
        if (unit is null)
        {
            return Refusal("Välj vilken enhet beloppen har.");
        }

        var name = NameOf(sent is null ? form["namn"].ToString() : Path.GetFileName(sent.FileName));
        using var content = new MemoryStream(bytes);
        var (offer, refusal) = await offerMapping.Run(content, unit.Value, cancellation);
        if (offer is null)
        {
            return Refusal($"{name}: {refusal}");
        }

        var mapping = sent is null ? Chosen(form, unit.Value) : offer.Offer;
        var preview = new ImportGrantsPage.PreviewOf(name, Convert.ToBase64String(bytes), offer, mapping, null, null);
        var missing = GrantField
            .All.Where(field => field.IsNeeded && !mapping.Columns.ContainsKey(field.Id))
            .Select(field => field.Name)
            .ToList();
        if (missing.Count > 0)
        {
            return Page(preview with { Trouble = $"Välj kolumn för {Domain.SwedishText.Enumeration(missing)}." });
        }

        // What nobody has looked at is not read in: with other choices it is shown again.
        var isDryRun = sent is not null || form["gor"] != "las-in" || !IsSeen(form[Seen].ToString(), mapping);
        switch (await import.Run(name, content, mapping, isDryRun, http.SignedIn.Actor, cancellation))
        {
            case ImportGrants.Outcome.Read({ IsDone: true, Number: var number }):
                return Results.Redirect($"{ImportGrantsPage.Address}?klart={number ?? 0}#besked");
            case ImportGrants.Outcome.Read(var result):
                return Page(preview with { Result = result });
            case ImportGrants.Outcome.Refused(var message):
                return Page(preview with { Trouble = message });
            default:
                throw new NotSupportedException();
        }
    }

    /// <summary>Whether the choices are those that the page was made with, in whatever order a form sends them.</summary>
    private static bool IsSeen(string seen, ColumnMapping chosen) =>
        ColumnMapping.Read(seen).Mapping is { } looked
        && looked.Unit == chosen.Unit
        && looked.Columns.ToHashSet().SetEquals(chosen.Columns)
        && WordsOf(looked).ToHashSet().SetEquals(WordsOf(chosen));

    private static IEnumerable<(string Field, string Word, string Meaning)> WordsOf(ColumnMapping mapping) =>
        mapping.Values.SelectMany(field => field.Value.Select(word => (field.Key, word.Key, word.Value)));

    /// <summary>What was chosen in the form.</summary>
    private static ColumnMapping Chosen(IFormCollection form, AmountUnit unit)
    {
        var columns = GrantField
            .All.Select(field => (field.Id, Head: form[Column + field.Id].ToString()))
            .Where(pair => pair.Head.Length > 0)
            .ToDictionary(pair => pair.Id, pair => pair.Head);
        var areas = form["ord"]
            .Zip(form["betyder"])
            .Where(pair => !string.IsNullOrEmpty(pair.First) && !string.IsNullOrEmpty(pair.Second))
            .DistinctBy(pair => pair.First, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.First!, pair => pair.Second!, StringComparer.OrdinalIgnoreCase);
        // Words for other things than areas are remembered, and have no field of their own in the form.
        var values = (ColumnMapping.Read(form[Seen].ToString()).Mapping ?? ColumnMapping.Default)
            .Values.Where(pair => pair.Key != GrantField.Area.Id)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        if (areas.Count > 0)
        {
            values[GrantField.Area.Id] = areas;
        }

        return new ColumnMapping(columns, unit, values);
    }

    private static string NameOf(string sent)
    {
        var name = string.Concat(sent.Where(sign => !char.IsControl(sign)));
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    /// <summary>The page again, with why what was sent could not be used.</summary>
    internal static RazorComponentResult<ImportGrantsPage> Refusal(string message) =>
        new(new Dictionary<string, object?> { [nameof(ImportGrantsPage.Refusal)] = message })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<ImportGrantsPage> Page(ImportGrantsPage.PreviewOf preview) =>
        new(new Dictionary<string, object?> { [nameof(ImportGrantsPage.Preview)] = preview })
        {
            StatusCode =
                preview.Trouble is null && preview.Result?.Rejected.Count is null or 0
                    ? StatusCodes.Status200OK
                    : StatusCodes.Status422UnprocessableEntity,
        };
}
