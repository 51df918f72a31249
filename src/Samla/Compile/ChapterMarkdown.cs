using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What is told of a chapter's Markdown without filling it in.</summary>
internal static partial class ChapterMarkdown
{
    /// <summary>The chapter's title as readers see it; empty where it has none.</summary>
    public static string TitleOf(string text) =>
        Headings(text).FirstOrDefault(heading => heading.Level == 1) is { } title ? TextOf(title) : "";

    /// <summary>The headings below the title, in order.</summary>
    public static IEnumerable<(int Level, string Text)> Below(string text)
    {
        var headings = Headings(text).ToList();
        var title = headings.Find(heading => heading.Level == 1);
        return headings.Where(heading => heading != title).Select(heading => (heading.Level, TextOf(heading)));
    }

    /// <summary>Whether anything in it is filled in from the round; a reference is filled in from the report itself.</summary>
    public static bool HasMarkers(string text) =>
        MarkersInText.Find(text).Any(found => found.Marker is not Marker.Reference);

    /// <summary>Its headings alone.</summary>
    public static string HeadingsOf(string text) =>
        string.Join("\n\n", Headings(text).Select(heading => text[heading.Span.Start..(heading.Span.End + 1)])) + "\n";

    /// <summary>Where the chapter's last heading stands, if that is one of a summary; null otherwise.</summary>
    public static int? SummaryIn(string text) =>
        Headings(text).LastOrDefault() is { Level: > 1 } last && SectionRole.Of(TextOf(last)) is SectionRole.Summary
            ? last.Span.Start
            : null;

    /// <summary>Words that Markdown and the markers read as nothing but letters, on one line.</summary>
    public static string Escaped(string words) => Significant().Replace(words.ReplaceLineEndings(" ").Trim(), @"\$0");

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
                heading.Inline?.Descendants().OfType<LiteralInline>().Select(literal => literal.Content.ToString())
                    ?? []
            )
            .Trim();

    private static IEnumerable<HeadingBlock> Headings(string text) =>
        Markdown.Parse(text, MarkerParser.Pipeline).OfType<HeadingBlock>();

    [GeneratedRegex(@"[\\`*_\[\]<>&#{}]", RegexOptions.None, 1_000)]
    private static partial Regex Significant();
}
