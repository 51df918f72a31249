namespace Samla.Domain.Collect;

/// <summary>What a row of a table answer holds. Several requirements may ask for the same table.</summary>
public sealed class TemplateTable : ITemplatePart
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<TemplateTable> Id { get; init; }

    /// <summary>Its place among the template's tables, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>What a row is about, such as "Insatser och effekter".</summary>
    public required string Title { get; init; }

    /// <summary>From left to right; load them with their options.</summary>
    public List<TableColumn> Columns { get; init; } = [];

    /// <summary>The columns as a reader sees them.</summary>
    public IEnumerable<TableColumn> InOrder => Columns.OrderBy(column => column.Order);
}

/// <summary>What kind of value a column holds.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A number of <see cref="TableColumn.Unit"/>.</summary>
    Number,
    Date,

    /// <summary>One of <see cref="TableColumn.Options"/>.</summary>
    Choice,

    /// <summary>Any of <see cref="TableColumn.Options"/>.</summary>
    MultiChoice,

    /// <summary>An address on the web.</summary>
    Link,
}

/// <summary>A column of a table answer.</summary>
public sealed class TableColumn : ITemplatePart
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<TemplateTable> TableId { get; init; }

    public required Key<TableColumn> Id { get; init; }

    /// <summary>Its place in the table, from 0.</summary>
    public required int Order { get; init; }

    public required string Title { get; init; }

    /// <summary>What to write in it; empty where the title says it all.</summary>
    public required string Help { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>What a number counts, such as "kronor"; null for other types.</summary>
    public required string? Unit { get; init; }

    /// <summary>The most characters of a text; null for other types.</summary>
    public required int? CharacterLimit { get; init; }

    /// <summary>Whether a row is incomplete without it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What there is to choose from, in order; empty for other types than choices.</summary>
    public List<ColumnOption> Options { get; init; } = [];

    /// <summary>Whether a sum of it says anything: shares do not add up.</summary>
    public bool CanBeSummed =>
        Type == ColumnType.Number && Unit is not (null or "procent" or "%" or "promille" or "år");

    /// <summary>The title with the unit, as a table's head has it.</summary>
    public string Heading => Unit is null ? Title : $"{Title} ({Unit})";
}

/// <summary>Something to choose in a column.</summary>
public sealed class ColumnOption : ITemplatePart
{
    public required Key<Template> TemplateId { get; init; }

    public required Key<TemplateTable> TableId { get; init; }

    public required Key<TableColumn> ColumnId { get; init; }

    public required Key<ColumnOption> Id { get; init; }

    /// <summary>Its place among the column's options, from 0.</summary>
    public required int Order { get; init; }

    public required string Label { get; init; }
}
