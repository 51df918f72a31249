using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>A row's fields as a form sends them.</summary>
internal static class RowForm
{
    /// <summary>What the field of a column is called.</summary>
    public static string FieldOf(TableColumn column) => $"kolumn.{column.Id}";

    /// <summary>The field's place in the page, where a message leads.</summary>
    public static string IdOf(TableColumn column) => $"kolumn-{column.Id}";

    /// <summary>What was typed in each column; of a column with several choices all that were ticked.</summary>
    public static IReadOnlyDictionary<Key<TableColumn>, string> Read(IFormCollection form, TemplateTable table) =>
        table.Columns.ToDictionary(
            column => column.Id,
            column => string.Join("; ", form[FieldOf(column)].OfType<string>().Where(text => text.Length > 0))
        );

    /// <summary>A row's values as its fields show them.</summary>
    public static IReadOnlyDictionary<Key<TableColumn>, string> Of(RowCells cells, TemplateTable table) =>
        table.Columns.ToDictionary(column => column.Id, column => cells[column]?.Typed ?? "");

    /// <summary>What a row is called: the first cell that says something.</summary>
    public static string NameOf(RowCells cells, TemplateTable table) =>
        Characters.Beginning(
            table.InOrder.Select(column => cells[column]?.WithUnitIn(column)).OfType<string>().FirstOrDefault("Raden"),
            most: 60
        );
}
