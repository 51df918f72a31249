using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>How many live in each municipality and of what kind it is, as far as it has been read in.</summary>
public sealed class MunicipalityFacts
{
    private readonly Dictionary<string, MunicipalityFact> _facts;

    private MunicipalityFacts(IEnumerable<MunicipalityFact> facts) =>
        _facts = facts.ToDictionary(fact => fact.Code, StringComparer.Ordinal);

    public static MunicipalityFacts None { get; } = new([]);

    /// <summary>The year that the inhabitants were counted; null where nothing is read in.</summary>
    public int? Year => _facts.Values.FirstOrDefault()?.Year;

    internal static async Task<MunicipalityFacts> Read(SamlaDb db, CancellationToken cancellation) =>
        new(await db.MunicipalityFacts.AsNoTracking().ToListAsync(cancellation));

    /// <summary>The kind of a municipality; null where it is not known.</summary>
    public string? KindOf(string? municipality) =>
        municipality is null ? null : _facts.GetValueOrDefault(municipality)?.Kind;

    /// <summary>How many live in a county, or in all of them.</summary>
    /// <param name="county">The first two digits of its municipalities; null for all.</param>
    public int InCounty(string? county) =>
        In(fact => county is null || fact.Code.StartsWith(county, StringComparison.Ordinal));

    /// <summary>How many live in municipalities of a kind.</summary>
    public int InKind(string kind) => In(fact => fact.Kind == kind);

    private int In(Func<MunicipalityFact, bool> isAsked) => _facts.Values.Where(isAsked).Sum(fact => fact.Inhabitants);
}
