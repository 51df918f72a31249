using System.Text;
using Samla.Compile;
using Samla.Domain.Check;
using Samla.Domain.Compile;

namespace Samla.Check;

/// <summary>Runs the checker of published reports on a report of our own, as a reader of it would.</summary>
public sealed class CheckOwnReport(CheckReport check)
{
    /// <param name="Report">What the checker understood.</param>
    /// <param name="Findings">In the order of the text.</param>
    public sealed record Result(PublishedReport Report, IReadOnlyList<Finding> Findings);

    public Result Run(ReportDocument report, CancellationToken cancellation)
    {
        using var text = new StringWriter();
        ReportMarkdown.Write(AsRunningText(report), text);
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return check.Run("samla.md", bytes, cancellation) is CheckReport.Outcome.Checked(var read, var findings)
            ? new Result(read, findings)
            : throw new InvalidOperationException("The checker cannot read what Samla writes.");
    }

    // Whose words a quotation is stands outside it, and would be read as a sentence without a full stop.
    private static ReportDocument AsRunningText(ReportDocument report) =>
        report with
        {
            Chapters =
            [
                .. report.Chapters.Select(chapter =>
                    chapter with
                    {
                        Blocks = [.. chapter.Blocks.Select(AsRunningText)],
                    }
                ),
            ],
        };

    private static ReportBlock AsRunningText(ReportBlock block) =>
        block switch
        {
            ReportBlock.Quotation(var words, _, _, _) => Paragraph($"”{words}”"),
            // A row is no sentence, and its number and names are written from the same count; what is referred to is its caption.
            ReportBlock.Exhibit exhibit => Paragraph(exhibit.Caption),
            _ => block,
        };

    private static ReportBlock.Paragraph Paragraph(string text) => new([new ReportInline.Words(text)]);
}
