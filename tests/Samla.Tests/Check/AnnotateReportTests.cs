using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Samla.Check;
using Samla.Domain.Check;
using Samla.Tests.Testing;
using static Samla.Tests.Check.Reading.WordFile;

namespace Samla.Tests.Check;

public sealed class AnnotateReportTests
{
    [Fact]
    public void Each_finding_is_a_comment_around_its_words()
    {
        var file = Of(
            Runs(R("De möts. Fyra regioner", "<w:b/>"), Mark(1), R(" har har ett råd.")),
            Note(1, "Dalarna, Halland.")
        );
        var (findings, annotated) = Annotated(file, "rapport.docx");
        Assert.Contains(findings, finding => finding.Rule == "count-mismatch");
        Assert.Contains(findings, finding => finding.Rule == "repeated-word");
        var comments = Comments(annotated);
        Assert.Equal(findings.Count, comments.Count);
        Assert.Contains(
            comments,
            comment =>
                comment is { About: "Fyra regioner", Author: "Samla" }
                && comment.Text.StartsWith("Fel: ", StringComparison.Ordinal)
                && comment.Text.Contains("Förslag: Två regioner", StringComparison.Ordinal)
        );
        Assert.Contains(comments, comment => comment.About.Trim() is "har har");
    }

    [Fact]
    public void The_report_with_comments_is_read_as_the_report_without()
    {
        var file = Of(
            P("2 Vatten", "Rubrik1")
                + Runs(
                    R("Fyra regioner", "<w:i/>"),
                    Mark(1),
                    R(" har  har ett råd , och "),
                    $"""<w:hyperlink w:anchor="x">{R("två regioner")}</w:hyperlink>""",
                    Mark(2),
                    R(" väntar .")
                ),
            Note(1, "Dalarna, Kronberg.") + Note(2, "Dalarna; Skåne, Skåne.")
        );
        var before = Checked(file);
        var (findings, annotated) = Annotated(file, "rapport.docx");
        var after = Checked(annotated);
        Assert.Equal(
            before.Report.Text.Blocks.Select(block => block.Text),
            after.Report.Text.Blocks.Select(block => block.Text)
        );
        Assert.Equal(
            before.Findings.Select(finding => finding.Message),
            after.Findings.Select(finding => finding.Message)
        );
        Assert.Equal(findings.Count, Comments(annotated).Count);
    }

    [Fact]
    public void Comments_that_were_there_are_kept()
    {
        var file = Of(
            Runs(R("Fyra regioner"), Mark(1), R(" har ett råd.")),
            Note(1, "Dalarna, Halland."),
            comments: $"""<w:comment w:id="4" w:author="Handläggare">{P("Stämmer det?")}</w:comment>"""
        );
        var (findings, annotated) = Annotated(file, "rapport.docx");
        var authors = Comments(annotated).Select(comment => comment.Author).ToList();
        Assert.Equal(findings.Count + 1, authors.Count);
        Assert.Equal("Handläggare", authors[0]);
    }

    [Fact]
    public void A_finding_in_a_note_stands_at_its_mark()
    {
        var (_, annotated) = Annotated(
            Of(Runs(R("Två regioner"), Mark(1), R(" har ett råd.")), Note(1, "Dalarna, Hallland.")),
            "rapport.docx"
        );
        Assert.Contains(
            Comments(annotated),
            comment => comment.Text.Contains("Hallland", StringComparison.Ordinal) && comment.About == ""
        );
    }

    [Theory]
    [InlineData("rapport.txt", Sample.WaterReport)]
    [InlineData(
        "rapport.md",
        "## 2 Vatten\n\nFyra regioner[^3] har har råd. Tre regioner[^4] väntar .\n\n- Två regioner[^3] möts.\n\n[^3]: Dalarna, Skåne.\n[^4]: Kronberg, Dalarna.\n"
    )]
    public void A_text_becomes_a_Word_file_with_comments_that_says_the_same(string name, string text)
    {
        var before = Sample.Checked(text, name);
        var (findings, annotated) = Annotated(Encoding.UTF8.GetBytes(text), name);
        var after = Checked(annotated);
        Assert.Equal(findings.Count, Comments(annotated).Count);
        Assert.Equal(
            before.Report.ListedClaims.Select(claim => (claim.Id, claim.Claim.Regions, claim.Claim.Quantifier)),
            after.Report.ListedClaims.Select(claim => (claim.Id, claim.Claim.Regions, claim.Claim.Quantifier))
        );
        Assert.Contains(Comments(annotated), comment => comment.About == "Fyra regioner");
        Assert.Equal(
            before.Report.Sections.Select(section => section.Number),
            after.Report.Sections.Select(section => section.Number)
        );
    }

