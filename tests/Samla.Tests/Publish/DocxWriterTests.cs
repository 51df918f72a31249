using System.IO.Compression;
using System.IO.Pipelines;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;

namespace Samla.Tests.Publish;

public sealed class DocxWriterTests
{
    private const string Dangerous = "<script>alert(1)</script> & ]]> \u0001\u000B\uFFFE\uD800 \"å\"\r\nrad två";

    private static readonly XNamespace W = WordFile.W;
    private static readonly WordFile File = WordFile.Of(MadeUpEdition.Report);

    public static TheoryData<ReportDocument> Reports { get; } =
    [
        MadeUpEdition.Report,
        MadeUpEdition.Report with
        {
            Mark = null,
        },
        MadeUpEdition.Report with
        {
            Chapters = [],
        },
        MadeUpEdition.Saying(Dangerous),
    ];

    [Theory]
    [MemberData(nameof(Reports), DisableDiscoveryEnumeration = true)]
    public void Word_finds_nothing_wrong_in_the_file(ReportDocument report)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(report).Bytes), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(word, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    [Fact]
    public void Warming_up_meets_no_trouble_that_nobody_would_see() =>
        Assert.Null(Record.Exception(EditionFiles.WarmUpWord));

    [Fact]
    public void Each_note_is_a_footnote_with_the_text_of_its_claim()
    {
        var notes = File.Part("word/footnotes.xml")
            .Elements(W + "footnote")
            .ToDictionary(note => (int)note.Attribute(W + "id")!, WordFile.Text);
        var references = File.Body.Descendants(W + "footnoteReference").Select(mark => (int)mark.Attribute(W + "id")!);
        Assert.Equal(MadeUpEdition.Notes, references.Select(id => notes[id].TrimStart()));
    }

    [Fact]
    public void The_mark_of_a_note_stands_right_after_the_words_of_its_claim()
    {
        var words =
            from mark in File.Body.Descendants(W + "footnoteReference")
            select WordFile.Text(mark.Parent!.ElementsBeforeSelf(W + "r").Last());
        Assert.Equal(["Tre regioner", "två regioner", "En region", "Två regioner", "två regioner"], words);
    }

    [Fact]
    public void A_claim_that_needs_no_note_has_none() =>
        Assert.DoesNotContain(
            "footnoteReference",
            File.Body.Descendants(W + "r")
                .Single(run => WordFile.Text(run) == "Samtliga regioner")
                .NextNode!.ToString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("separator")]
    [InlineData("continuationSeparator")]
    public void A_line_parts_the_notes_from_the_text(string line) =>
        Assert.Single(
            File.Part("word/footnotes.xml").Elements(W + "footnote"),
            note => (string?)note.Attribute(W + "type") == line && note.Descendants(W + line).Any()
        );

    [Fact]
    public void A_chapter_alone_keeps_the_numbers_of_its_notes() =>
        Assert.Equal(
            "4",
            (string?)
                WordFile
                    .Of(MadeUpEdition.Report with { Chapters = [MadeUpEdition.Report.Chapters[1]] })
                    .Part("word/settings.xml")
                    .Descendants(W + "numStart")
                    .Single()
                    .Attribute(W + "val")
        );

    [Fact]
    public void A_reference_leads_to_the_heading_that_it_names() =>
        Assert.Equal(
            [("avsnitt 4.1", "4.1 Ångbåtar"), ("kapitel 4", "4 Vattendrag")],
            File.Body.Descendants(W + "hyperlink")
                .Where(link => WordFile.Text(link) is "avsnitt 4.1" or "kapitel 4")
                .Select(link =>
                    (
                        WordFile.Text(link),
                        WordFile.Text(
                            File.Paragraphs.Single(paragraph =>
                                Bookmark(paragraph) == (string?)link.Attribute(W + "anchor")
                            )
                        )
                    )
                )
        );

    [Fact]
    public void A_comparison_stands_in_its_sentence() =>
        Assert.Contains("Det är en fler än föregående år.", File.Paragraphs.Select(WordFile.Text));

    [Theory]
    [InlineData("Title", "Sjöar och vattendrag 2023")]
    [InlineData("Heading1", "3 Sjöar", "4 Vattendrag", "Bilaga: påståenden och regioner")]
    [InlineData("Heading2", "3.1 Uttrar", "4.1 Ångbåtar")]
    [InlineData("Heading3", "3.1.1 Utanför länet")]
    [InlineData("Heading4", "3.1.1.1 Längst ned")]
    [InlineData("Quote", "”Vi räknar dem.", "Varje vår.”")]
    [InlineData("QuoteSpeaker", "Region Skåne")]
    [InlineData("ListBullet", "Utterdagen (Skåne).", "En region räknar bävrar.")]
    [InlineData("Subtitle", "Utgåva 2, 26\u00A0november 2026", "Verket för sjöar")]
    public void Each_kind_of_text_has_its_style(string style, params string[] texts) =>
        Assert.Equal(texts, File.TextsIn(style));

    [Fact]
    public void Every_style_that_is_used_is_there()
    {
        var known = File.Part("word/styles.xml")
            .Elements(W + "style")
            .Select(style => (string?)style.Attribute(W + "styleId"));
        var used =
            from part in File.Parts
            from element in File.Part(part).Descendants()
            where element.Name.LocalName is "pStyle" or "rStyle" or "tblStyle" or "basedOn" or "next"
            select (string?)element.Attribute(W + "val");
        Assert.Subset(known.ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public void Bullets_are_a_list_and_not_signs_in_the_text()
    {
        var style = File.Part("word/styles.xml")
            .Elements(W + "style")
            .Single(style => (string?)style.Attribute(W + "styleId") == "ListBullet");
        var list = File.Part("word/numbering.xml").Elements(W + "num").Single();
        Assert.Equal(
            (string?)list.Attribute(W + "numId"),
            (string?)style.Descendants(W + "numId").Single().Attribute(W + "val")
        );
    }

    [Fact]
    public void Every_entry_of_the_contents_leads_to_the_heading_with_its_words()
    {
        var headings = File
            .Paragraphs.Where(paragraph => WordFile.StyleOf(paragraph) is "Heading1" or "Heading2")
            .Select(heading => (Bookmark(heading), WordFile.Text(heading)));
        var entries = File
            .Paragraphs.Where(paragraph => WordFile.StyleOf(paragraph).StartsWith("TOC", StringComparison.Ordinal))
            .Elements(W + "hyperlink")
            .Select(entry => ((string?)entry.Attribute(W + "anchor"), WordFile.Text(entry).Split('\t')[0]));
        Assert.Equal(headings, entries);
    }

    [Fact]
    public void The_page_numbers_of_the_contents_are_worked_out_when_the_file_is_opened()
    {
        var fields = File
            .Body.Descendants(W + "fldSimple")
            .Where(field => ((string)field.Attribute(W + "instr")!).StartsWith("PAGEREF", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            File.Body.Descendants(W + "hyperlink").Count(link => WordFile.Text(link).Contains('\t')),
            fields.Count
        );
        Assert.All(fields, field => Assert.True((bool?)field.Attribute(W + "dirty")));
        Assert.Empty(File.Part("word/settings.xml").Descendants(W + "updateFields"));
    }

    [Fact]
    public void Every_link_leads_somewhere_and_no_place_has_two_names()
    {
        var bookmarks = File.Body.Descendants(W + "bookmarkStart").ToList();
        var names = bookmarks.ConvertAll(bookmark => (string)bookmark.Attribute(W + "name")!);
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(bookmarks.Count, bookmarks.DistinctBy(bookmark => (string?)bookmark.Attribute(W + "id")).Count());
        Assert.Subset(
            names.ToHashSet(),
            File.Body.Descendants(W + "hyperlink").Select(link => (string)link.Attribute(W + "anchor")!).ToHashSet()
        );
    }

    [Fact]
    public void The_annex_has_a_table_for_each_chapter()
    {
        Assert.Equal(["Tabell 1. Kapitel 3 Sjöar", "Tabell 2. Kapitel 4 Vattendrag"], File.TextsIn("Caption"));
        Assert.Equal(
            [
                [
                    "Påstående | Antal | Regioner",
                    "Räknar uttrar | 3 av 21 | Dalarna, Skåne, Örebro",
                    "Planterar lindar | 2 av 21 | Halland, Kalmar",
                    "Räknar bävrar | 1 av 20 | Gotland Inte läst än: Uppsala",
                ],
                [
                    "Påstående | Antal | Regioner",
                    "Lagar ångbåtar | 21 av 21 | Samtliga",
                    "Målar broar | 2 av 21 | Blekinge, Värmland",
                ],
            ],
            File.Body.Elements(W + "tbl").Select(table => table.Elements(W + "tr").Select(Cells).ToArray())
        );
    }

    [Fact]
    public void The_header_row_of_a_table_comes_again_on_every_page() =>
        Assert.All(
            File.Body.Elements(W + "tbl"),
            table =>
                Assert.Equal(
                    [true, .. table.Elements(W + "tr").Skip(1).Select(_ => false)],
                    table.Elements(W + "tr").Select(row => row.Descendants(W + "tblHeader").Any())
                )
        );

    [Fact]
    public void The_columns_of_a_table_are_as_wide_as_the_text()
    {
        var page = File.Body.Element(W + "sectPr")!;
        var width = Twips(page, "pgSz", "w") - Twips(page, "pgMar", "left") - Twips(page, "pgMar", "right");
        Assert.All(
            File.Body.Descendants(W + "tblGrid"),
            grid => Assert.Equal(width, grid.Elements(W + "gridCol").Sum(column => (int)column.Attribute(W + "w")!))
        );
    }

    [Fact]
    public void The_language_is_Swedish()
    {
        Assert.Equal(
            "sv-SE",
            (string?)
                File.Part("word/styles.xml")
                    .Descendants(W + "rPrDefault")
                    .Descendants(W + "lang")
                    .Single()
                    .Attribute(W + "val")
        );
        Assert.Equal("sv-SE", Property("language"));
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        Assert.Equal("Sjöar och vattendrag 2023", Property("title"));
        Assert.Equal("Verket för sjöar", Property("creator"));
        Assert.Equal("2026-11-26T09:00:00Z", Property("created"));
        Assert.Equal($"Utgåva 2, 26\u00A0november 2026. Omgången är {Marks.Reconstructed}.", Property("description"));
    }

    [Fact]
    public void Every_page_of_a_reconstructed_report_carries_its_mark()
    {
        Assert.Contains(Marks.Reconstructed, WordFile.Text(File.Part("word/header1.xml")), StringComparison.Ordinal);
        Assert.Contains(Marks.Reconstructed, Assert.Single(File.TextsIn("Mark")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_report_carries_no_mark()
    {
        var file = WordFile.Of(MadeUpEdition.Report with { Mark = null });
        Assert.Empty(file.TextsIn("Mark"));
        Assert.Equal("Sjöar och vattendrag 2023", WordFile.Text(file.Part("word/header1.xml")));
    }

    [Fact]
    public void Every_page_has_its_number() =>
        Assert.Equal(
            ["PAGE", "NUMPAGES"],
            File.Part("word/footer1.xml")
                .Descendants(W + "fldSimple")
                .Select(field => (string?)field.Attribute(W + "instr"))
        );

    [Fact]
    public void No_empty_paragraph_makes_room() => Assert.DoesNotContain("", File.Paragraphs.Select(WordFile.Text));

    [Fact]
    public void What_looks_like_markup_is_text_and_what_XML_forbids_is_left_out()
    {
        var file = WordFile.Of(MadeUpEdition.Saying(Dangerous));
        Assert.Equal(
            ["1 <script>alert(1)</script> & ]]> \uFFFD \"å\"\nrad två", "Bilaga: påståenden och regioner"],
            file.TextsIn("Heading1")
        );
        Assert.All(
            file.Parts,
            part => Assert.DoesNotContain(file.Part(part).Descendants(), e => e.Name.LocalName == "script")
        );
    }

    [Fact]
    public void The_same_edition_gives_the_same_bytes_whenever_it_is_written()
    {
        Assert.Equal(File.Bytes, WordFile.Of(MadeUpEdition.Report).Bytes);
        using var archive = new ZipArchive(new MemoryStream(File.Bytes));
        Assert.All(
            archive.Entries,
            part => Assert.Equal(MadeUpEdition.About.PublishedAt.UtcDateTime, part.LastWriteTime.DateTime)
        );
    }

    [Fact]
    public void The_file_can_be_written_to_where_nothing_can_be_taken_back()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        using (var output = pipe.Writer.AsStream())
        {
            DocxWriter.Write(MadeUpEdition.Report, MadeUpEdition.About, output);
        }

        using var written = new MemoryStream();
        pipe.Reader.AsStream().CopyTo(written);
        Assert.Equal(File.Bytes, written.ToArray());
    }

    private static string? Bookmark(XElement paragraph) =>
        (string?)paragraph.Element(W + "bookmarkStart")?.Attribute(W + "name");

    private static string Cells(XElement row) =>
        string.Join(
            " | ",
            row.Elements(W + "tc").Select(cell => string.Join(' ', cell.Elements(W + "p").Select(WordFile.Text)))
        );

    private static int Twips(XElement page, string element, string attribute) =>
        (int)page.Element(W + element)!.Attribute(W + attribute)!;

    private static string? Property(string name) =>
        (string?)File.Part("docProps/core.xml").Elements().SingleOrDefault(element => element.Name.LocalName == name);
}
