using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Samla.Tests.Testing;

/// <summary>
/// Workbooks as the bare files in their package, without the library that the program uses: an independent judge of what is
/// written, and a maker of files as other programs save them.
/// </summary>
internal static class XlsxText
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The texts of the cells, by sheet, row and column.</summary>
    public static Dictionary<string, List<List<string>>> Read(byte[] file) =>
        Sheets(file)
            .ToDictionary(
                sheet => sheet.Name,
                sheet =>
                    sheet
                        .Content.Descendants(Main + "row")
                        .Select(row => row.Elements(Main + "c").Select(TextOf).ToList())
                        .ToList()
            );

    /// <summary>The cells whose text is this, as they are written, with the style that each has.</summary>
    public static IEnumerable<(XElement Cell, XElement Style)> CellsWith(byte[] file, string text)
    {
        var styles = Part(file, "xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements().ToList();
        return from sheet in Sheets(file)
            from cell in sheet.Content.Descendants(Main + "c")
            where TextOf(cell) == text
            select (cell, styles[int.Parse(cell.Attribute("s")!.Value, CultureInfo.InvariantCulture)]);
    }

    /// <summary>A sheet as it is written.</summary>
    public static XDocument Sheet(byte[] file, string name) => Sheets(file).Single(sheet => sheet.Name == name).Content;

    public static int Formulas(byte[] file) => Sheets(file).Sum(sheet => sheet.Content.Descendants(Main + "f").Count());

    /// <summary>A workbook with shared strings, as Excel saves one. A text that is a plain number becomes one, outside the first row.</summary>
    public static byte[] Write(Dictionary<string, List<List<string>>> sheets)
    {
        using var output = new MemoryStream();
        using (var package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var texts = new List<string>();
            var names = sheets.Keys.ToList();
            foreach (var (at, name) in names.Index())
            {
                Add(package, $"xl/worksheets/sheet{at + 1}.xml", SheetOf(sheets[name], texts));
            }

            Add(
                package,
                "xl/sharedStrings.xml",
                new XElement(Main + "sst", texts.Select(text => new XElement(Main + "si", TextElement(text))))
            );
            Add(
                package,
                "xl/workbook.xml",
                new XElement(
                    Main + "workbook",
                    new XElement(
                        Main + "sheets",
                        names.Select(
                            (name, at) =>
                                new XElement(
                                    Main + "sheet",
                                    new XAttribute("name", name),
                                    new XAttribute("sheetId", at + 1),
                                    new XAttribute(Relations + "id", $"rId{at + 1}")
                                )
                        )
                    )
                )
            );
            AddRelations(package, names.Count);
        }

        return output.ToArray();
    }

    private static XElement SheetOf(List<List<string>> rows, List<string> texts) =>
        new(
            Main + "worksheet",
            new XElement(
                Main + "sheetData",
                rows.Select(
                    (row, number) =>
                        new XElement(
                            Main + "row",
                            new XAttribute("r", number + 1),
                            row.Select(
                                (text, column) => CellOf(text, $"{Letters(column)}{number + 1}", number > 0, texts)
                            )
                        )
                )
            )
        );

    private static XElement? CellOf(string text, string place, bool mayBeNumber, List<string> texts)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (mayBeNumber && text.Length < 10 && text.All(char.IsAsciiDigit) && text[0] != '0')
        {
            return new XElement(Main + "c", new XAttribute("r", place), new XElement(Main + "v", text));
        }

        texts.Add(text);
        return new XElement(
            Main + "c",
            new XAttribute("r", place),
            new XAttribute("t", "s"),
            new XElement(Main + "v", texts.Count - 1)
        );
    }

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"A{(char)('A' + column - 26)}";

    private static XElement TextElement(string text) =>
        new(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private static void AddRelations(ZipArchive package, int sheets)
    {
        XNamespace packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Add(
            package,
            "xl/_rels/workbook.xml.rels",
            new XElement(
                packageRelations + "Relationships",
                Enumerable
                    .Range(1, sheets)
                    .Select(at => Relation($"rId{at}", "worksheet", $"worksheets/sheet{at}.xml")),
                Relation("rIdS", "sharedStrings", "sharedStrings.xml")
            )
        );
        Add(
            package,
            "_rels/.rels",
            new XElement(packageRelations + "Relationships", Relation("rId1", "officeDocument", "xl/workbook.xml"))
        );
        Add(
            package,
            "[Content_Types].xml",
            new XElement(
                types + "Types",
                new XElement(
                    types + "Default",
                    new XAttribute("Extension", "rels"),
                    new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
                ),
                Override("/xl/workbook.xml", $"{Sheet}.sheet.main+xml"),
                Override("/xl/sharedStrings.xml", $"{Sheet}.sharedStrings+xml"),
                Enumerable
                    .Range(1, sheets)
                    .Select(at => Override($"/xl/worksheets/sheet{at}.xml", $"{Sheet}.worksheet+xml"))
            )
        );

        XElement Relation(string id, string type, string target) =>
            new(
                packageRelations + "Relationship",
                new XAttribute("Id", id),
                new XAttribute("Type", $"{Office}/{type}"),
                new XAttribute("Target", target)
            );

        XElement Override(string part, string type) =>
            new(types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));
    }

    private static void Add(ZipArchive package, string name, XElement content)
    {
        using var stream = package.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content.ToString(SaveOptions.DisableFormatting)));
    }

    private static IEnumerable<(string Name, XDocument Content)> Sheets(byte[] file)
    {
        var targets = Part(file, "xl/_rels/workbook.xml.rels")
            .Root!.Elements()
            .ToDictionary(one => one.Attribute("Id")!.Value, one => one.Attribute("Target")!.Value.TrimStart('/'));
        return Part(file, "xl/workbook.xml")
            .Descendants(Main + "sheet")
            .Select(sheet => (sheet.Attribute("name")!.Value, targets[sheet.Attribute(Relations + "id")!.Value]))
            .Select(sheet =>
                (
                    sheet.Value,
                    Part(
                        file,
                        sheet.Item2.StartsWith("xl/", StringComparison.Ordinal) ? sheet.Item2 : $"xl/{sheet.Item2}"
                    )
                )
            );
    }

    private static string TextOf(XElement cell) =>
        cell.Element(Main + "is") is { } text
            ? string.Concat(text.Descendants(Main + "t").Select(part => part.Value))
            : cell.Element(Main + "v")?.Value ?? "";

    private static XDocument Part(byte[] file, string name)
    {
        using var package = new ZipArchive(new MemoryStream(file));
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
