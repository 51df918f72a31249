using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class CheckTextTests
{
    [Fact]
    public void A_person_reads_a_summary_and_then_each_finding_with_its_place_and_evidence() =>
        Assert.Equal(
            """
            rapport.txt: 2 sidor, 1 fotnot, 1 påstående (utf-8)
            2 fel, 0 varningar, 1 anmärkning på formen

            fel  count-mismatch  avsnitt 2.1, sidan 6, fotnot 17
              Texten säger fyra regioner, fotnoten räknar upp tre olika (Halland står mer än en gång).
              | Fyra regioner17 har inrättat ett råd för vatten.
              | 17 Dalarna, Halland, Skåne, Halland.
              → Tre regioner

            form  list-order  avsnitt 2.1, sidan 6, fotnot 17
              Listan står inte i bokstavsordning: Halland kommer efter Skåne.
              | 17 Dalarna, Halland, Skåne, Halland.
              → Dalarna, Halland, Skåne.

            fel  duplicate-region  avsnitt 2.1, sidan 6, fotnot 17
              Halland står mer än en gång i fotnoten. Stryk den ena, eller sätt in den region som skulle stå där.
              | 17 Dalarna, Halland, Skåne, Halland.
              → Dalarna, Halland, Skåne.

            """,
            Written(Sample.WaterReport, color: false)
        );

    [Fact]
    public void A_report_without_findings_says_so() =>
        Assert.Equal(
            "rapport.txt: 0 fotnoter, 0 påståenden (utf-8)\nInga avvikelser.\n",
            Written("Råd finns.\n", color: false)
        );

    [Fact]
    public void Only_a_terminal_gets_colours()
    {
        Assert.Contains(
            "\u001b[31mfel\u001b[0m  count-mismatch",
            Written(Sample.WaterReport, color: true),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\u001b', Written(Sample.WaterReport, color: false));
    }

    [Theory]
    [InlineData(0, 0, 0, "Inga avvikelser.")]
    [InlineData(1, 1, 1, "1 fel, 1 varning, 1 anmärkning på formen")]
    [InlineData(3, 0, 12, "3 fel, 0 varningar, 12 anmärkningar på formen")]
    public void The_summary_counts_by_severity(int errors, int warnings, int infos, string summary) =>
        Assert.Equal(
            summary,
            CheckText.Summary([
                .. Enumerable.Repeat(Finding(Severity.Error), errors),
                .. Enumerable.Repeat(Finding(Severity.Warning), warnings),
                .. Enumerable.Repeat(Finding(Severity.Info), infos),
            ])
        );

    private static Finding Finding(Severity severity) =>
        new()
        {
            Rule = "spacing",
            Severity = severity,
            Message = "",
            Places = [new Place(0, 0, 1)],
        };

    private static string Written(string text, bool color)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var (report, findings) = Sample.Checked(text);
        CheckText.Write(output, report, findings, color);
        return output.ToString();
    }
}
