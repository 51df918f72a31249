using System.Globalization;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>The three tables of codes as pictures.</summary>
public static class CrossingPictures
{
    /// <summary>Who says what.</summary>
    /// <param name="round">The round.</param>
    /// <param name="heading">Which part of the codebook it is.</param>
    /// <param name="rows">In the codebook's order.</param>
    /// <param name="order">The regions, as the columns are to stand.</param>
    public static GridPicture OfMatrix(
        Round round,
        string heading,
        IReadOnlyList<CodeRow> rows,
        IReadOnlyList<RegionCode> order
    )
    {
        List<CodeRow> counted = [.. rows.Where(row => row.Code.Withheld is null)];
        return new(
            $"Vem säger vad: {heading}, {round.Id}",
            $"{counted.Count} koder och 21 regioner. I varje ruta står om regionen säger det, inte nämner det, inte är tillfrågad eller inte är läst; sist i raden står hur många som säger det.",
            round.Mark,
            [.. counted.Select(row => row.Code.Label)],
            [.. order.Select(region => Regions.Of(region).Name), "Antal"],
            [
                .. counted.Select(row =>
                    (IReadOnlyList<GridCell>)
                        [
                            .. order.Select(region => new GridCell(ShapeOf(row.Standing, region))),
                            new GridCell(GridShape.Number, Number(row.Standing.Says.Count)),
                        ]
                ),
            ],
            [
                (GridShape.Says, "säger det"),
                (GridShape.Silent, "nämner det inte"),
                (GridShape.NotAsked, "inte tillfrågad"),
                (GridShape.NotRead, "inte läst"),
            ]
        );
    }

    /// <summary>Codes beside each other: half the square, since the other half is the same.</summary>
    public static GridPicture Of(ViewCooccurrence.Result view, CooccurrenceLevel level, CooccurrenceMeasure measure)
    {
        var rows = view.Table.Rows;
        var highest = measure == CooccurrenceMeasure.Jaccard ? 1 : view.Table.Highest(level, measure);
        var what = (level, measure) switch
        {
            (CooccurrenceLevel.Reporters, CooccurrenceMeasure.Count) => "hur många som säger båda",
            (CooccurrenceLevel.Passages, CooccurrenceMeasure.Count) => "hur många textställen som överlappar",
            (CooccurrenceLevel.Reporters, CooccurrenceMeasure.Jaccard) =>
                "hur lika de är i vilka som säger dem (Jaccard)",
            (CooccurrenceLevel.Passages, CooccurrenceMeasure.Jaccard) => "hur stor del av texten de delar (Jaccard)",
        };
        var own = measure == CooccurrenceMeasure.Count ? "; på diagonalen står kodens eget antal" : "";
        return new(
            $"Koder tillsammans, {what}: {view.Chosen.Heading}, {view.Chosen.Round.Id}",
            $"{rows.Count} koder mot varandra. I varje ruta står {what}{own}. Ju mörkare ruta, desto mer.",
            view.Chosen.Round.Mark,
            [.. rows.Select((row, at) => $"{at + 1}  {row.Code.Label}")],
            [.. rows.Select((_, at) => Number(at + 1))],
            [
                .. rows.Select(
                    (_, one) =>
                        (IReadOnlyList<GridCell>)
                            [
                                .. Enumerable
                                    .Range(0, one + 1)
                                    .Select(other => CellOf(view.Table[one, other], level, measure, highest)),
                            ]
                ),
            ],
            [(GridShape.OpenNumber, "kan öka: något svar är inte läst"), (GridShape.Empty, "– går inte att jämföra")]
        );
    }

    /// <summary>Codes by what the regions differ in.</summary>
    public static GridPicture Of(ViewCodesByTrait.Result view) =>
        new(
            $"{view.Trait.Name}: {view.Chosen.Heading}, {view.Chosen.Round.Id}",
            $"{view.Chosen.Rows.Count} koder. I varje ruta står hur många av de tillfrågade som säger det. Rutan är mörkare ju större andel de är, där alla är lästa.",
            view.Chosen.Round.Mark,
            [.. view.Chosen.Rows.Select(row => row.Code.Label)],
            [.. view.Columns.Select(column => column.Name)],
            [
                .. view.Chosen.Rows.Select(row =>
                    (IReadOnlyList<GridCell>)
                        [.. view.Columns.Select(column => CellOf(row.Standing.Among(column.Members)))]
                ),
            ],
            [
                (GridShape.OpenNumber, "kan öka: någon är inte läst, och då visas ingen andel"),
                (GridShape.NotAsked, "ingen är tillfrågad"),
            ]
        );

    private static GridCell CellOf(
        CooccurrenceTable.Pair pair,
        CooccurrenceLevel level,
        CooccurrenceMeasure measure,
        double highest
    ) =>
        pair.Value(level, measure) is not { } value
            ? new GridCell(GridShape.Empty, "–")
            : new GridCell(
                pair.MayGrow ? GridShape.OpenNumber : GridShape.Number,
                TextOf(value, measure),
                pair.IsOneCode ? 0 : GridPicture.ShadeOf(value, highest)
            );

    /// <summary>A number as the table and the picture have it: "3", "0,43".</summary>
    public static string TextOf(double value, CooccurrenceMeasure measure) =>
        measure switch
        {
            CooccurrenceMeasure.Count => value.ToString("0", CultureInfo.InvariantCulture),
            CooccurrenceMeasure.Jaccard => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
        };

    private static GridCell CellOf(Standing standing)
    {
        var asked = standing.Asked.Count + standing.NotRead.Count;
        return asked == 0
            ? new GridCell(GridShape.NotAsked)
            : new GridCell(
                standing.NotRead.IsEmpty ? GridShape.Number : GridShape.OpenNumber,
                $"{Number(standing.Says.Count)} av {Number(asked)}",
                GridPicture.ShadeOf(standing.Share ?? 0, highest: 1)
            );
    }

    private static GridShape ShapeOf(Standing standing, RegionCode region) =>
        standing.Says.Contains(region) ? GridShape.Says
        : standing.Silent.Contains(region) ? GridShape.Silent
        : standing.NotAsked.Contains(region) ? GridShape.NotAsked
        : GridShape.NotRead;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
