using Microsoft.Extensions.Options;
using Samla.Grants;
using Samla.Web.Collect;

namespace Samla.Web.Grants;

/// <summary>Hands out an answer as a file, with the same numbers as the page.</summary>
internal static class GrantsDownload
{
    public static IReadOnlyList<string> Formats { get; } = ["xlsx", "csv", "json"];

    public static async Task<IResult> Get(
        string view,
        string format,
        string? fran,
        string? till,
        string? anslag,
        string? lan,
        ViewGrants viewGrants,
        ListGrantYears listYears,
        IOptions<GrantSettings> settings,
        CancellationToken cancellation
    )
    {
        var asked = GrantsAddress.Read(
            view,
            GrantsAddress.YearOf(fran),
            GrantsAddress.YearOf(till),
            anslag,
            lan,
            map: null
        );
        if (
            asked.View.Id != view
            || !Formats.Contains(format)
            || asked.SpanWithin(await listYears.Run(cancellation)) is not { } span
        )
        {
            return Results.NotFound();
        }

        var answer = await viewGrants.Run(
            asked.View,
            span,
            asked.Appropriation,
            asked.County,
            settings.Value.SmallestCell,
            cancellation
        );
        if (asked.View.NeedsInhabitants && answer.InhabitantsYear is null)
        {
            return Results.NotFound(); // nobody has read in how many live there
        }

        using var output = new MemoryStream();
        switch (format)
        {
            case "xlsx":
                GrantAnswerFile.WriteXlsx(output, answer);
                break;
            case "csv":
                GrantAnswerFile.WriteCsv(output, answer);
                break;
            default:
                GrantAnswerFile.WriteJson(output, answer);
                break;
        }

        var mediaType = format switch
        {
            "xlsx" => WorkbookEndpoint.MediaType,
            "csv" => "text/csv; charset=utf-8",
            _ => "application/json",
        };
        return Results.File(output.ToArray(), mediaType, $"medel-{view}.{format}");
    }
}
