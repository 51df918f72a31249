using System.IO.Compression;
using System.Xml.Linq;
using Samla.Domain.Compile;
using Samla.Publish;

namespace Samla.Tests.Publish;

/// <summary>A Word file as it is: parts of XML in a ZIP.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, XDocument> _parts = [];

    public WordFile(byte[] bytes)
    {
        Bytes = bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            _parts[entry.FullName] = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        }
    }

    public byte[] Bytes { get; }

    public XElement Body => Part("word/document.xml").Element(W + "body")!;

    public IEnumerable<XElement> Paragraphs => Body.Descendants(W + "p");

    public IEnumerable<string> Parts => _parts.Keys;

    public static WordFile Of(ReportDocument report)
    {
        using var output = new MemoryStream();
        DocxWriter.Write(report, MadeUpEdition.About, output);
        return new WordFile(output.ToArray());
    }

    public XElement Part(string name) => _parts[name].Root!;

    public IEnumerable<string> TextsIn(string style) =>
        Paragraphs.Where(paragraph => StyleOf(paragraph) == style).Select(Text);

    public static string Text(XElement element) =>
        string.Concat(
            element
                .Descendants()
                .Select(inner =>
                    inner.Name == W + "t" ? inner.Value
                    : inner.Name == W + "br" ? "\n"
                    : inner.Name == W + "tab" && inner.Parent!.Name == W + "r" ? "\t"
                    : ""
                )
        );

    public static string StyleOf(XElement paragraph) =>
        (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "Normal";
}
