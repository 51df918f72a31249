namespace Samla.Domain.Grants;

/// <summary>
/// The decisions that count now, summed once when they are read in: by county, year of decision, appropriation and one dimension more. Nearly every question is
/// answered from some thousands of these instead of from a million rows.
/// </summary>
public sealed class GrantSum
{
    /// <summary>Neither county nor year of decision, which every sum has.</summary>
    public required GrantDimension Dimension { get; init; }

    /// <summary>From 1, within the dimension.</summary>
    public required int Number { get; set; }

    /// <summary>As the rows have it, an industry by its first two digits; null for those that do not say.</summary>
    public required string? Key { get; init; }

    /// <summary>Null for the whole country.</summary>
    public required RegionCode? County { get; init; }

    public required int DecisionYear { get; init; }

    /// <summary>Whether it is of appropriation 1:2.</summary>
    public required bool IsTransport { get; init; }

    /// <summary>In öre, as all amounts here.</summary>
    public long Granted { get; set; }

    public long Paid { get; set; }

    /// <summary>How many cases have a part of it. A case has one county, one year of decision and one form, so that they can be added over those.</summary>
    public int Cases { get; set; }

    public long TotalCost { get; set; }

    /// <summary>What was granted where the whole cost is known.</summary>
    public long GrantedWithCost { get; set; }

    public long FundAmount { get; set; }
}
