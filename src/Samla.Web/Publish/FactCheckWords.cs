using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Letters;
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

    /// <summary>What became of the letters, as an address tells it: sent, kept, failed, uncertain.</summary>
    public static string CountsOf(IReadOnlyList<PostOffice.Outcome> letters) =>
        $"{letters.OfType<PostOffice.Outcome.Sent>().Count()}-{letters.OfType<PostOffice.Outcome.Kept>().Count()}-{letters.OfType<PostOffice.Outcome.NotSent>().Count()}-{letters.OfType<PostOffice.Outcome.Uncertain>().Count()}";

    /// <summary>The same in words; null where it is not what <see cref="CountsOf"/> wrote.</summary>
    public static string? LettersOf(string? counts) =>
        counts == "0-0-0-0" ? "Ingen hos dem kan logga in, så inga brev är skickade. Bjud in dem under Personer."
        : counts?.Split('-') is [var sent, var kept, var failed, var uncertain]
        && counts.All(sign => sign == '-' || char.IsAsciiDigit(sign))
            ? string.Join(
                ' ',
                new[]
                {
                    Some(sent, "brev är skickade."),
                    Some(kept, "brev ligger i utkorgen och är inte skickade."),
                    Some(failed, "brev gick inte att skicka."),
                    uncertain == "0" ? null : $"Om {uncertain} brev är det ovisst om de kom fram.",
                }.OfType<string>()
            )
        : null;

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

    private static string? Some(string number, string what) => number == "0" ? null : $"{number} {what}";
}
