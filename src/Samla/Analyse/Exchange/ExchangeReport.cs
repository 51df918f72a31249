namespace Samla.Analyse.Exchange;

/// <summary>What had to be assumed when a project was read, and what of it is not there.</summary>
/// <param name="Assumed">How places were counted in which texts, in Swedish.</param>
/// <param name="Unplaced">Passages that could not be placed.</param>
/// <param name="LeftOut">What Samla does not read, in Swedish.</param>
public sealed record ExchangeReport(
    IReadOnlyList<string> Assumed,
    IReadOnlyList<UnplacedSelection> Unplaced,
    IReadOnlyList<string> LeftOut
);

/// <summary>A passage whose words do not stand where the file says.</summary>
/// <param name="Source">The text's name.</param>
/// <param name="Start">The offset as the file has it.</param>
/// <param name="Name">The passage's name.</param>
public sealed record UnplacedSelection(string Source, long Start, string? Name)
{
    public string Swedish =>
        $"Markeringen ”{Troubles.Short(Name ?? "")}” vid tecken {Start} i ”{Troubles.Short(Source)}” gick inte att placera: orden står inte där.";
}

/// <summary>What came of reading an exchange file.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract record ExchangeOutcome<T>
{
    private ExchangeOutcome() { }

    public sealed record Read(T Content, ExchangeReport Report) : ExchangeOutcome<T>;

    /// <param name="Message">Why, in Swedish: which file and element, and what to do.</param>
    public sealed record Refused(string Message) : ExchangeOutcome<T>;
}
