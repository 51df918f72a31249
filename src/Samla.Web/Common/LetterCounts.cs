using Samla.Letters;

namespace Samla.Web.Common;

/// <summary>What became of letters, as the address of the page that comes after tells it: how many were sent, kept, not sent, uncertain.</summary>
internal static class LetterCounts
{
    /// <summary>There were no letters.</summary>
    public const string None = "0-0-0-0";

    public static string Of(IReadOnlyList<PostOffice.Outcome> letters) =>
        $"{letters.OfType<PostOffice.Outcome.Sent>().Count()}-{letters.OfType<PostOffice.Outcome.Kept>().Count()}-{letters.OfType<PostOffice.Outcome.NotSent>().Count()}-{letters.OfType<PostOffice.Outcome.Uncertain>().Count()}";

    /// <summary>The same in words; null where an address says something else.</summary>
    /// <param name="counts">As <see cref="Of"/> wrote them.</param>
    /// <param name="none">What is said where there were none.</param>
    public static string? Told(string? counts, string none) =>
        counts == None ? none
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

    private static string? Some(string number, string what) => number == "0" ? null : $"{number} {what}";
}
