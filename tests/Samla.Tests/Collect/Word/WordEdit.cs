using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>A template in somebody's hands: opened, changed by hand, saved.</summary>
internal sealed class WordEdit
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Document = "word/document.xml";

    private readonly Dictionary<string, byte[]> _parts = [];

    public WordEdit(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            _parts[entry.FullName] = bytes.ToArray();
        }

        Root = Load(Document);
    }

    public XElement Root { get; }

    public XElement Body => Root.Element(W + "body")!;

    public IEnumerable<string> Parts => _parts.Keys;

    /// <summary>A template as the reporter downloads it.</summary>
    public static async Task<WordEdit> Of(TestDatabase database, Key<Reporter> reporter) =>
        new(
            (
                await database.Ask(
                    (WriteTemplate write) =>
                        write.Run(Sample2023.Round, reporter, TestContext.Current.CancellationToken)
                )
            )!
        );

    public XElement Load(string part) =>
        XDocument.Load(new MemoryStream(_parts[part]), LoadOptions.PreserveWhitespace).Root!;

    public void Put(string part, string text) => _parts[part] = Encoding.UTF8.GetBytes(text);

    public void Put(string part, byte[] bytes) => _parts[part] = bytes;

    public void Remove(string part) => _parts.Remove(part);

    /// <summary>The content control of a requirement.</summary>
    public XElement Control(string requirement) => Controls(requirement).First();

    public IEnumerable<XElement> Controls(string requirement) =>
        Root.Descendants(W + "sdt")
            .Where(control =>
                (string?)control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val") == requirement
            );

    public XElement Content(string requirement) => Control(requirement).Element(W + "sdtContent")!;

    /// <summary>Writes a whole answer, a paragraph for each line.</summary>
    public WordEdit Fill(string requirement, params string[] lines)
    {
        Content(requirement).ReplaceNodes(lines.Select(Paragraph));
        return this;
    }

    public static XElement Paragraph(string text) => Paragraph(Run(text));

    public static XElement Paragraph(params object[] content) => new(W + "p", content);

    public static XElement Run(string text) =>
        new(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));

    public static XElement Inserted(params object[] content) => new(W + "ins", Change(), content);

    public static XElement Deleted(string text) =>
        new(W + "del", Change(), new XElement(W + "r", new XElement(W + "delText", text)));

    private static XAttribute[] Change() =>
        [new(W + "id", 901), new(W + "author", "En kollega"), new(W + "date", "2024-02-01T09:00:00Z")];

    /// <summary>The properties of a paragraph whose end somebody has taken away, tracked.</summary>
    public static XElement EndDeleted() => new(W + "pPr", new XElement(W + "rPr", new XElement(W + "del", Change())));

    public static XElement Cell(string text, params XElement[] properties) =>
        new(W + "tc", new XElement(W + "tcPr", properties), Paragraph(text));

    public static XElement Table(params XElement[][] rows) =>
        new(
            W + "tbl",
            new XElement(W + "tblPr"),
            new XElement(W + "tblGrid"),
            rows.Select(row => new XElement(W + "tr", row))
        );

    public byte[] Save()
    {
        using (var document = new MemoryStream())
        {
            new XDocument(Root).Save(document, SaveOptions.DisableFormatting);
            _parts[Document] = document.ToArray();
        }

        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in _parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
