using System.Globalization;

namespace Samla.Domain.Collect;

/// <summary>What a cell of a row holds, by the type of its column; an empty cell has no value.</summary>
public abstract record CellValue
{
    private CellValue() { }

    /// <param name="Words">With line breaks as LF and no empty lines; longer than the column allows is kept too.</param>
    public sealed record Text(string Words) : CellValue;

    public sealed record Number(decimal Amount) : CellValue;

    public sealed record Day(DateOnly Date) : CellValue;

    /// <param name="Options">In the column's order, at least one; for a column with one choice exactly one.</param>
    public sealed record Choice(IReadOnlyList<Key<ColumnOption>> Options) : CellValue;

    /// <param name="Address">It begins with http:// or https://.</param>
    public sealed record Link(string Address) : CellValue;

    /// <summary>As a reader sees it in a column that says its unit: "1 250 000", "15 mars 2024", "Ekonomisk; Social".</summary>
    public string In(TableColumn column) =>
        this switch
        {
            Text(var words) => words,
            Number(var amount) => SwedishFigures.Of(amount),
            Day(var day) => SwedishTime.Of(day),
            Choice(var options) => string.Join(
                "; ",
                column
                    .Options.Where(option => options.Contains(option.Id))
                    .OrderBy(option => option.Order)
                    .Select(option => option.Label)
            ),
            Link(var address) => address,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>As a reader sees it where nothing else says the unit: "1 250 000 kronor".</summary>
    public string WithUnitIn(TableColumn column) =>
        this is Number && column.Unit is { } unit ? $"{In(column)}\u00a0{unit}" : In(column);

    /// <summary>As a form shows it to be changed; <see cref="CellReader"/> reads the same value from it.</summary>
    public string Typed =>
        this switch
        {
            Text(var words) => words,
            Number(var amount) => SwedishFigures.Of(amount),
            Day(var day) => day.ToString("O", CultureInfo.InvariantCulture),
            Choice(var options) => string.Join("; ", options),
            Link(var address) => address,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
