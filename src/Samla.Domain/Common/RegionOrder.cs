namespace Samla.Domain;

/// <summary>A region's cell in the strip and the tile map.</summary>
/// <param name="Region">The region.</param>
/// <param name="Letter">The county letter, such as "AB".</param>
/// <param name="Column">Column in the tile map, from 0 in the west.</param>
/// <param name="Row">Row in the tile map, from 0 in the north.</param>
/// <param name="Group">Group in the strip, from 0 in the north.</param>
public sealed record RegionCell(RegionCode Region, string Letter, int Column, int Row, int Group);

/// <summary>The one order in which the regions are drawn: north to south, west to east, in three groups.</summary>
public static class RegionOrder
{
    public const int Columns = 4;
    public const int Rows = 8;

    public static IReadOnlyList<RegionCell> NorthToSouth { get; } =
    [
        Cell("25", "BD", 3, 0, 0),
        Cell("24", "AC", 3, 1, 0),
        Cell("23", "Z", 2, 2, 0),
        Cell("22", "Y", 3, 2, 0),
        Cell("20", "W", 2, 3, 0),
        Cell("21", "X", 3, 3, 0),
        Cell("17", "S", 0, 4, 1),
        Cell("18", "T", 1, 4, 1),
        Cell("19", "U", 2, 4, 1),
        Cell("03", "C", 3, 4, 1),
        Cell("14", "O", 0, 5, 1),
        Cell("05", "E", 1, 5, 1),
        Cell("04", "D", 2, 5, 1),
        Cell("01", "AB", 3, 5, 1),
        Cell("13", "N", 0, 6, 2),
        Cell("06", "F", 1, 6, 2),
        Cell("08", "H", 2, 6, 2),
        Cell("09", "I", 3, 6, 2),
        Cell("12", "M", 0, 7, 2),
        Cell("07", "G", 1, 7, 2),
        Cell("10", "K", 2, 7, 2),
    ];

    private static readonly Dictionary<RegionCode, int> Places = NorthToSouth
        .Index()
        .ToDictionary(cell => cell.Item.Region, cell => cell.Index);

    /// <summary>A region's place in the order, from 0.</summary>
    public static int PlaceOf(RegionCode region) => Places[region];

    private static RegionCell Cell(string code, string letter, int column, int row, int group) =>
        new(RegionCode.Parse(code, provider: null), letter, column, row, group);
}
