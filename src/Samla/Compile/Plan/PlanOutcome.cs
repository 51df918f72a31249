using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Compile.Plan;

/// <summary>What became of a change of a report's plan.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome() { }

    /// <param name="Chapter">The chapter that was changed; of several the first.</param>
    public sealed record Changed(Key<Chapter> Chapter) : PlanOutcome;

    /// <param name="Message">Why, in Swedish; nothing is changed.</param>
    public sealed record Refused(string Message) : PlanOutcome;

    internal static Refused NoChapter { get; } = new("Kapitlet finns inte i rapporten.");
}
