using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>A cut through the decisions that count now: which of them, and what their amounts are summed by.</summary>
/// <param name="By">At most three.</param>
/// <param name="FromYear">The first year of decision; null for all.</param>
/// <param name="ToYear">The last.</param>
/// <param name="Appropriation">Null for both; a row that does not say its form is taken for 1:1.</param>
/// <param name="County">A county's code; null for all and the whole country's.</param>
public sealed record GrantCut(
    IReadOnlyList<GrantDimension> By,
    int? FromYear = null,
    int? ToYear = null,
    Appropriation? Appropriation = null,
    string? County = null
)
{
    public const int MostDimensions = 3;
}

/// <summary>Sums of grants that share what they were summed by.</summary>
/// <param name="Keys">In the order of <see cref="GrantCut.By"/>, as files have them: a county's code, an area's id, a year; null where a row says nothing.</param>
/// <param name="Granted">In öre; null where it is summed by the year of payment, since a grant is not given in it.</param>
/// <param name="Paid">In öre.</param>
/// <param name="Cases">How many cases have a part of it.</param>
/// <param name="TotalCost">What the whole costs where that is said, in öre.</param>
/// <param name="GrantedWithCost">What was granted where the whole cost is known, in öre: what <paramref name="TotalCost"/> is to be compared with.</param>
/// <param name="FundAmount">What EU funds pay, in öre.</param>
public sealed record GrantCell(
    IReadOnlyList<string?> Keys,
    long? Granted,
    long Paid,
    int Cases,
    long TotalCost,
    long GrantedWithCost,
    long FundAmount
);
