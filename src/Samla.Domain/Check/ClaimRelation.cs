namespace Samla.Domain.Check;

/// <summary>How a claim's words set its regions against those of the claims before it.</summary>
public enum ClaimRelation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>"övriga", "de tre resterande", "de sex regioner som inte gör det": all that are left.</summary>
    Rest,

    /// <summary>"andra", "ytterligare tre": some that were not yet named.</summary>
    Others,

    /// <summary>"av dessa", "fyra av dem", "varav": a part of those just named.</summary>
    Part,

    /// <summary>"Alla 17 regioner som …": those just counted, again.</summary>
    Same,
}
