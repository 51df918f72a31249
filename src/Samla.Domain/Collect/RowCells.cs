using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samla.Domain.Collect;

/// <summary>The cells of a row by their columns; an empty cell is not there.</summary>
public sealed class RowCells(IReadOnlyDictionary<Key<TableColumn>, CellValue> values)
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public CellValue? this[TableColumn column] => values.GetValueOrDefault(column.Id);

    public bool IsEmpty => values.Count == 0;

    /// <summary>The required columns that have no value.</summary>
    public IEnumerable<TableColumn> Missing(TemplateTable table) =>
        table.InOrder.Where(column => column.IsRequired && this[column] is null);

    /// <summary>The texts that are longer than they may be, each with the characters that are too many.</summary>
    public IEnumerable<(TableColumn Column, int Over)> TooLong(TemplateTable table) =>
        from column in table.InOrder
        let over = this[column] is CellValue.Text(var words) ? Characters.CountIn(words) - column.CharacterLimit : null
        where over > 0
        select (column, over.Value);

    /// <summary>The columns that do not hold the same in another row.</summary>
    public IEnumerable<TableColumn> DifferencesFrom(RowCells other, TemplateTable table) =>
        table.InOrder.Where(column => this[column]?.Typed != other[column]?.Typed);

    /// <summary>The row in running text, one line for each cell that has a value: "Titel: Rapport".</summary>
    public string AsText(TemplateTable table) =>
        string.Join(
            '\n',
            table
                .InOrder.Where(column => this[column] is not null)
                .Select(column => $"{column.Title}: {this[column]!.WithUnitIn(column)}")
        );

    /// <summary>Rows in running text, a paragraph for each.</summary>
    public static string AsText(IEnumerable<RowCells> rows, TemplateTable table) =>
        string.Join("\n\n", rows.Select(row => row.AsText(table)));

    /// <summary>As JSON, by the columns' ids in their order: the same values give the same text.</summary>
    public string Write(TemplateTable table)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            WriteTo(json, table);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>As an object of a larger JSON text.</summary>
    public void WriteTo(Utf8JsonWriter json, TemplateTable table)
    {
        json.WriteStartObject();
        foreach (var column in table.InOrder)
        {
            if (this[column] is { } value)
            {
                json.WritePropertyName(column.Id.Value);
                WriteValue(json, column.Type, value);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static RowCells Read(string json, TemplateTable table)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement, table);
    }

    internal static RowCells Read(JsonElement cells, TemplateTable table) =>
        new(
            (
                from column in table.Columns
                let value = cells.TryGetProperty(column.Id.Value, out var cell) ? ReadValue(cell, column) : null
                where value is not null
                select (column.Id, value)
            ).ToDictionary(cell => cell.Id, cell => cell.value)
        );

    private static void WriteValue(Utf8JsonWriter json, ColumnType type, CellValue value)
    {
        switch (value)
        {
            case CellValue.Number(var amount):
                json.WriteNumberValue(amount / 1.0000000000m); // 15, never 15.0
                break;
            case CellValue.Choice(var options) when type == ColumnType.MultiChoice:
                json.WriteStartArray();
                foreach (var option in options)
                {
                    json.WriteStringValue(option.Value);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.Typed);
                break;
        }
    }

    private static CellValue ReadValue(JsonElement cell, TableColumn column) =>
        column.Type switch
        {
            ColumnType.Text => new CellValue.Text(cell.GetString()!),
            ColumnType.Number => new CellValue.Number(cell.GetDecimal()),
            ColumnType.Date => new CellValue.Day(
                DateOnly.ParseExact(cell.GetString()!, "O", CultureInfo.InvariantCulture)
            ),
            ColumnType.Choice => new CellValue.Choice([Key<ColumnOption>.Parse(cell.GetString()!, null)]),
            ColumnType.MultiChoice => new CellValue.Choice([
                .. cell.EnumerateArray().Select(option => Key<ColumnOption>.Parse(option.GetString()!, null)),
            ]),
            ColumnType.Link => new CellValue.Link(cell.GetString()!),
        };
}

/// <summary>A row as it was submitted.</summary>
public sealed record SubmittedRow(Id<AnswerRow> Id, RowCells Cells)
{
    /// <summary>Rows as JSON, in their order.</summary>
    public static string Write(IEnumerable<SubmittedRow> rows, TemplateTable table) =>
        $"[{string.Join(',', rows.Select(row => $$"""{"id":"{{row.Id}}","cells":{{row.Cells.Write(table)}}}"""))}]";

    /// <summary>What <see cref="Write"/> wrote; none of null.</summary>
    public static IReadOnlyList<SubmittedRow> Read(string? json, TemplateTable table)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(row => new SubmittedRow(
                    new Id<AnswerRow>(row.GetProperty("id").GetGuid()),
                    RowCells.Read(row.GetProperty("cells"), table)
                )),
        ];
    }
}
