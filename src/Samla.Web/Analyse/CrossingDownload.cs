using Samla.Analyse.Crossing;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Collect;

namespace Samla.Web.Analyse;

/// <summary>Hands out codes beside each other, and codes by groups of regions, as files and pictures.</summary>
internal static class CrossingDownload
{
    public const string TogetherRoute = $"/matris/{{round}}/{CrossingAddress.Together}-{{name}}.{{format}}";
    public const string GroupsRoute = $"/matris/{{round}}/{CrossingAddress.Groups}-{{name}}.{{format}}";

    public static async Task<IResult> GetTogether(
        string round,
        string name,
        string format,
        string? avsnitt,
        string? krav,
        string[]? kod,
        string? niva,
        string? matt,
        ViewCooccurrence viewCooccurrence,
        CancellationToken cancellation
    )
    {
        if (
            RoundOf(round, name, format) is not { } key
            || await viewCooccurrence.Run(key, new(avsnitt, krav, kod ?? []), cancellation) is not { } view
        )
        {
            return Results.NotFound();
        }

        using var output = new MemoryStream();
        switch (format)
        {
            case "xlsx":
                CooccurrenceFiles.WriteXlsx(output, view);
                break;
            case "csv":
                CooccurrenceFiles.WriteCsv(output, view);
                break;
            case "json":
                CooccurrenceFiles.WriteJson(output, view);
                break;
            default:
                CrossingPictures
                    .Of(view, CrossingAddress.LevelOf(niva), CrossingAddress.MeasureOf(matt))
                    .WriteFile(output);
                break;
        }

        return File(output, CrossingAddress.Together, view.Chosen, format);
    }

    public static async Task<IResult> GetGroups(
        string round,
        string name,
        string format,
        string? avsnitt,
        string? krav,
        string[]? kod,
        string? indelning,
        ViewCodesByTrait viewCodesByTrait,
        CancellationToken cancellation
    )
    {
        if (
            RoundOf(round, name, format) is not { } key
            || await viewCodesByTrait.Run(key, new(avsnitt, krav, kod ?? []), indelning, cancellation) is not { } view
        )
        {
            return Results.NotFound();
        }

        using var output = new MemoryStream();
        switch (format)
        {
            case "xlsx":
                TraitFiles.WriteXlsx(output, view);
                break;
            case "csv":
                TraitFiles.WriteCsv(output, view);
                break;
            case "json":
                TraitFiles.WriteJson(output, view);
                break;
            default:
                CrossingPictures.Of(view).WriteFile(output);
                break;
        }

        return File(output, $"{CrossingAddress.Groups}-{view.Trait.Id}", view.Chosen, format);
    }

    /// <summary>The media type of a format that tables are handed out in.</summary>
    public static string MediaTypeOf(string format) =>
        format switch
        {
            "xlsx" => WorkbookEndpoint.MediaType,
            "csv" => "text/csv; charset=utf-8",
            "json" => "application/json",
            _ => "image/svg+xml",
        };

    private static Key<Round>? RoundOf(string round, string name, string format) =>
        name == round && CrossingAddress.Formats.Contains(format) && Key<Round>.TryParse(round, null, out var key)
            ? key
            : null;

    private static IResult File(MemoryStream output, string table, ChooseCodes.Result chosen, string format)
    {
        var part = chosen switch
        {
            { Requirement: { } requirement } => requirement.Id.Value,
            { Section: { } section } => section.Id.Value,
            _ => "egna-koder",
        };
        return Results.File(output.ToArray(), MediaTypeOf(format), $"{table}-{chosen.Round.Id}-{part}.{format}");
    }
}
