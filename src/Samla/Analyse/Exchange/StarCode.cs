namespace Samla.Analyse.Exchange;

/// <summary>
/// The code that says in files that words are starred. The standard has no marks on codings, and its sets hold no passages; a code is
/// what every program keeps.
/// </summary>
internal static class StarCode
{
    // Said with the program's name, so that no code of people's own is taken for it.
    private const string Name = "Stjärnmärkt citat (Samla)";

    public static ExchangeCode Code { get; } =
        new(
            ExchangeIds.Star,
            Name,
            "Ord som är stjärnmärkta i Samla för att kunna citeras. Läses in som stjärna på de kodningar som har samma ord.",
            Colour: null,
            IsCodable: true,
            []
        );

    public static Guid CodingOf(Guid coding) => NamedGuid.Of(coding, "stjarna");

    /// <summary>By the name where a program has given it an id of its own.</summary>
    public static bool Is(ExchangeCode code) =>
        code.Children.Count == 0 && (code.Id == ExchangeIds.Star || code.Name.Trim() == Name);

    /// <summary>The codebook without it.</summary>
    public static IReadOnlyList<ExchangeCode> Without(IReadOnlyList<ExchangeCode> codes) =>
        [.. codes.Where(code => !Is(code)).Select(code => code with { Children = Without(code.Children) })];
}
