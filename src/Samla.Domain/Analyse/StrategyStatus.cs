using System.Globalization;

namespace Samla.Domain.Analyse;

/// <summary>What a code stands for that is counted from the register of strategies: those whose strategy stood so in a year.</summary>
/// <param name="Year">A year that the register tells of.</param>
/// <param name="Status">One of the register's statuses, by its id.</param>
public sealed record StrategyStatus(int Year, string Status) : CountedFrom
{
    private const string Prefix = "strategi:";

    /// <inheritdoc/>
    public override string Tag => "ur strategiregistret";

    /// <inheritdoc/>
    public override string UnknownWords(int count) => "står inte i registret över strategier";

    /// <summary>As it is kept and sent: "strategi:2026/oversyn".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Year}/{Status}");

    internal static StrategyStatus? ReadStatus(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text[Prefix.Length..].Split('/') is [var year, { Length: > 0 } status]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            ? new StrategyStatus(of, status)
            : null;
}
