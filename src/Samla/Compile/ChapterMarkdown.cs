using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Samla.Compile;

/// <summary>What is told of a chapter's Markdown without filling it in.</summary>
internal static class ChapterMarkdown
{
    /// <summary>The chapter's title as readers see it; empty where it has none.</summary>
    public static string TitleOf(string text) =>
        string.Concat(
                Headings(text)
                    .FirstOrDefault(heading => heading.Level == 1)
                    ?.Inline?.Descendants()
                    .OfType<LiteralInline>()
                    .Select(literal => literal.Content.ToString())
                    ?? []
            )
            .Trim();

    /// <summary>Whether anything in it is filled in from the round.</summary>
    public static bool HasMarkers(string text) => MarkersInText.Find(text).Any();

    /// <summary>Its headings alone.</summary>
    public static string HeadingsOf(string text) =>
        string.Join("\n\n", Headings(text).Select(heading => text[heading.Span.Start..(heading.Span.End + 1)])) + "\n";

    private static IEnumerable<HeadingBlock> Headings(string text) =>
        Markdown.Parse(text, MarkerParser.Pipeline).OfType<HeadingBlock>();
}
