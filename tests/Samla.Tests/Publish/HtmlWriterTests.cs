using System.Xml.Linq;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Publish;

namespace Samla.Tests.Publish;

public sealed class HtmlWriterTests
{
    private const string Dangerous =
        "<script>alert(1)</script> & ]]> \u0001\u000B\uFFFE\uD800 \" onclick=\"x\" </style>";

    private static readonly XElement Page = Read(MadeUpEdition.Report);

    [Fact]
    public void The_page_is_in_Swedish_and_needs_no_other_file()
    {
        Assert.StartsWith("<!DOCTYPE html>\n", Write(MadeUpEdition.Report), StringComparison.Ordinal);
        Assert.Equal("sv", (string?)Page.Attribute("lang"));
        Assert.Equal("Sjöar och vattendrag 2023", (string?)Page.Descendants("title").Single());
        Assert.DoesNotContain(Page.Descendants(), element => element.Name.LocalName is "link" or "script" or "img");
        Assert.DoesNotContain(Page.Descendants().Attributes(), attribute => attribute.Name.LocalName == "src");
    }

    [Fact]
    public void A_comparison_stands_in_its_sentence() =>
        Assert.Contains("Det är en fler än föregående år.", Page.Descendants("p").Select(found => found.Value));

    [Fact]
    public void A_reference_leads_to_the_heading_that_it_names() =>
        Assert.Equal(
            ["4.1 Ångbåtar", "4 Vattendrag"],
            Page.Descendants("a")
                .Where(link => link.Value is "avsnitt 4.1" or "kapitel 4")
                .Select(link => Target(link).Value)
        );

    [Theory]
    [InlineData("h1", "Sjöar och vattendrag 2023")]
    [InlineData("h2", "Innehåll", "3 Sjöar", "4 Vattendrag")]
    [InlineData("h3", "3.1 Uttrar", "Noter", "4.1 Ångbåtar", "Noter")]
    [InlineData("h4", "3.1.1 Utanför länet")]
    [InlineData("h5", "3.1.1.1 Längst ned")]
    [InlineData("figcaption", "Region Skåne")]
    [InlineData("blockquote", "”Vi räknar dem.Varje vår.”")]
    [InlineData("strong", "Det är bra.", "Utterdagen")]
    public void Each_kind_of_text_has_its_element(string element, params string[] texts) =>
        Assert.Equal(texts, Page.Descendants(element).Select(found => found.Value));

    [Fact]
    public void The_contents_lead_to_the_headings_with_their_words() =>
        Assert.Equal(
            ["3 Sjöar", "3.1 Uttrar", "4 Vattendrag", "4.1 Ångbåtar"],
            Page.Descendants("nav").Single().Descendants("a").Select(link => Target(link).Value)
        );

    [Fact]
    public void Every_note_is_there_and_leads_to_its_claim_and_back()
    {
        var marks = Page.Descendants("a").Where(link => (string?)link.Attribute("role") == "doc-noteref").ToList();
        var notes = marks.ConvertAll(Target);
        Assert.Equal(["1", "2", "3", "4", "5"], marks.Select(mark => mark.Value));
        Assert.Equal(["1", "2", "3", "4", "5"], notes.Select(note => (string?)note.Attribute("value")));
        Assert.Equal(MadeUpEdition.Notes, notes.Select(note => note.Nodes().OfType<XText>().First().Value.Trim()));
        Assert.All(
            marks.Zip(notes),
            pair => Assert.Contains(pair.First, Target(pair.Second.Element("a")!).Descendants("a"))
        );
    }

    [Fact]
    public void A_chapters_notes_stand_in_the_chapter() =>
        Assert.Equal(
            [3, 2],
            Page.Element("body")!
                .Element("main")!
                .Elements("section")
                .Select(chapter => chapter.Descendants("li").Count(item => item.Attribute("value") is not null))
        );

    [Fact]
    public void A_reconstructed_report_carries_its_mark_at_the_top_at_the_end_and_on_every_printed_page()
    {
        Assert.All(
            [
                Page.Descendants("header").Single(),
                Page.Descendants("footer").Single(),
                Page.Descendants("style").Single(),
            ],
            place => Assert.Contains(Marks.Reconstructed, place.Value, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("mgången", Write(MadeUpEdition.Report with { Mark = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_foot_says_which_edition_it_is() =>
        Assert.Contains(
            "Utgåva 2, 26\u00A0november 2026. Utgivare: Verket för sjöar.",
            Page.Descendants("footer").Single().Value,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_looks_like_markup_is_text()
    {
        var html = Write(MadeUpEdition.Saying(Dangerous));
        var page = Read(MadeUpEdition.Saying(Dangerous));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Single(page.Descendants("style"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName == "onclick");
        Assert.Equal(
            "1 <script>alert(1)</script> & ]]> \uFFFD \" onclick=\"x\" </style>",
            page.Descendants("main").Single().Descendants("h2").Single().Value
        );
    }

    [Fact]
    public void Letters_are_written_as_they_are() =>
        Assert.Contains("Utanför länet", Write(MadeUpEdition.Report), StringComparison.Ordinal);

    private static string Write(ReportDocument report)
    {
        using var output = new StringWriter();
        HtmlWriter.Write(report, MadeUpEdition.About, output);
        return output.ToString();
    }

    private static XElement Read(ReportDocument report) => XDocument.Parse(Write(report)).Root!;

    private static XElement Target(XElement link)
    {
        var page = link.Document!.Root!;
        var id = ((string)link.Attribute("href")!)[1..];
        return Assert.Single(page.Descendants(), element => (string?)element.Attribute("id") == id);
    }
}
