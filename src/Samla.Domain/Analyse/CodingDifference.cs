namespace Samla.Domain.Analyse;

/// <summary>That some of those who read a text gave it a code and others did not.</summary>
/// <param name="Code">The code.</param>
/// <param name="GivenBy">Those who gave it, at least one.</param>
/// <param name="NotGivenBy">Those who read the text to its end and did not, at least one.</param>
public sealed record CodingDifference(Key<Code> Code, IReadOnlyList<string> GivenBy, IReadOnlyList<string> NotGivenBy)
{
    /// <summary>All of a text, in the order of its codes.</summary>
    /// <param name="coders">Those who are compared.</param>
    /// <param name="text">What they read and coded.</param>
    public static IReadOnlyList<CodingDifference> In(IReadOnlyList<string> coders, SharedText text)
    {
        var given = text.Passages.Select(passage => (passage.Coder, passage.Code)).ToHashSet();
        return
        [
            .. from code in text.Codes
            let givenBy = coders.Where(coder => given.Contains((coder, code))).ToList()
            let notGivenBy = coders.Except(givenBy).Where(text.ReadBy.Contains).ToList()
            where givenBy.Count > 0 && notGivenBy.Count > 0
            select new CodingDifference(code, givenBy, notGivenBy),
        ];
    }
}
