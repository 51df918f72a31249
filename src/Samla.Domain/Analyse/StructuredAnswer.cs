using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// What a code that is counted from answers in rows stands for: those who have a row with an option, or with anything, in a column.
/// Nobody gives such a code; the rows say who has it.
/// </summary>
/// <param name="Column">The column of the requirement's table.</param>
/// <param name="Option">What is chosen in it; null for those who have written anything there.</param>
public sealed record StructuredAnswer(Key<TableColumn> Column, Key<ColumnOption>? Option) : CountedFrom
{
    /// <inheritdoc/>
    public override string Tag => "ur tabellsvar";

    /// <inheritdoc/>
    public override string UnknownWords(int count) => "har inte lämnat in";

    /// <summary>As it is kept and sent: "stodform/project", "stodform".</summary>
    public override string ToString() => Option is null ? Column.Value : $"{Column}/{Option}";

    internal static StructuredAnswer? ReadAnswer(string text) =>
        text.Split('/') switch
        {
            [var column] when Key<TableColumn>.TryParse(column, null, out var only) => new(only, null),
            [var column, var option]
                when Key<TableColumn>.TryParse(column, null, out var of)
                    && Key<ColumnOption>.TryParse(option, null, out var chosen) => new(of, chosen),
            _ => null,
        };

    /// <summary>All that can be counted in the answers to a requirement, in the order of its table.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="table">Its table with columns and options.</param>
    public static IEnumerable<StructuredAnswer> In(Requirement requirement, TemplateTable table) =>
        from column in table.InOrder
        where requirement.HasOwnRows || InterventionAnswers.CanBeCounted(column)
        from option in column.Options.OrderBy(one => one.Order).Select(one => one.Id).Prepend(null)
        where requirement.HasOwnRows || option?.Value != InterventionAnswers.NotStated
        select new StructuredAnswer(column.Id, option);

    /// <summary>In words: "Stödform: Projektverksamhet", "Belopp: ifyllt". Its keys where the table has it not.</summary>
    public string WordsIn(TemplateTable table)
    {
        var column = table.Columns.Find(one => one.Id == Column);
        return column is null ? ToString()
            : Option is null ? $"{column.Title}: ifyllt"
            : $"{column.Title}: {column.Options.Find(one => one.Id == Option)?.Label ?? Option.Value}";
    }

    /// <summary>Whether a row has it.</summary>
    public bool IsIn(RowCells row, TemplateTable table) =>
        table.Columns.Find(one => one.Id == Column) is { } column
        && row[column] is { } value
        && (Option is null || (value is CellValue.Choice(var chosen) && chosen.Contains(Option)));

    /// <summary>Whether an intervention has it; what no option stands for counts for nothing.</summary>
    public bool IsIn(Intervention intervention, TemplateTable table) =>
        table.Columns.Find(one => one.Id == Column) is { } column
        && InterventionAnswers.ValuesIn(intervention, Column.Value) is { } values
        && (
            Option is null
                ? values.Any(value => column.Options.Exists(option => option.Id.Value == value))
                : values.Contains(Option.Value)
        );
}
