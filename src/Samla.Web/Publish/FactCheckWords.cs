using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Publish.FactChecks;

namespace Samla.Web.Publish;

/// <summary>The Swedish of the fact-check.</summary>
internal static class FactCheckWords
{
    /// <summary>"ett påstående", "tre påståenden", "14 påståenden".</summary>
    public static string Statements(int number) =>
        number == 1 ? "ett påstående" : $"{Numeral.Write(number)} påståenden";

    /// <summary>"en invändning", "tre invändningar".</summary>
    public static string Contests(int number) =>
        number == 1 ? "en invändning" : $"{Numeral.Write(number)} invändningar";

    /// <summary>What the agency does about what is contested.</summary>
    public static string Of(ContestOutcome outcome) =>
        outcome == ContestOutcome.Changed ? "Rapporten ändras" : "Texten står kvar";

    /// <summary>How far a reporter has come with some statements.</summary>
    public static string StateOf(IReadOnlyList<ViewFactCheck.Item> items)
    {
        var contested = items.Count(item => item.Answer?.Verdict == FactCheckVerdict.Contested);
        var left = items.Count(item => item.Answer is null);
        var objections = contested == 0 ? "" : $", {Contests(contested)}";
        return left == items.Count ? "Inte påbörjat"
            : left == 0 ? $"Alla besvarade{objections}"
            : $"{left} av {items.Count} kvar{objections}";
    }
}
