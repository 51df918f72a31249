namespace Samla.Analyse.Blind;

/// <summary>What came of something done to a double coding.</summary>
public abstract record DoubleCodingOutcome
{
    private DoubleCodingOutcome() { }

    public sealed record Done : DoubleCodingOutcome;

    /// <param name="Message">Why nothing was done, in Swedish.</param>
    public sealed record Refused(string Message) : DoubleCodingOutcome;
}
