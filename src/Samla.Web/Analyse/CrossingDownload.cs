using Samla.Analyse.Crossing;
using Samla.Domain;
using Samla.Domain.Collect;

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

        return new TableFile(
            output => CooccurrenceFiles.WriteXlsx(output, view),
            output => CooccurrenceFiles.WriteCsv(output, view),
            output => CooccurrenceFiles.WriteJson(output, view),
            () => CrossingPictures.Of(view, CrossingAddress.LevelOf(niva), CrossingAddress.MeasureOf(matt))
        ).Of(NameOf(CrossingAddress.Together, view.Chosen), format);
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

        return new TableFile(
            output => TraitFiles.WriteXlsx(output, view),
            output => TraitFiles.WriteCsv(output, view),
            output => TraitFiles.WriteJson(output, view),
            () => CrossingPictures.Of(view)
        ).Of(NameOf($"{CrossingAddress.Groups}-{view.Trait.Id}", view.Chosen), format);
    }

    private static Key<Round>? RoundOf(string round, string name, string format) =>
        name == round && CrossingAddress.Formats.Contains(format) && Key<Round>.TryParse(round, null, out var key)
            ? key
            : null;

    private static string NameOf(string table, ChooseCodes.Result chosen)
    {
        var part = chosen switch
        {
            { Requirement: { } requirement } => requirement.Id.Value,
            { Section: { } section } => section.Id.Value,
            _ => "egna-koder",
        };
        return $"{table}-{chosen.Round.Id}-{part}";
    }
}
