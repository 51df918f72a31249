using System.Xml.Linq;

namespace Samla.Collect.Word;

/// <summary>A paragraph or a table of a Word file.</summary>
internal abstract record WordBlock
{
    private WordBlock() { }

    /// <param name="Words">As they are when all tracked changes are accepted.</param>
    /// <param name="Written">The same as an answer has them: a list is lines with a hyphen.</param>
    /// <param name="Level">Of a heading, from 1; null for other text.</param>
    /// <param name="Style">The name of its style; "" for the text's own.</param>
    public sealed record Text(string Words, string Written, int? Level, string Style) : WordBlock;

    /// <param name="Rows">The cells of each, a line for each paragraph.</param>
    public sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows) : WordBlock;
}

/// <summary>Reads a Word file that has no fields as paragraphs and tables, as it is when all tracked changes are accepted.</summary>
internal sealed class WordBlocks(WordParts parts)
{
    private readonly WordReader _reader = new(parts);
    private readonly WordStyleNames _styles = new(parts.Styles);

    public IReadOnlyList<WordBlock> Read() => [.. Of(parts.Body.Elements())];

    /// <summary>What stands in the footnotes and endnotes that were referred to, each with the heading it stands under.</summary>
    public IEnumerable<(string Words, string Heading)> Notes() =>
        from note in _reader.Notes.DistinctBy(note => (note.Part, note.Id)).ToList()
        let part = note.Part switch
        {
            "footnoteReference" => parts.Footnotes,
            "endnoteReference" => parts.Endnotes,
            _ => null, // a comment is no part of the text
        }
        let content = part?.Elements().FirstOrDefault(one => one.Value("id") == note.Id)
        where content is not null
        select (string.Join(' ', _reader.ReadBeside(content).Select(line => line.Text)).Trim(), note.Heading);

    private IEnumerable<WordBlock> Of(IEnumerable<XElement> elements)
    {
        var begun = new List<XElement>();
        foreach (var block in Flat(elements))
        {
            var isParagraph = block.IsWord("p");
            if (isParagraph)
            {
                begun.Add(block);
                if (WordReader.EndIsGone(block))
                {
                    continue;
                }
            }

            if (begun.Count > 0)
            {
                yield return TextOf(begun);
                begun = [];
            }

            if (!isParagraph)
            {
                yield return new WordBlock.Table([.. Rows(block)]);
            }
        }

        if (begun.Count > 0)
        {
            yield return TextOf(begun);
        }
    }

    /// <param name="paragraphs">One; or several that are one when their ends are taken away.</param>
    private WordBlock.Text TextOf(List<XElement> paragraphs)
    {
        var lines = _reader.ReadBeside(paragraphs);
        // A heading that is deleted leaves what comes after it as it is.
        var properties = (paragraphs.Find(HasText) ?? paragraphs[^1]).Child("pPr");
        return new WordBlock.Text(
            string.Join('\n', lines.Select(line => line.Text)),
            string.Join('\n', lines.Select(line => line.Written)),
            _styles.LevelOf(properties),
            _styles.NameOfStyle(properties)
        );
    }

    private static bool HasText(XElement paragraph) =>
        paragraph
            .Descendants()
            .Any(one =>
                one.IsWord("t")
                && !string.IsNullOrWhiteSpace(one.Value)
                && !one.Ancestors().Any(outer => outer.IsWord("moveFrom") || outer.IsWord("del"))
            );

    private static IEnumerable<XElement> Flat(IEnumerable<XElement> elements) =>
        elements.SelectMany(block =>
            block.WordName switch
            {
                "p" or "tbl" => [block],
                "sdt" => Flat(block.Child("sdtContent")?.Elements() ?? []),
                "customXml" or "smartTag" or "ins" or "moveTo" => Flat(block.Elements()),
                "del" or "moveFrom" => [],
                _ => Flat(block.Alternative()),
            }
        );

    private IEnumerable<IReadOnlyList<string>> Rows(XElement container) =>
        container
            .Elements()
            .SelectMany(element =>
                element.WordName switch
                {
                    "tr" when element.Child("trPr")?.Child("del") is not null => [],
                    "tr" =>
                    [
                        [.. Cells(element)],
                    ],
                    "sdt" when element.Child("sdtContent") is { } content => Rows(content),
                    "customXml" or "ins" or "moveTo" => Rows(element),
                    _ => (IEnumerable<IReadOnlyList<string>>)[],
                }
            );

    private IEnumerable<string> Cells(XElement container) =>
        container
            .Elements()
            .SelectMany(element =>
                element.WordName switch
                {
                    "tc" when element.Child("tcPr")?.Child("cellDel") is not null => [],
                    "tc" => [CellOf(element)],
                    "sdt" when element.Child("sdtContent") is { } content => Cells(content),
                    "customXml" => Cells(element),
                    _ => (IEnumerable<string>)[],
                }
            );

    private string CellOf(XElement cell) =>
        string.Join(
            '\n',
            Of(cell.Elements())
                .Select(block =>
                    block switch
                    {
                        WordBlock.Text text => text.Written,
                        WordBlock.Table table => string.Join('\n', table.Rows.Select(row => string.Join('\t', row))),
                        _ => throw new System.Diagnostics.UnreachableException(),
                    }
                )
        );
}
