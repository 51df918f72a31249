using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The words of a code as somebody writes them.</summary>
/// <param name="Label">A short name; at least one sign.</param>
/// <param name="Definition">When the code is to be given.</param>
/// <param name="Inclusion">What is also to have it.</param>
/// <param name="Exclusion">What is not to have it.</param>
/// <param name="Aspect">What it says something about.</param>
public sealed record CodeWords(
    string Label,
    string Definition,
    string Inclusion,
    string Exclusion,
    CodeAspect? Aspect = null
)
{
    /// <summary>The words of a code as they are.</summary>
    public static CodeWords Of(Code code) =>
        new(code.Label, code.Definition, code.Inclusion, code.Exclusion, code.Aspect);

    /// <summary>As they are kept: no white space around, one line for the label.</summary>
    public CodeWords Normalised() =>
        new(
            string.Join(' ', Label.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Source.Normalised(Definition),
            Source.Normalised(Inclusion),
            Source.Normalised(Exclusion),
            Aspect
        );

    /// <summary>What is wrong with them in Swedish; null where nothing is.</summary>
    /// <param name="siblings">The other codes of the codebook.</param>
    internal string? Problem(IEnumerable<Code> siblings) =>
        Label.Length is 0 or > Code.LongestLabel ? $"Skriv kodens namn, med högst {Code.LongestLabel} tecken."
        : Longest > Code.LongestText ? $"Definitionen och reglerna får ha högst {Code.LongestText} tecken var."
        : siblings.Any(other => string.Equals(other.Label, Label, StringComparison.OrdinalIgnoreCase))
            ? $"Det finns redan en kod som heter ”{Label}” på samma plats. Välj ett annat namn."
        : null;

    private int Longest => Math.Max(Definition.Length, Math.Max(Inclusion.Length, Exclusion.Length));
}
