using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Samla.Web.Analyse;

/// <summary>
/// What was just done on the coding page, as its address says it. Anybody can write an address, so the page tells only what the
/// data agree with.
/// </summary>
/// <param name="Added">The coding that was added; null for none, like the others.</param>
/// <param name="Removed">The code that was taken away from a passage.</param>
/// <param name="Start">Where that passage begins, as a UTF-16 offset.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Read">"ja" or "nej": whether the text was marked as read.</param>
/// <param name="Said">Something else, as a word of the page's own.</param>
/// <param name="Code">The code that it was done to.</param>
public sealed record CodingTold(
    string? Added,
    string? Removed,
    int Start,
    int Length,
    string? Read,
    string? Said,
    string? Code
)
{
    public static CodingTold Nothing { get; } = In("");

    /// <param name="query">What follows the path of the address, from its question mark on.</param>
    public static CodingTold In(string query)
    {
        var words = QueryHelpers.ParseQuery(query.Split('#')[0]);
        string? Word(string name) => words.GetValueOrDefault(name) is [{ Length: > 0 } word] ? word : null;
        int Number(string name) => int.TryParse(Word(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new(
            Word("kodad"),
            Word("borttagen"),
            Number("fran"),
            Number("langd"),
            Word("last"),
            Word("gjort"),
            Word("om")
        );
    }
}
