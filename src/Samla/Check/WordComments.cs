using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Samla.Check.Reading;
using Samla.Collect.Word;
using Samla.Common;

namespace Samla.Check;

/// <summary>
/// Sets comments in a Word file. Nothing else in it is changed: where a comment begins or ends inside a run of text, the run is cut
/// in two that look alike.
/// </summary>
internal sealed class WordComments
{
    private const string Author = "Samla";
    private const string Initials = "S";

    // Far more than a file has; what is above is nonsense and leaves no room for ours.
    private const int HighestId = 1_000_000_000;

    private static readonly XName Space = XNamespace.Xml + "space";

    private readonly XNamespace _word;
    private readonly XElement _body;
    private readonly XElement _comments;
    private readonly string _at;
    private int _id;

    /// <param name="parts">The file. Its main part is changed as comments are added, and written by <see cref="WriteTo"/>.</param>
    /// <param name="at">When they are made.</param>
    public WordComments(WordParts parts, DateTimeOffset at)
    {
        _body = parts.Body;
        _word = parts.Body.Name.Namespace;
        _comments = parts.Comments ?? new XElement(_word + "comments", new XAttribute(XNamespace.Xmlns + "w", _word));
        _at = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _id = _comments
            .Elements()
            .Select(comment => int.TryParse(comment.Value("id"), CultureInfo.InvariantCulture, out var id) ? id : -1)
            .Where(id => id < HighestId)
            .DefaultIfEmpty(-1)
            .Max();
    }

    /// <summary>Adds a comment at a place; Word has none inside notes and frames, so there it stands where these hang on.</summary>
    /// <param name="place">Where.</param>
    /// <param name="heading">Its first line, in bold.</param>
    /// <param name="lines">The rest.</param>
    public void Add(WordPlace place, string heading, IEnumerable<string> lines)
    {
        var (first, last) = RunsOf(place);
        if (first is null || last is null)
        {
            return;
        }

        var id = (++_id).ToString(CultureInfo.InvariantCulture);
        _comments.Add(
            new XElement(
                _word + "comment",
                new XAttribute(_word + "id", id),
                new XAttribute(_word + "author", Author),
                new XAttribute(_word + "date", _at),
                new XAttribute(_word + "initials", Initials),
                Paragraph(heading, isBold: true),
                lines.Select(line => Paragraph(line, isBold: false))
            )
        );
        var start = new XElement(_word + "commentRangeStart", new XAttribute(_word + "id", id));
        object[] end =
        [
            new XElement(_word + "commentRangeEnd", new XAttribute(_word + "id", id)),
            new XElement(_word + "r", new XElement(_word + "commentReference", new XAttribute(_word + "id", id))),
        ];
        first.AddBeforeSelf(start);
        last.AddAfterSelf(end);
    }

    /// <summary>Writes the file with the comments.</summary>
    /// <param name="file">The file as it was; is changed.</param>
    public void WriteTo(Stream file)
    {
        using var word = WordprocessingDocument.Open(file, isEditable: true);
        var main = word.MainDocumentPart!;
        Save(_body.Document!, main);
        var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
        Save(_comments.Document ?? new XDocument(_comments), part);
    }

    private static void Save(XDocument content, OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        content.Save(stream, SaveOptions.DisableFormatting);
    }

    private XElement Paragraph(string text, bool isBold) =>
        new(
            _word + "p",
            new XElement(
                _word + "r",
                isBold ? new XElement(_word + "rPr", new XElement(_word + "b")) : null,
                new XElement(_word + "t", new XAttribute(Space, "preserve"), SafeText.Of(text))
            )
        );

    private (XElement? First, XElement? Last) RunsOf(WordPlace place)
    {
        if (place.Passage.Host is { } host)
        {
            // A frame hangs on a paragraph, and its comment on the first run there.
            var run = RunOf(host) ?? host.Elements().FirstOrDefault(one => one.IsWord("r"));
            return (run, run);
        }

        var pieces = place.Passage.Pieces;
        CutAt(pieces, place.Start);
        CutAt(pieces, place.End);
        var first = pieces.FindIndex(piece => piece.End > place.Start);
        var last = pieces.FindLastIndex(piece => piece.Start < place.End);
        // A place in a label alone stands at what follows it.
        return first < 0 ? (null, null) : (RunOf(pieces[first].Element), RunOf(pieces[Math.Max(first, last)].Element));
    }

    private static XElement? RunOf(XElement element) => element.Ancestors().FirstOrDefault(outer => outer.IsWord("r"));

    /// <summary>Makes runs end and begin at an offset, where one stands inside a run.</summary>
    private void CutAt(List<WordPassage.Piece> pieces, int offset)
    {
        var index = pieces.FindIndex(piece => piece.Start <= offset && offset < piece.End);
        if (index < 0 || pieces[index] is not { Element.Parent: { } run } piece || !run.IsWord("r"))
        {
            return;
        }

        if (piece.Start == offset)
        {
            if (piece.Element.ElementsBeforeSelf().Any(before => !before.IsWord("rPr")))
            {
                Part(run, [piece.Element, .. piece.Element.ElementsAfterSelf()]);
            }
        }
        else if (piece.From is { } from)
        {
            var words = piece.Element.Value;
            var cut = from + offset - piece.Start;
            var rest = new XElement(_word + "t", new XAttribute(Space, "preserve"), words[cut..]);
            List<XElement> after = [.. piece.Element.ElementsAfterSelf()];
            piece.Element.Value = words[..cut];
            piece.Element.SetAttributeValue(Space, "preserve");
            Part(run, [rest, .. after]);
            pieces[index] = piece with { Length = offset - piece.Start };
            pieces.Insert(
                index + 1,
                piece with
                {
                    Element = rest,
                    Start = offset,
                    Length = piece.End - offset,
                    From = 0,
                }
            );
        }
    }

    /// <summary>Moves elements from the end of a run into a new one after it that looks alike.</summary>
    /// <param name="run">The run.</param>
    /// <param name="elements">The last of its elements; before them there may be one that is new.</param>
    private void Part(XElement run, List<XElement> elements)
    {
        // To remove them one by one would go through all before them each time.
        var first = elements.Find(element => element.Parent == run);
        List<XElement> kept = [.. run.Elements().TakeWhile(element => element != first)];
        run.RemoveNodes();
        run.Add(kept);
        run.AddAfterSelf(new XElement(_word + "r", run.Child("rPr"), elements));
    }
}