    [Fact]
    public void A_report_with_very_many_findings_says_how_many_there_are()
    {
        var text = string.Concat(Enumerable.Repeat("De har har möten. ", AnnotateReport.MaxComments + 5));
        var (findings, annotated) = Annotated(Encoding.UTF8.GetBytes(text), "rapport.txt");
        Assert.True(findings.Count > AnnotateReport.MaxComments);
        var comments = Comments(annotated, validate: false);
        Assert.Equal(AnnotateReport.MaxComments + 1, comments.Count);
        Assert.Contains("3 005", comments[^1].Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_typed_notes_has_its_comments_too()
    {
        var raised = """<w:vertAlign w:val="superscript"/>""";
        var (findings, annotated) = Annotated(
            Of(
                Runs(R("Tre regioner"), R("1", raised), R(" har har ett råd för vatten."))
                    + Runs(R("1", raised), R(" Dalarna, Halland."))
            ),
            "rapport.docx"
        );
        var comments = Comments(annotated);
        Assert.Equal(findings.Count, comments.Count);
        Assert.Contains(comments, comment => comment.About == "Tre regioner");
    }

    [Fact]
    public void What_is_no_part_of_the_text_in_Word_moves_no_comment()
    {
        const string Text =
            "Tre regioner[^9] har gem\u00ADensamma råd råd.\n\n# \n\nDe har har möten.\n\n[^3]: Dalarna.\n";
        var (_, annotated) = Annotated(Encoding.UTF8.GetBytes(Text), "rapport.md");
        var about = Comments(annotated).Select(comment => comment.About.Trim()).ToList();
        Assert.Contains("råd råd", about);
        Assert.Contains("har har", about);
    }

    [Fact]
    public void A_text_that_is_too_textfor_a_Word_file_is_refused()
    {
        var text = new PublishedText(
            new SourceFile("rapport.txt", "text", "utf-8", 0, Pages: null),
            [
                .. Enumerable
                    .Range(0, 700_000)
                    .Select(index => new Block(index, BlockKind.Paragraph, "Råd.", Page: null, [])),
            ],
            []
        );
        var report = new PublishedReport
        {
            Text = text,
            Words = [],
            Mentions = [],
            Sections = [],
            Sentences = [],
            Footnotes = [],
            Claims = [],
        };
        var outcome = new AnnotateReport(new SteadyClock()).Run(
            default,
            report,
            [],
            TestContext.Current.CancellationToken
        );
        Assert.StartsWith(
            "Texten är för lång",
            Assert.IsType<AnnotateReport.Outcome.Refused>(outcome).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Notes_that_skip_numbers_or_stand_twice_keep_the_numbers_of_the_print()
    {
        const string Text =
            "Två regioner[^2] har råd. Två regioner[^5] möts. En region[^2] väntar.\n\n[^2]: Dalarna, Skåne.\n[^5]: Dalarna, Halland.\n[^5]: Skåne.\n[^9]: Halland.\n";
        var (_, annotated) = Annotated(Encoding.UTF8.GetBytes(Text), "rapport.md");
        Assert.Equal([2, 5], Checked(annotated).Report.Footnotes.Select(note => note.Footnote.Number));
    }

    [Fact]
    public async Task LibreOffice_keeps_the_comments()
    {
        using var office = new LibreOffice();
        var (findings, annotated) = Annotated(Encoding.UTF8.GetBytes(Sample.WaterReport), "rapport.txt");
        Assert.Equal(findings.Count, Comments(await office.Save(annotated, "docx", "docx"), validate: false).Count);
    }

    private static (IReadOnlyList<Finding> Findings, byte[] File) Annotated(byte[] file, string name)
    {
        var outcome = new CheckReport().Run(name, file, TestContext.Current.CancellationToken);
        var (report, findings) = Assert.IsType<CheckReport.Outcome.Checked>(outcome);
        var annotated = new AnnotateReport(new SteadyClock()).Run(
            file,
            report,
            findings,
            TestContext.Current.CancellationToken
        );
        return (findings, Assert.IsType<AnnotateReport.Outcome.Annotated>(annotated).File);
    }

    /// <summary>The comments of a file, each with the words it is about.</summary>
    private static List<(string Author, string Text, string About)> Comments(byte[] file, bool validate = true)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        if (validate)
        {
            Assert.Empty(
                new OpenXmlValidator()
                    .Validate(word, TestContext.Current.CancellationToken)
                    .Select(error => error.Description)
            );
        }

        var main = word.MainDocumentPart!;
        var elements = main.Document!.Descendants().ToList();
        return
        [
            .. main.WordprocessingCommentsPart!.Comments!.Elements<Comment>()
                .Select(comment =>
                {
                    var about = elements
                        .SkipWhile(one => (one as CommentRangeStart)?.Id?.Value != comment.Id?.Value)
                        .TakeWhile(one => (one as CommentRangeEnd)?.Id?.Value != comment.Id?.Value)
                        .OfType<Text>();
                    return (comment.Author!.Value!, comment.InnerText, string.Concat(about.Select(text => text.Text)));
                }),
        ];
    }
}
