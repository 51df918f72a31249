using System.Globalization;
using System.Text;
using System.Xml;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>What a cell of a picture shows. Each has a form or a number of its own, so that the colour only helps.</summary>
public enum GridShape
{
    /// <summary>A number on a shade.</summary>
    Number,

    /// <summary>A number that may grow: a dashed frame around it.</summary>
    OpenNumber,

    /// <summary>The regions' states as everywhere: a bar, a stub, a stroke, a dashed outline.</summary>
    Says,

    /// <inheritdoc cref="Says"/>
    Silent,

    /// <inheritdoc cref="Says"/>
    NotAsked,

    /// <inheritdoc cref="Says"/>
    NotRead,

    /// <summary>There is no such number, or the other half of a symmetric table has it.</summary>
    Empty,
}

/// <summary>A cell of a picture.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Shade">How dark it is, from 0 to <see cref="GridPicture.Shades"/>.</param>
public readonly record struct GridCell(GridShape Shape, string Text = "", int Shade = 0);

/// <summary>A table as a picture (SVG): numbers or states in a grid, with its title, description and key in it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says, for those who do not see it; the table itself stands beside it.</param>
/// <param name="Mark">The mark of a round of reconstructed texts; null for real rounds.</param>
/// <param name="Columns">Their heads, written upright.</param>
/// <param name="Key">Which forms are explained below it.</param>
public sealed record GridPicture(
    string Title,
    string Description,
    string? Mark,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<GridCell>> Cells,
    IReadOnlyList<(GridShape Shape, string Words)> Key
)
{
    /// <summary>The darkest shade.</summary>
    public const int Shades = 4;

    private const string Svg = "http://www.w3.org/2000/svg";
    private const int Line = 24;
    private const int Sign = 7;
    private const int Margin = 12;

    // Asked for by each cell, so they are measured once.
    private readonly int _labelWidth = (Sign * Longest(Rows)) + Margin;
    private readonly int _cellWidth = Math.Max(
        Line,
        (Sign * Longest(Cells.SelectMany(row => row).Select(cell => cell.Text))) + 10
    );

    /// <summary>Short heads, such as numbers, stand as they are read; others are turned.</summary>
    private readonly bool _hasShortHeads = Longest(Columns) <= 3;

    private readonly int _top =
        Margin + Line + (Mark is null ? 0 : Line) + (Longest(Columns) <= 3 ? Line : (Sign * Longest(Columns)) + Margin);

    /// <summary>In a page the style sheet gives the colours; a file has to bring its own, and they are those of the light scheme.</summary>
    private const string OwnStyle =
        "text{font:13px 'Source Sans 3','Segoe UI','Helvetica Neue',Arial,sans-serif;fill:#13201c}.t{font-size:17px;font-weight:650}.m{fill:#42524c}"
        + ".g{fill:#fff}.n{text-anchor:middle}.h1{fill:#edf5f2}.h2{fill:#dcebe6}.h3{fill:#a9d0c6}.h4{fill:#0b5a50}.on{fill:#fff}"
        + ".o{fill:none;stroke:#42524c;stroke-dasharray:3 2}.says{fill:#0b5a50}.silent{fill:#778983}.ask,.read{fill:none;stroke:#73837c;stroke-width:1.3}.read{stroke-dasharray:2 1.6}"
        + ".l{stroke:#ccd6d1}";

    /// <summary>How dark a number is beside the highest; nought is not shaded.</summary>
    public static int ShadeOf(double number, double highest) =>
        number <= 0 || highest <= 0 ? 0 : Math.Clamp((int)Math.Ceiling(Shades * number / highest), 1, Shades);

    /// <summary>The picture as a file of its own.</summary>
    public void WriteFile(Stream output)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        Write(writer, isFile: true);
    }

    /// <summary>The picture as a part of a page, whose style sheet gives it colours.</summary>
    public string ForPage()
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            Write(writer, isFile: false);
        }

        return text.ToString();
    }

    private void Write(XmlWriter svg, bool isFile)
    {
        var width = Math.Max(
            (2 * Margin) + _labelWidth + (Columns.Count * _cellWidth),
            (2 * Margin) + (Sign * 9 / 7 * Title.Length)
        );
        var keyTop = _top + (Rows.Count * Line) + Margin;
        var height = keyTop + (Key.Count * Line) + Margin;
        svg.WriteStartElement("svg", Svg);
        svg.WriteAttributeString("viewBox", $"0 0 {width} {height}");
        svg.WriteAttributeString("width", Number(width));
        svg.WriteAttributeString("height", Number(height));
        svg.WriteAttributeString("role", "img");
        svg.WriteAttributeString("class", "rutbild");
        svg.WriteAttributeString("aria-labelledby", "bild-titel bild-text");
        Element(svg, "title", Title, ("id", "bild-titel"));
        Element(svg, "desc", Description, ("id", "bild-text"));
        if (isFile)
        {
            Element(svg, "style", OwnStyle);
            Rectangle(svg, "g", 0, 0, width, height);
        }

        Text(svg, "t", Margin, Margin + 16, Title);
        if (Mark is not null)
        {
            Text(svg, "m", Margin, Margin + Line + 14, Marks.Sentence(Mark));
        }

        WriteHeads(svg);
        foreach (var (at, row) in Cells.Index())
        {
            WriteRow(svg, at, row);
        }

        foreach (var (at, (shape, words)) in Key.Index())
        {
            WriteCell(svg, new GridCell(shape), Margin, keyTop + (at * Line), Line);
            Text(svg, "m", Margin + Line + 8, keyTop + (at * Line) + 17, words);
        }

        svg.WriteEndElement();
    }

    private void WriteHeads(XmlWriter svg)
    {
        foreach (var (at, column) in Columns.Index())
        {
            var middle = Margin + _labelWidth + (at * _cellWidth) + (_cellWidth / 2);
            if (_hasShortHeads)
            {
                Text(svg, "n m", middle, _top - 6, column);
            }
            else
            {
                var place = $"translate({Number(middle + 4)} {Number(_top - 6)}) rotate(-90)";
                Element(svg, "text", column, ("transform", place));
            }
        }
    }

    private void WriteRow(XmlWriter svg, int at, IReadOnlyList<GridCell> cells)
    {
        var top = _top + (at * Line);
        Text(svg, null, Margin, top + 17, Rows[at]);
        svg.WriteStartElement("path", Svg);
        svg.WriteAttributeString("class", "l");
        svg.WriteAttributeString(
            "d",
            $"M{Number(Margin)} {Number(top)}h{Number(_labelWidth + (cells.Count * _cellWidth))}"
        );
        svg.WriteEndElement();
        foreach (var (column, cell) in cells.Index())
        {
            WriteCell(svg, cell, Margin + _labelWidth + (column * _cellWidth), top, _cellWidth);
        }
    }

    private static void WriteCell(XmlWriter svg, GridCell cell, int left, int top, int width)
    {
        if (cell.Shade > 0)
        {
            Rectangle(svg, $"h{Number(cell.Shade)}", left + 1, top + 1, width - 2, Line - 2);
        }

        var middle = left + (width / 2);
        switch (cell.Shape)
        {
            case GridShape.OpenNumber:
                Rectangle(svg, "o", left + 2, top + 2, width - 4, Line - 4);
                break;
            case GridShape.Says:
                Rectangle(svg, "says", middle - 3, top + 3, 6, 18);
                break;
            case GridShape.Silent:
                Rectangle(svg, "silent", middle - 3, top + 17, 6, 4);
                break;
            case GridShape.NotAsked:
                svg.WriteStartElement("path", Svg);
                svg.WriteAttributeString("class", "ask");
                svg.WriteAttributeString("d", $"M{Number(middle - 3)} {Number(top + 20)}l6 -11");
                svg.WriteEndElement();
                break;
            case GridShape.NotRead:
                Rectangle(svg, "read", middle - 3, top + 3, 6, 18);
                break;
            case GridShape.Number or GridShape.Empty:
                break;
        }

        if (cell.Text.Length > 0)
        {
            Text(svg, cell.Shade == Shades ? "n on" : "n", middle, top + 17, cell.Text);
        }
    }

    private static int Longest(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty().Max();

    private static void Rectangle(XmlWriter svg, string look, int left, int top, int width, int height)
    {
        svg.WriteStartElement("rect", Svg);
        svg.WriteAttributeString("class", look);
        svg.WriteAttributeString("x", Number(left));
        svg.WriteAttributeString("y", Number(top));
        svg.WriteAttributeString("width", Number(width));
        svg.WriteAttributeString("height", Number(height));
        svg.WriteEndElement();
    }

    private static void Text(XmlWriter svg, string? look, int left, int baseline, string text)
    {
        (string, string)[] place = [("x", Number(left)), ("y", Number(baseline))];
        Element(svg, "text", text, look is null ? place : [("class", look), .. place]);
    }

    private static void Element(
        XmlWriter svg,
        string name,
        string text,
        params (string Name, string Value)[] attributes
    )
    {
        svg.WriteStartElement(name, Svg);
        foreach (var attribute in attributes)
        {
            svg.WriteAttributeString(attribute.Name, attribute.Value);
        }

        svg.WriteString(string.Concat(text.EnumerateRunes().Where(IsWritable)));
        svg.WriteEndElement();
    }

    /// <summary>Whether XML can hold the sign; a label that was copied from somewhere may have others.</summary>
    private static bool IsWritable(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
