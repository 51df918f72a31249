namespace Samla.Grants;

/// <summary>What whoever runs the application decides about grants; set under "Grants" in the configuration.</summary>
public sealed class GrantSettings
{
    /// <summary>Sums of fewer cases than this are not shown where they could tell of a single company; 1 shows all.</summary>
    public int SmallestCell { get; set; } = 5;
}
