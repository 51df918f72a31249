using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Common;

namespace Samla.Collect.Word;

/// <summary>Interventions as a table for reading: a row for each, with what it produced and what came of it.</summary>
internal static class InterventionTable
{
    private static readonly (string Header, int Width)[] Columns =
    [
        ("Insats", 2_400),
        ("Beskrivning", 2_530),
        ("Prestationer", 1_900),
        ("Effekter", 1_900),
    ];

    /// <summary>The rows as a reader of the file gets them, the header first: cells with a tab between them.</summary>
    public static IEnumerable<string> Lines(IEnumerable<ListInterventions.Line> interventions) =>
        interventions
            .Select(CellsOf)
            .Prepend([.. Columns.Select(column => column.Header)])
            .Select(cells => string.Join('\t', cells).TrimEnd());

    public static void Write(OpenXmlWriter writer, string title, IEnumerable<ListInterventions.Line> interventions)
    {
        var table = new DocxTable(Columns);
        table.Start(writer, title);
        foreach (var intervention in interventions)
        {
            table.WriteRow(writer, CellsOf(intervention).Select(Paragraphs));
        }

        DocxTable.End(writer);
    }

    private static IEnumerable<Paragraph> Paragraphs(string cell) =>
        cell.Split('\n').Select(line => DocxText.Paragraph(DocxStyles.TableText, DocxText.Run(line)));

    private static string[] CellsOf(ListInterventions.Line line) =>
        [
            Cell(
                line.Intervention.Name,
                $"{InterventionWords.KindOf(line.Intervention)}. {InterventionWords.CircumstancesOf(line.Intervention, line.With)}"
            ),
            Cell(line.Intervention.Summary),
            Cell(line.Intervention.Outputs.OrderBy(output => output.Order).Select(InterventionWords.Of)),
            Cell(line.Intervention.Outcomes.OrderBy(outcome => outcome.Order).Select(InterventionWords.Of)),
        ];

    private static string Cell(params IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => SafeText.Of(line).Replace('\n', ' ').Trim()));
}
