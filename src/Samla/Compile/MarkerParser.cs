using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Samla.Compile;

/// <summary>What stands between double braces in a chapter's Markdown.</summary>
internal sealed class MarkerInline(string text) : LeafInline
{
    public string Text => text;
}

/// <summary>Teaches Markdig the markers; everything else in a chapter is plain Markdown.</summary>
internal sealed class MarkerParser : InlineParser
{
    public static MarkdownPipeline Pipeline { get; } = MakePipeline();

    public MarkerParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var end = slice.Text.IndexOf("}}", slice.Start, slice.End - slice.Start + 1, StringComparison.Ordinal);
        if (end < 0)
        {
            // Never closed: a marker that cannot be understood, so that it is not printed as it stands.
            var line = slice.Text.IndexOf('\n', slice.Start, slice.End - slice.Start + 1);
            var rest = line < 0 ? slice.End + 1 : line;
            processor.Inline = new MarkerInline(slice.Text[slice.Start..rest].TrimEnd());
            slice.Start = rest;
            return true;
        }

        processor.Inline = new MarkerInline(slice.Text[(slice.Start + 2)..end].Trim());
        slice.Start = end + 2;
        return true;
    }

    private static MarkdownPipeline MakePipeline()
    {
        // HTML in a chapter is shown as the text it is.
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.InlineParsers.Insert(0, new MarkerParser());
        return builder.Build();
    }
}
