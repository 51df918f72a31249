using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Grants;

/// <summary>
/// What a file's columns are likely to say: as in the latest file with the same columns, or by their own names. It is an offer, and a person says yes to it.
/// </summary>
public sealed class OfferMapping(SamlaDb db)
{
    /// <param name="Heads">The file's columns.</param>
    /// <param name="Offer">The fields that could be told, and no others.</param>
    /// <param name="RememberedFrom">The file that it was remembered from; null where it is told by names.</param>
    public sealed record Result(IReadOnlyList<string> Heads, ColumnMapping Offer, string? RememberedFrom);

    /// <returns>What there is to choose from; otherwise why the file cannot be read, in Swedish.</returns>
    public async Task<(Result? Offer, string? Refusal)> Run(
        Stream content,
        AmountUnit unit,
        CancellationToken cancellation
    )
    {
        var (table, refusal) = GrantTable.Open(content);
        if (table is null)
        {
            return (null, refusal);
        }

        List<string> heads = [.. table.Heads.Where(head => head.Length > 0)];
        var earlier = await db
            .GrantImports.OrderByDescending(import => import.Number)
            .Select(import => new { import.File, import.Mapping })
            .ToListAsync(cancellation);
        foreach (var import in earlier)
        {
            if (
                ColumnMapping.Read(import.Mapping).Mapping is { } mapping
                && mapping.Columns.Values.All(head => heads.Contains(head, StringComparer.OrdinalIgnoreCase))
            )
            {
                return (new Result(heads, mapping with { Unit = unit }, import.File), null);
            }
        }

        var named = GrantField
            .All.Select(field => (field.Id, Head: heads.Find(head => IsNameOf(field, head))))
            .Where(pair => pair.Head is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Head!);
        return (new Result(heads, ColumnMapping.Default with { Columns = named, Unit = unit }, null), null);
    }

    private static bool IsNameOf(GrantField field, string head) =>
        head.Equals(field.Id, StringComparison.OrdinalIgnoreCase)
        || head.Equals(field.Name, StringComparison.OrdinalIgnoreCase);
}
