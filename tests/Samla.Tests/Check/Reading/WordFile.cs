using System.IO.Compression;
using System.Text;
using Samla.Check;

namespace Samla.Tests.Check.Reading;

/// <summary>A Word file made of the XML that a test is about, as Word would write it.</summary>
internal static class WordFile
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private const string Styles = """
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Numrerad1"><w:name w:val="Numrerad rubrik"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Numrerad2"><w:name w:val="Numrerad underrubrik"/><w:basedOn w:val="Rubrik2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
        """;

    private const string Numbering = """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Numrerad1"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
        <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num>
        """;

    /// <param name="body">What stands in the body.</param>
    /// <param name="footnotes">What stands in the footnotes; "" for none.</param>
    /// <param name="endnotes">What stands in the endnotes; "" for none.</param>
    /// <param name="comments">What stands in the comments; "" for none.</param>
    /// <param name="settings">What stands in the settings; "" for none.</param>
    public static byte[] Of(
        string body,
        string footnotes = "",
        string endnotes = "",
        string comments = "",
        string settings = ""
    )
    {
        (string Name, string Content)[] parts =
        [
            ("styles", Styles),
            ("numbering", Numbering),
            ("footnotes", footnotes),
            ("endnotes", endnotes),
            ("comments", comments),
            ("settings", settings),
        ];
        parts = [.. parts.Where(part => part.Content.Length > 0)];
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                archive,
                "[Content_Types].xml",
                $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{Types}.document.main+xml"/>{string.Concat(parts.Select(part => $"""<Override PartName="/word/{part.Name}.xml" ContentType="{Types}.{part.Name}+xml"/>"""))}</Types>"""
            );
            Write(archive, "_rels/.rels", Relationships([("officeDocument", "word/document.xml")]));
            Write(
                archive,
                "word/_rels/document.xml.rels",
                Relationships(parts.Select(part => (part.Name, $"{part.Name}.xml")))
            );
            Write(
                archive,
                "word/document.xml",
                $"""<w:document xmlns:w="{Namespace}"><w:body>{body}</w:body></w:document>"""
            );
            foreach (var (name, content) in parts)
            {
                Write(archive, $"word/{name}.xml", $"""<w:{name} xmlns:w="{Namespace}">{content}</w:{name}>""");
            }
        }

        return file.ToArray();
    }

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text, string style = "") =>
        $"<w:p>{(style.Length > 0 ? $"""<w:pPr><w:pStyle w:val="{style}"/></w:pPr>""" : "")}{R(text)}</w:p>";

    /// <summary>A paragraph of runs and whatever else.</summary>
    public static string Runs(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    public static string R(string text, string look = "") =>
        $"""<w:r>{(look.Length > 0 ? $"<w:rPr>{look}</w:rPr>" : "")}<w:t xml:space="preserve">{text}</w:t></w:r>""";

    /// <summary>The mark of a footnote.</summary>
    public static string Mark(int id) => $"""<w:r><w:footnoteReference w:id="{id}"/></w:r>""";

    /// <summary>A footnote as Word writes it.</summary>
    public static string Note(int id, string text) =>
        $"""<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r>{R(" " + text)}</w:p></w:footnote>""";

    /// <summary>What the checker makes of a file.</summary>
    public static CheckReport.Outcome.Checked Checked(byte[] file, string name = "rapport.docx") =>
        Assert.IsType<CheckReport.Outcome.Checked>(
            new CheckReport().Run(name, file, TestContext.Current.CancellationToken)
        );

    private static string Relationships(IEnumerable<(string Type, string Target)> targets) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(targets.Select((one, index) => $"""<Relationship Id="r{index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
