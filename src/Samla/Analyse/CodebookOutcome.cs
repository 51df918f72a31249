using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>What came of a change of the codebook.</summary>
public abstract record CodebookOutcome
{
    private CodebookOutcome() { }

    /// <param name="Code">The code it was about; for a split the new one.</param>
    public sealed record Changed(Key<Code> Code) : CodebookOutcome;

    /// <param name="Message">Why nothing was changed, in Swedish.</param>
    public sealed record Refused(string Message) : CodebookOutcome;

    internal static Refused Gone { get; } = new("Koden finns inte längre.");
}
