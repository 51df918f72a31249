using Samla.Collect.Word;
using Samla.Domain.Check;

namespace Samla.Check.Reading;

/// <summary>
/// A report in a Word file. Notes that are Word's own are read as such. In a file without them, as one that was made out of a PDF
/// or a text, notes may be typed, and the words are read as <see cref="ReportTextReader"/> reads a text.
/// </summary>
internal sealed class WordReport
{
    // A paragraph this long that ends without a full stop is a line of a text that was broken by hand.
    private const int LongLine = 40;
    private const string Encoding = "utf-8";

    private readonly IReadOnlyList<WordPassage> _passages;
    private readonly WordTypedText? _typed;

    private WordReport(PublishedText text, IReadOnlyList<WordPassage> passages, WordTypedText? typed)
    {
        Text = text;
        _passages = passages;
        _typed = typed;
    }

    public PublishedText Text { get; }

    /// <summary>Reads a file; or says why it is not read, in Swedish.</summary>
    public static (WordReport? Report, string? Trouble) Read(string name, ReadOnlyMemory<byte> content)
    {
        var (parts, trouble) = WordParts.Read(content);
        return parts is null ? (null, trouble) : (Read(name, parts), null);
    }

    /// <param name="name">The file's name.</param>
    /// <param name="parts">Their elements are those that <see cref="Find"/> leads to.</param>
    public static WordReport Read(string name, WordParts parts)
    {
        var notes = new WordNoteNumbers(parts);
        var all = WordPassages.Read(parts, notes);
        if (!notes.Any && Typed(name, all) is { } typed)
        {
            return typed;
        }

        List<WordPassage> passages = [.. all.Where(passage => !passage.IsEmpty || passage.Kind == BlockKind.Note)];
        return new WordReport(TextOf(name, passages), passages, typed: null);
    }

    /// <summary>Where the first words of the file stand; null for a file without any.</summary>
    public WordPlace? Beginning => WordPlace.First(_passages);

    /// <summary>Where a place of <see cref="Text"/> stands in the file; null where it cannot be told.</summary>
    public WordPlace? Find(Place place) =>
        _typed is null ? new WordPlace(_passages[place.Block], place.Start, place.Length) : _typed.Find(Text, place);

    private static PublishedText TextOf(string name, List<WordPassage> passages)
    {
        var headings = passages.Exists(passage => passage.Kind == BlockKind.Heading)
            ? []
            : HeadingLines.Find([
                .. passages.Select(passage => passage.Kind == BlockKind.Paragraph ? passage.Text : ""),
            ]);
        List<Block> blocks =
        [
            .. passages.Select(
                (passage, index) =>
                    headings.TryGetValue(index, out var heading)
                        ? new Block(index, BlockKind.Heading, passage.Text, Page: null, passage.Marks)
                        {
                            Level = heading.Level,
                        }
                        : new Block(index, KindOf(passage), passage.Text, Page: null, passage.Marks)
                        {
                            Level = passage.Level,
                        }
            ),
        ];
        return new PublishedText(
            Source(name, blocks),
            blocks,
            [
                .. passages
                    .Index()
                    .Where(passage => passage.Item.Number is not null)
                    .Select(passage => new Note(passage.Item.Number!.Value, passage.Index, passage.Item.TextStart)),
            ]
        );
    }

    // Many type the sign of an item themselves.
    private static BlockKind KindOf(WordPassage passage) =>
        passage.Kind == BlockKind.Paragraph && ReportTextReader.IsItem(passage.Text) ? BlockKind.Bullet : passage.Kind;

    // The length of the text is that of its blocks with a line end between them, in whole characters.
    private static SourceFile Source(string name, List<Block> blocks) =>
        new(
            Path.GetFileName(name),
            SourceFile.Word,
            Encoding,
            blocks.Sum(block => block.Text.Length - block.Text.Count(char.IsLowSurrogate))
                + Math.Max(0, blocks.Count - 1),
            Pages: null
        );

    private static WordReport? Typed(string name, IReadOnlyList<WordPassage> passages)
    {
        var typed = WordTypedText.Of(passages, AreLines(passages));
        var text = ReportTextReader.Read("", typed.Text, Encoding);
        return text.Notes.Count == 0
            ? null
            : new WordReport(
                text with
                {
                    Source = text.Source with { Name = Path.GetFileName(name), Format = SourceFile.Word },
                },
                passages,
                typed
            );
    }

    private static bool AreLines(IReadOnlyList<WordPassage> passages)
    {
        List<string> texts =
        [
            .. passages
                .Where(passage => passage is { Kind: BlockKind.Paragraph, Text.Length: >= LongLine })
                .Select(passage => passage.Text.TrimEnd("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹”\")".ToCharArray())),
        ];
        return texts.Count(text => text is not [.., '.' or '!' or '?' or ':']) * 2 > texts.Count;
    }
}

/// <summary>A stretch of a passage.</summary>
internal readonly record struct WordPlace(WordPassage Passage, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The first words of some passages; null where none has any.</summary>
    public static WordPlace? First(IEnumerable<WordPassage> passages) =>
        passages.FirstOrDefault(passage => passage is { Host: null, Pieces.Count: > 0 }) is { } first
            ? new WordPlace(first, first.Pieces[0].Start, first.Pieces[0].Length)
            : null;
}
