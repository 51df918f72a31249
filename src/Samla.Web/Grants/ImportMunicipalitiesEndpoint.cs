using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Samla.Grants;
using Samla.Web.Access;
using Samla.Web.Collect;

namespace Samla.Web.Grants;

/// <summary>A file of municipalities in, all of them or none.</summary>
internal static class ImportMunicipalitiesEndpoint
{
    public const string Route = "/medel/las-in/kommuner";

    /// <summary>Some three hundred rows are a thousandth of it.</summary>
    private const int MostBytes = 5 * 1024 * 1024;

    public static IResult ToPage() => Results.Redirect($"{ImportGrantsPage.Address}#kommuner");

    public static async Task<IResult> Post(
        HttpContext http,
        IAntiforgery antiforgery,
        ImportMunicipalities import,
        CancellationToken cancellation
    )
    {
        if (await FormInMemory.Read(http, MostBytes, cancellation) is not { } form)
        {
            return ImportGrantsEndpoint.Refusal("Filen är större än 5 MB. Den ska bara ha en rad för varje kommun.");
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return ImportGrantsEndpoint.Refusal("Sidan har varit öppen för länge. Välj filen och läs in den igen.");
        }

        if (
            form.Files["fil"] is not { Length: > 0 } file
            || await FormInMemory.BytesOf(file, cancellation) is not { } bytes
        )
        {
            return ImportGrantsEndpoint.Refusal("Välj en fil med kommuner först.");
        }

        if (!int.TryParse(form["ar"].ToString().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return ImportGrantsEndpoint.Refusal("Skriv med fyra siffror vilket år folkmängden gäller.");
        }

        using var content = new MemoryStream(bytes);
        return await import.Run(content, year, http.SignedIn.Actor, cancellation) switch
        {
            ImportMunicipalities.Outcome.Refused(var messages) => ImportGrantsEndpoint.Refusal(
                string.Join(" ", messages)
            ),
            _ => Results.Redirect($"{ImportGrantsPage.Address}?kommuner=1#besked"),
        };
    }
}
