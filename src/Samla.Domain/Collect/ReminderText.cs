using System.Text.RegularExpressions;

namespace Samla.Domain.Collect;

/// <summary>The text of a reminder: what may stand in it, and what it says where nobody has written another.</summary>
public static partial class ReminderText
{
    /// <summary>The most characters that a text may have.</summary>
    public const int MostCharacters = 4_000;

    public const string ReporterPlace = "{uppgiftslämnare}";
    public const string LastDayPlace = "{sista dag}";
    public const string LinkPlace = "{länk}";

    /// <summary>What is filled in for each reporter.</summary>
    public static IReadOnlyList<string> Places { get; } = [ReporterPlace, LastDayPlace, LinkPlace];

    /// <summary>What is written where the round has no text of its own.</summary>
    /// <param name="isLate">Whether the last day has been.</param>
    public static string Default(bool isLate) =>
        isLate
            ? """
                Hej!

                Redovisningen från {uppgiftslämnare} skulle ha lämnats in senast {sista dag}. Den har inte kommit in.

                Det går fortfarande att lämna in. Här fortsätter ni:
                {länk}

                Kan ni inte lämna in inom en vecka? Hör av er till oss och berätta när ni kan.
                """
            : """
                Hej!

                Redovisningen från {uppgiftslämnare} ska lämnas in senast {sista dag}. Den har inte kommit in än.

                Här fortsätter ni:
                {länk}

                Hör av er till oss om ni har frågor eller ser att ni inte hinner.
                """;

    /// <summary>Whether it is one of the texts that are used where nobody has written another.</summary>
    public static bool IsDefault(string text) => text == Default(isLate: false) || text == Default(isLate: true);

    /// <summary>A text as it is kept.</summary>
    public static string Normalised(string text) => Characters.Keepable(text).ReplaceLineEndings("\n").Trim();

    /// <summary>Why it cannot be sent, and what to do, in Swedish; null when it can.</summary>
    public static string? TroubleWith(string text)
    {
        var over = Characters.CountIn(text) - MostCharacters;
        var unknown = Place().Matches(text).Select(match => match.Value).Except(Places).ToList();
        return text.Length == 0 ? "Skriv en text först."
            : over > 0 ? $"Texten är {over} tecken för lång. Korta den."
            : unknown.Count > 0
                ? $"Samla vet inte vad som ska stå i stället för {SwedishText.Enumeration(unknown)}. Det som fylls i är {SwedishText.Enumeration(Places)}."
            : Place().Replace(text, "").AsSpan().ContainsAny('{', '}')
                ? $"En klammer står ensam i texten. Det som fylls i skrivs {SwedishText.Enumeration(Places)}."
            : null;
    }

    /// <summary>That somebody else has written another text meanwhile, in Swedish; null where nobody has.</summary>
    /// <param name="round">As it is now.</param>
    /// <param name="seen">The text of its own that it had when the form was shown; null for none.</param>
    /// <param name="text">The text that would take its place.</param>
    public static string? ConflictIn(Round round, string? seen, string text) =>
        round.ReminderText is { } other && other != seen && other != text
            ? $"Någon annan har sparat en annan text medan du skrev: ”{other}” Din text står kvar i rutan. Tryck igen om den ska gälla."
            : null;

    /// <summary>The text with its places filled in.</summary>
    public static string FilledIn(string text, Round round, Reporter reporter, string link) =>
        // In one go: what is filled in is not looked through for places.
        Place()
            .Replace(
                text,
                match =>
                    match.Value switch
                    {
                        ReporterPlace => reporter.Name,
                        LastDayPlace => SwedishTime.Of(round.DueOn),
                        LinkPlace => link,
                        var other => other,
                    }
            );

    [GeneratedRegex(@"\{[^{}\n]*\}", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
