using System.Globalization;
using System.Text;
using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Publish;

/// <summary>Tables and figures of counts in the report as one web page.</summary>
internal static class HtmlExhibit
{
    private const int Tile = 34;

    /// <param name="exhibit">What is shown.</param>
    /// <param name="encoded">Makes text safe to stand in the page.</param>
    /// <param name="output">Where it is written.</param>
    public static void Write(ReportBlock.Exhibit exhibit, Func<string, string> encoded, TextWriter output)
    {
        output.WriteLine("<figure class=\"exhibit\">");
        output.WriteLine($"<figcaption>{encoded(exhibit.Caption)}</figcaption>");
        if (exhibit.Form == ExhibitForm.Map)
        {
            foreach (var row in exhibit.Rows)
            {
                output.WriteLine(
                    $"<p><b>{encoded(row.Label)}:</b> <span id=\"{ReportOutline.Of(row)}\">{encoded(row.Words)}</span></p>"
                );
                output.WriteLine(Map(row.Standing.Says, encoded));
                output.WriteLine($"<p>{encoded(ReportBlock.Exhibit.NamesOf(row))}</p>");
            }
        }
        else
        {
            WriteTable(exhibit, encoded, output);
        }

        foreach (var remark in exhibit.Remarks)
        {
            output.WriteLine($"<p>{encoded(remark)}</p>");
        }

        output.WriteLine("</figure>");
    }

    private static void WriteTable(ReportBlock.Exhibit exhibit, Func<string, string> encoded, TextWriter output)
    {
        var isTable = exhibit.Form == ExhibitForm.Table;
        var middle = isTable ? "" : "<th scope=\"col\">Andel av dem som fick frågan</th>";
        var last = isTable ? $"<th scope=\"col\">{exhibit.Counted}</th>" : "";
        output.WriteLine("<table>");
        output.WriteLine(
            $"<thead><tr><th scope=\"col\">Påstående</th>{middle}<th scope=\"col\">Antal</th>{last}</tr></thead>"
        );
        output.WriteLine("<tbody>");
        foreach (var row in exhibit.Rows)
        {
            var (says, called) = (row.Standing.Says.Count, row.Standing.Called.Count);
            var bar = isTable
                ? ""
                : $"<td><meter min=\"0\" max=\"{Math.Max(1, called)}\" value=\"{says}\" aria-label=\"{encoded(row.Label)}: {says} av {called}\"></meter></td>";
            var names = isTable ? $"<td>{encoded(ReportBlock.Exhibit.NamesOf(row))}</td>" : "";
            output.WriteLine(
                $"<tr><th scope=\"row\">{encoded(row.Label)}</th>{bar}<td id=\"{ReportOutline.Of(row)}\">{says}</td>{names}</tr>"
            );
        }

        output.WriteLine("</tbody>");
        output.WriteLine("</table>");
    }

    private static string Map(RegionSet says, Func<string, string> encoded)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{RegionOrder.Columns * Tile}\" height=\"{RegionOrder.Rows * Tile}\" role=\"img\" aria-label=\"{encoded(says.IsEmpty ? "Ingen är markerad" : $"Markerade: {says.Names}")}\">"
        );
        foreach (var cell in RegionOrder.NorthToSouth)
        {
            var isFilled = says.Contains(cell.Region);
            var (x, y) = (cell.Column * Tile, cell.Row * Tile);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x + 1}\" y=\"{y + 1}\" width=\"{Tile - 2}\" height=\"{Tile - 2}\" fill=\"{(isFilled ? "#0b5a50" : "#e4ebe8")}\"/><text x=\"{x + (Tile / 2)}\" y=\"{y + 21}\" text-anchor=\"middle\" font-size=\"13\" fill=\"{(isFilled ? "#fff" : "#13201c")}\">{cell.Letter}</text>"
            );
        }

        return svg.Append("</svg>").ToString();
    }
}
