using System.Text;
using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class CheckReportTests
{
    private const string English =
        "The regions report that they work with water and that the councils for water meet to discuss the plans. "
        + "It is the first time that all of the councils are part of the work, and the results from the year are good. ";

    [Theory]
    [InlineData("rapport.txt", "text")]
    [InlineData("rapport.TXT", "text")]
    [InlineData("rapport.text", "text")]
    [InlineData("rapport", "text")]
    [InlineData("rapport.md", "markdown")]
    [InlineData("rapport.markdown", "markdown")]
    public void A_text_is_checked_whatever_its_name_says(string name, string format)
    {
        var source = Sample.Report("Sju regioner har ett råd.\n", name).Text.Source;
        Assert.Equal(new SourceFile(name, format, "utf-8", Characters: 26, Pages: null), source);
    }

    [Fact]
    public void Characters_are_counted_as_a_reader_would() =>
        Assert.Equal(5, Sample.Report("😀åä\r\nö").Text.Source.Characters);

    [Theory]
    [InlineData("rapport.docx", "Filen är ingen Word-fil, vad den än heter.")]
    [InlineData("rapport.pdf", "Filtypen .pdf kan inte läsas ännu.")]
    [InlineData("rapport.html", "Filtypen .html kan inte läsas ännu.")]
    [InlineData("rapport.xyz", "Filtypen .xyz kan inte läsas ännu.")]
    public void A_format_that_is_not_known_is_refused(string name, string message) =>
        Refused(message, Sample.Outcome("Sju regioner har ett råd.\n", name));

    [Fact]
    public void A_text_in_English_is_refused() => Refused("Texten är inte på svenska.", Sample.Outcome(English));

    [Fact]
    public void A_Swedish_text_with_an_English_summary_is_not() =>
        Sample.Checked(
            string.Concat(
                Enumerable.Repeat("Det är en rapport om råd för vatten och om att de har möten på orten. ", 8)
            ) + English
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t")]
    public void An_empty_file_is_refused(string text) => Refused("Filen är tom.", Sample.Outcome(text));

    [Theory]
    [InlineData("rapport.txt")]
    [InlineData("rapport.docx")]
    public void A_Word_document_is_known_by_what_it_is_and_refused_where_it_is_broken(string name) =>
        Refused(
            "Filen är skadad eller är ingen Word-fil.",
            new CheckReport().Run(name, "PK\u0003\u0004"u8.ToArray(), TestContext.Current.CancellationToken)
        );

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Refused(
            "Filen är 20 MB. Granskaren tar emot högst 20 MB.",
            new CheckReport().Run(
                "rapport.txt",
                new byte[CheckReport.MaxBytes + 1],
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public void A_report_that_agrees_with_itself_has_no_findings() =>
        Assert.Empty(Sample.Checked("Två regioner[^1] har råd.\n\n[^1]: Dalarna, Skåne.\n", "rapport.md").Findings);

    [Fact]
    public void Findings_come_in_the_order_of_the_text_and_carry_their_rules_names()
    {
        var findings = Sample
            .Checked(
                "Tre regioner[^1] har har råd. Tre regioner[^2] väntar .\n\n[^1]: Dalarna, Skåne.\n[^2]: Kronberg, Dalarna.\n",
                "rapport.md"
            )
            .Findings;
        Assert.True(findings.Count > 3);
        Assert.Equal(
            findings.OrderBy(finding => (finding.Places[0].Block, finding.Places[0].Start)).ToList(),
            findings
        );
        Assert.All(findings, finding => Assert.Contains(ReportRules.All, rule => rule.Name == finding.Rule));
    }

    [Fact]
    public void Evidence_is_whole_sentences_and_whole_notes_verbatim()
    {
        var (report, findings) = Sample.Checked(
            "De möts. Tre regioner[^1] har råd\nför vatten. De är nya.\n\n[^1]: Dalarna,\nSkåne.\n",
            "rapport.md"
        );
        var finding = Assert.Single(findings, finding => finding.Rule == "count-mismatch");
        Assert.Equal(["Tre regioner[^1] har råd för vatten.", "[^1]: Dalarna, Skåne."], report.EvidenceOf(finding));
    }

    [Fact]
    public void A_check_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() =>
            new CheckReport().Run("rapport.txt", Encoding.UTF8.GetBytes("Råd."), new CancellationToken(canceled: true))
        );

    private static void Refused(string beginning, CheckReport.Outcome outcome) =>
        Assert.StartsWith(
            beginning,
            Assert.IsType<CheckReport.Outcome.Unreadable>(outcome).Message,
            StringComparison.Ordinal
        );
}
