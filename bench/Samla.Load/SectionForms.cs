using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Samla.Load;

/// <summary>The forms of a page, as a browser would send them.</summary>
internal static partial class SectionForms
{
    /// <param name="Path">Where the script saves it.</param>
    /// <param name="Token">Shows that it is sent from our page.</param>
    /// <param name="Revision">The one that the text has.</param>
    public sealed record Form(string Path, string Token, int Revision, string Text);

    /// <summary>The forms of the answers, in the page's order.</summary>
    public static IReadOnlyList<Form> Answers(string page) =>
        [
            .. AnswerForm()
                .Matches(page)
                .Select(match => new Form(
                    match.Groups["path"].Value,
                    match.Groups["token"].Value,
                    int.Parse(match.Groups["revision"].Value, CultureInfo.InvariantCulture),
                    WebUtility.HtmlDecode(match.Groups["text"].Value)
                )),
        ];

    /// <summary>The token of a page's first form.</summary>
    public static string Token(string page) => TokenField().Match(page).Groups["token"].Value;

    /// <summary>The pages of the sections that a task list leads to.</summary>
    public static IReadOnlyList<string> Sections(string tasks) =>
        [.. SectionLink().Matches(tasks).Select(match => match.Groups["path"].Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        """<form class="svar.*?data-save="(?<path>[^"]+)".*?name="__RequestVerificationToken" value="(?<token>[^"]+)".*?name="revision" value="(?<revision>\d+)".*?<textarea[^>]*>(?<text>[^<]*)</textarea>""",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex AnswerForm();

    [GeneratedRegex(
        """name="__RequestVerificationToken" value="(?<token>[^"]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex TokenField();

    [GeneratedRegex(
        """<div class="what"><a href="(?<path>[^"]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex SectionLink();
}
