using Samla.Collect;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>The editor's fields as a form sends them.</summary>
internal static class InterventionForm
{
    /// <summary>What a field of a part is called; the fields of a row have the same name in each row.</summary>
    public static string NameOf(InterventionPart part, InterventionColumn column) => $"{part}.{column.Key}";

    /// <summary>The field's place in the page, where a message leads.</summary>
    public static string IdOf(InterventionPart part, int row, string column) =>
        $"{part}-{row}-{column}".ToLowerInvariant();

    public static InterventionTexts Read(IFormCollection form, InterventionColumns columns)
    {
        return new(
            columns.Main.ToDictionary(
                column => column.Key,
                column => string.Join("; ", form[NameOf(InterventionPart.Main, column)].OfType<string>().Where(IsSaid))
            ),
            Rows(InterventionPart.Funding),
            Rows(InterventionPart.Outputs),
            Rows(InterventionPart.Outcomes)
        );

        IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(InterventionPart part) => RowsOf(form, part, columns);
    }

    private static bool IsSaid(string text) => !string.IsNullOrWhiteSpace(text);

    // Each row sends each of its fields, so the first values belong together, and so on. What is sent otherwise has no rows.
    private static IReadOnlyList<IReadOnlyDictionary<string, string>> RowsOf(
        IFormCollection form,
        InterventionPart part,
        InterventionColumns columns
    )
    {
        var fields = columns.Of(part).ToDictionary(column => column.Key, column => form[NameOf(part, column)]);
        var count = fields.Values.Min(values => values.Count);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(row => fields.ToDictionary(field => field.Key, field => field.Value[row] ?? ""))
                .Where(row => row.Values.Any(text => text.Trim() is not ("" or InterventionChoices.NotStated))),
        ];
    }
}
