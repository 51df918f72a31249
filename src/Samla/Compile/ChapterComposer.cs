using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>Makes blocks of the text of one chapter after another, and has their markers filled in.</summary>
internal sealed class ChapterComposer(MarkerFiller filler)
{
    private static readonly char[] Openers = ['”', '"', '“', '»', '’', '('];
    private static readonly char[] Closers = ['”', '"', '“', '»', '’', ')'];

    public ReportChapter Compose(Chapter chapter)
    {
        filler.Begin(chapter);
        var title = "";
        var blocks = new List<ReportBlock>();
        var numbers = new HeadingNumbers(chapter.Number);
        foreach (var block in Markdown.Parse(chapter.Text, MarkerParser.Pipeline))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading when title.Length == 0:
                    title = HeadingText(heading);
                    break;
                case HeadingBlock heading:
                    blocks.Add(Heading(heading, numbers));
                    break;
                case ParagraphBlock { Inline: { } alone } when Alone(alone) is Marker.Exhibit exhibit:
                    blocks.AddRange(OneOrNone(filler.Exhibit(exhibit)));
                    break;
                case ParagraphBlock { Inline: { } alone } when Alone(alone) is Marker.Strategies:
                    blocks.Add(filler.Strategies());
                    break;
                case ParagraphBlock { Inline: { } alone } when Alone(alone) is Marker.Evidence:
                    blocks.AddRange(OneOrNone(filler.Evidence()));
                    break;
                default:
                    blocks.AddRange(Block(block));
                    break;
            }
        }

        if (title.Length == 0)
        {
            filler.Alarm("Kapitlet har ingen rubrik. Börja det med en rad som ”# Rubrik”.", isBlocking: true);
        }

        if (filler.Alarms.Count == 0 && blocks.TrueForAll(block => block is ReportBlock.Heading))
        {
            filler.Alarm("Kapitlet är inte skrivet än. Det har bara rubriker.", isBlocking: false);
        }

        return new ReportChapter(chapter.Number, chapter.Id.Value, title, blocks, filler.Alarms)
        {
            Unaccepted = filler.Unaccepted,
            UnacceptedAmounts = filler.UnacceptedAmounts,
        };
    }

    private ReportBlock.Heading Heading(HeadingBlock heading, HeadingNumbers numbers)
    {
        filler.Section = numbers.Next(heading.Level);
        return new ReportBlock.Heading(HeadingNumbers.LevelOf(heading.Level), filler.Section, HeadingText(heading));
    }

    private string HeadingText(HeadingBlock heading)
    {
        if (heading.Inline?.Descendants().OfType<MarkerInline>().FirstOrDefault() is { } marker)
        {
            filler.Alarm($"”{{{{{marker.Text}}}}}” står i en rubrik. Rubriker kan inte fyllas i.", isBlocking: true);
        }

        return string.Concat(
                Inlines(heading.Inline, inline => inline is not MarkerInline)
                    .OfType<ReportInline.Words>()
                    .Select(words => words.Text)
            )
            .Trim();
    }

    private IEnumerable<ReportBlock> Block(Block block)
    {
        switch (block)
        {
            case QuoteBlock quote:
                return quote.SelectMany(inner =>
                    inner is ParagraphBlock paragraph ? OneOrNone(Quotation(paragraph)) : Block(inner)
                );
            case ListBlock list:
                return [new ReportBlock.Bullets([.. Items(list)])];
            case ThematicBreakBlock:
                return [];
            case ParagraphBlock paragraph:
                return [new ReportBlock.Paragraph(Inlines(paragraph.Inline))];
            case LeafBlock leaf:
                return [new ReportBlock.Paragraph([new ReportInline.Words(leaf.Lines.ToString())])];
            default:
                return [];
        }
    }

    /// <summary>The items of a list; those of a list inside it follow the item they stand in.</summary>
    private IEnumerable<IReadOnlyList<ReportInline>> Items(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            yield return [.. item.Where(inner => inner is not ListBlock).SelectMany(Block).SelectMany(One)];
            foreach (var inner in item.OfType<ListBlock>().SelectMany(Items))
            {
                yield return inner;
            }
        }

        static IEnumerable<ReportInline> One(ReportBlock block) => block.Inlines;
    }

    /// <summary>The marker that a paragraph is; null for one with words.</summary>
    private static Marker? Alone(ContainerInline paragraph) =>
        paragraph.FirstChild is MarkerInline { NextSibling: null } marker ? Marker.Read(marker.Text) : null;

    private static IEnumerable<ReportBlock> OneOrNone(ReportBlock? block) => block is null ? [] : [block];

    private ReportBlock? Quotation(ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not MarkerInline marker)
        {
            return new ReportBlock.Paragraph(Inlines(paragraph.Inline));
        }

        if (Marker.Read(marker.Text) is not Marker.Quotation(var code, var reporter, var words))
        {
            filler.Alarm(
                $"”{{{{{marker.Text}}}}}” kan inte tolkas. Ett citat skrivs {{{{citat kod reporter}}}}.",
                isBlocking: true
            );
            return null;
        }

        if (marker.NextSibling is not null)
        {
            filler.Alarm(
                "Ett citat ska stå för sig själv i sitt stycke. Flytta resten till ett annat.",
                isBlocking: true
            );
        }

        return filler.Quote(code, reporter, words);
    }

    private List<ReportInline> Inlines(ContainerInline? container, Func<Inline, bool>? which = null)
    {
        var inlines = new List<ReportInline>();
        foreach (var inline in container ?? [])
        {
            if (which is null || which(inline))
            {
                Add(inlines, inline, isStrong: false, isEmphasised: false);
            }
        }

        return inlines;
    }

    private void Add(List<ReportInline> inlines, Inline inline, bool isStrong, bool isEmphasised)
    {
        switch (inline)
        {
            case MarkerInline marker:
                inlines.AddRange(filler.Fill(marker.Text, BeginsSentence(inlines)));
                break;
            case LiteralInline literal:
                inlines.Add(new ReportInline.Words(literal.Content.ToString(), isStrong, isEmphasised));
                break;
            case CodeInline code:
                inlines.Add(new ReportInline.Words(code.Content, isStrong, isEmphasised));
                break;
            case LineBreakInline:
                inlines.Add(new ReportInline.Words(" "));
                break;
            case HtmlEntityInline entity:
                inlines.Add(new ReportInline.Words(entity.Transcoded.ToString(), isStrong, isEmphasised));
                break;
            case EmphasisInline emphasis:
                foreach (var inner in emphasis)
                {
                    var isBold = emphasis.DelimiterCount >= 2;
                    Add(inlines, inner, isStrong || isBold, isEmphasised || !isBold);
                }

                break;
            case ContainerInline other:
                foreach (var inner in other)
                {
                    Add(inlines, inner, isStrong, isEmphasised);
                }

                break;
        }
    }

    private static bool BeginsSentence(List<ReportInline> inlines)
    {
        var before = string.Concat(inlines.Select(inline => inline is ReportInline.Words words ? words.Text : "x"));
        // What a quotation mark or a bracket opens, begins as what stands before it ends.
        var opened = before.TrimEnd(Openers);
        if (opened.Length < before.Length && (opened.Length == 0 || char.IsWhiteSpace(opened[^1])))
        {
            return opened.TrimEnd() is "" or [.., ':'] || Ends(opened.TrimEnd());
        }

        return before.TrimEnd() is var said && (said.Length == 0 || Ends(said.TrimEnd(Closers)));

        static bool Ends(string text) =>
            text is [.., '!' or '?'] || (text is [.., '.'] && !SwedishText.EndsAbbreviation(text, text.Length - 1));
    }
}
