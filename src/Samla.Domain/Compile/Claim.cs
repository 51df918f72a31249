namespace Samla.Domain.Compile;

/// <summary>Whether a claim's list names those who do, or those who do not.</summary>
public enum ClaimRole
{
    Members,
    Exceptions,
}

/// <summary>Who a claim counts.</summary>
public enum ClaimSubject
{
    Regions,

    /// <summary>County administrative boards (länsstyrelser); their codes are their counties'.</summary>
    Agencies,
}

/// <summary>A counted statement about a set of regions: what the words say, and whom the list behind them names.</summary>
/// <param name="Quantifier">What the words say of how many.</param>
/// <param name="Role">What the list names.</param>
/// <param name="Regions">Those who do, also where the list names exceptions.</param>
/// <param name="Subject">Regions or county administrative boards.</param>
public sealed record Claim(
    Quantifier Quantifier,
    ClaimRole Role,
    RegionSet Regions,
    ClaimSubject Subject = ClaimSubject.Regions
);
