using Samla.Domain.Check;
using Samla.Domain.Compile;
using Samla.Tests.Testing;

namespace Samla.Tests.Check.Understanding;

public sealed class SectionTests
{
    private const string Body = "Här står något att läsa om vatten.\n";

    [Fact]
    public void A_section_has_the_number_of_its_heading() =>
        Assert.Equal(
            ["1", "2", "2.1", "2.1.1", "2.2", "3"],
            Numbers("1 Inledning", "2 Vatten", "2.1 Råd", "2.1.1 Medlemmar", "2.2 Luft", "3 Skog")
        );

    [Fact]
    public void An_unnumbered_section_goes_by_its_title_or_a_letter_of_its_own() =>
        Assert.Equal(
            ["F", "S", "1", "1.S", "2", "2.S", "Referenser", "B1"],
            Numbers(
                "Förord",
                "Sammanfattning",
                "1 Vatten",
                "Sammanfattning – vatten",
                "2 Luft",
                "Sammanfattning – luft",
                "Referenser",
                "Bilaga 1 Tabeller"
            )
        );

    [Fact]
    public void What_stands_before_any_heading_is_a_section_without_number() =>
        Assert.Equal(["", "1"], Sections($"{Body}\n1 Vatten\n{Body}").Select(section => section.Number));

    [Theory]
    [InlineData("2 Sammanfattning", SectionRole.Summary)]
    [InlineData("Sammanfattning – vatten", SectionRole.Summary)]
    [InlineData("1.1 Analys", SectionRole.Analysis)]
    [InlineData("1.1 Analys – vatten", SectionRole.Analysis)]
    [InlineData("1.1 Analys: vatten", SectionRole.Analysis)]
    [InlineData("2 Slutsatser", SectionRole.Conclusions)]
    [InlineData("2 Avslutande diskussion", SectionRole.Conclusions)]
    [InlineData("2 Analys, uppföljning och utvärdering", SectionRole.Body)]
    [InlineData("2 Analysmetoder", SectionRole.Body)]
    [InlineData("2 Vatten", SectionRole.Body)]
    [InlineData("Förord", SectionRole.Body)]
    public void Its_heading_tells_what_it_is_in_the_reports_build(string heading, SectionRole role) =>
        Assert.Equal(role, Sections($"1 Inledning\n{Body}\n{heading}\n{Body}")[^1].Role);

    [Fact]
    public void A_section_under_conclusions_or_analysis_is_of_their_kind() =>
        Assert.Equal(
            [
                SectionRole.Body,
                SectionRole.Analysis,
                SectionRole.Analysis,
                SectionRole.Conclusions,
                SectionRole.Conclusions,
            ],
            Sections($"1 Vatten\n{Body}\n1.1 Analys\n{Body}\n1.1.1 Råd\n{Body}\n2 Slutsatser\n{Body}\n2.1 Luft\n{Body}")
                .Select(section => section.Role)
        );

    [Fact]
    public void A_section_is_within_those_above_it()
    {
        var sections = Sections($"1 Vatten\n{Body}\n1.1 Råd\n{Body}\n2 Luft\n{Body}");
        Assert.True(sections[1].IsWithin(sections[0]) && sections[0].IsWithin(sections[0]));
        Assert.False(sections[0].IsWithin(sections[1]) || sections[2].IsWithin(sections[0]));
        Assert.Equal(["1", "1", "2"], sections.Select(section => section.Chapter));
    }

    [Fact]
    public void A_note_belongs_to_the_section_of_its_mark()
    {
        var report = Sample.Report(
            $"1 Vatten\nTvå regioner1 har råd.\n\n2 Luft\nEn region2 har råd.\n \n \n1 Dalarna, Skåne.\n2 Halland.\n"
        );
        Assert.Equal(["1", "2"], report.Footnotes.Select(footnote => footnote.Section.Number));
        Assert.Equal(["1", "2"], report.Claims.Select(claim => claim.Sentence.Section.Number));
    }

    private static IReadOnlyList<Section> Sections(string text) => Sample.Report(text).Sections;

    private static IEnumerable<string> Numbers(params IEnumerable<string> headings) =>
        Sections(string.Join('\n', headings.Select(heading => $"{heading}\n\n{Body}")))
            .Select(section => section.Number);
}
