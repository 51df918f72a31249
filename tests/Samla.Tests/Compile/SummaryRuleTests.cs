using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;

namespace Samla.Tests.Compile;

public sealed class SummaryRuleTests
{
    private static readonly RegionSet Twelve = [.. RegionSet.All.Take(12)];

    [Theory]
    // the same word, or a weaker
    [InlineData(QuantifierKind.Several, QuantifierKind.Several, null)]
    [InlineData(QuantifierKind.Several, QuantifierKind.Some, null)]
    // where the number is given, the reader can see what the word stands for
    [InlineData(QuantifierKind.Exact, QuantifierKind.Majority, null)]
    [InlineData(QuantifierKind.AllButN, QuantifierKind.AlmostAll, null)]
    [InlineData(QuantifierKind.Several, QuantifierKind.Exact, null)]
    // a stronger word than its source
    [InlineData(QuantifierKind.Several, QuantifierKind.Majority, "”majority” där kapitlet säger ”several”")]
    [InlineData(QuantifierKind.Half, QuantifierKind.TwoThirds, "”two-thirds” där kapitlet säger ”half”")]
    public void A_summary_says_no_stronger_word_than_its_source(
        QuantifierKind body,
        QuantifierKind summary,
        string? why
    )
    {
        var judged = Judge(Paragraph(Counts("a", body)), Heading("Sammanfattning"), Paragraph(Counts("a", summary)));

        if (why is null)
        {
            Assert.Empty(judged.Alarms);
        }
        else
        {
            var alarm = Assert.Single(judged.Alarms);
            Assert.Equal(("3.1", false), (alarm.Section, alarm.IsBlocking));
            Assert.Contains(why, alarm.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Sammanfattning", "Sammanfattningen räknar")]
    [InlineData("Analys", "Analysen räknar")]
    [InlineData("Analys – vad det betyder", "Analysen räknar")]
    [InlineData("Slutsatser", "Slutsatserna räknar")]
    [InlineData("Analyser och planer", null)]
    public void What_a_chapter_counts_nowhere_else_has_no_source(string heading, string? begins)
    {
        var judged = Judge(
            Paragraph(Counts("a", QuantifierKind.Exact)),
            Heading(heading),
            Paragraph(Counts("b", QuantifierKind.Exact))
        );

        Assert.Equal(begins is not null, judged.Alarms.Count == 1);
        Assert.All(judged.Alarms, alarm => Assert.StartsWith(begins!, alarm.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_below_a_summary_belongs_to_it_and_one_beside_it_does_not()
    {
        var judged = Judge(
            Paragraph(Counts("a", QuantifierKind.Exact)),
            Heading("Analys"),
            new ReportBlock.Heading(3, "3.1.1", "Det som förvånar"),
            Paragraph(Counts("b", QuantifierKind.Exact)),
            new ReportBlock.Heading(2, "3.2", "Mer om saken"),
            Paragraph(Counts("c", QuantifierKind.Exact))
        );

        Assert.Equal("3.1.1", Assert.Single(judged.Alarms).Section);
    }

    [Theory]
    [InlineData("Sju regioner räknar uttrar.", "Sju regioner")]
    [InlineData("Det gör de flesta regioner.", "de flesta regioner")]
    [InlineData("Alla säger att det går bra.", "Alla")]
    [InlineData("Alla insatser går bra, och två mål är nådda.", null)]
    [InlineData("Övriga regioner gör det inte.", null)]
    public void Words_of_number_without_a_marker_are_asked_to_have_one(string text, string? words)
    {
        var judged = Judge(
            Paragraph(Counts("a", QuantifierKind.Exact)),
            Heading("Sammanfattning"),
            Paragraph(Counts("a", QuantifierKind.Exact), new ReportInline.Words(" gör det. " + text))
        );

        Assert.Equal(words is not null, judged.Alarms.Count == 1);
        Assert.All(
            judged.Alarms,
            alarm => Assert.Contains($"säger ”{words}” utan", alarm.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Sju regioner räknar uttrar.", "{{kod|”Sju regioner”}}")]
    [InlineData("Alla säger att det går bra.", "{{kod}}")] // no words of number of regions by themselves
    [InlineData("Samtliga regioner utom Skåne räknar dem.", "{{kod}}")] // the marker writes who is missing
    public void What_is_advised_can_be_filled_in(string text, string marker)
    {
        var judged = Judge(Heading("Sammanfattning"), Paragraph(new ReportInline.Words(text)));
        Assert.Contains($"Skriv {marker} med koden", Assert.Single(judged.Alarms).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_in_which_codes_are_put_together_says_nothing()
    {
        var judged = Judge(
            Paragraph(Counts("a", QuantifierKind.Exact, who: "a och (b eller c) och d")),
            Heading("Sammanfattning"),
            Paragraph(Counts("a", QuantifierKind.Exact, who: "(d och (c eller b)) och a"))
        );
        Assert.Empty(judged.Alarms);
    }

    [Fact]
    public void Conclusions_of_the_whole_report_rest_on_all_its_chapters()
    {
        var body = Chapter(3, "Vatten", Paragraph(Counts("a", QuantifierKind.Several)));
        var conclusions = Chapter(
            4,
            "Slutsatser",
            Paragraph(Counts("a", QuantifierKind.Majority)),
            Paragraph(Counts("b", QuantifierKind.Exact))
        );

        var judged = SummaryRule.Judge([body, conclusions]);

        Assert.Empty(judged[0].Alarms);
        Assert.Contains("där rapporten säger ”several”", judged[1].Alarms[0].Message, StringComparison.Ordinal);
        Assert.Contains(
            "inte räknas någon annanstans i rapporten",
            judged[1].Alarms[1].Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, judged[1].Alarms.Count);
    }

    [Fact]
    public void The_alarms_that_were_there_and_what_is_unaccepted_stay()
    {
        var alarm = new ReportAlarm("3", "Något.", IsBlocking: true);
        var chapter = Chapter(3, "Vatten") with { Alarms = [alarm] };

        Assert.Equal([alarm], SummaryRule.Judge([chapter])[0].Alarms);
    }

    private static ReportChapter Judge(params ReportBlock[] blocks) =>
        SummaryRule.Judge([Chapter(3, "Vatten", blocks)])[0];

    private static ReportChapter Chapter(int number, string title, params ReportBlock[] blocks) =>
        new(number, $"s{number}", title, blocks, []);

    private static ReportBlock.Heading Heading(string text) => new(2, "3.1", text);

    private static ReportBlock.Paragraph Paragraph(params ReportInline[] inlines) => new(inlines);

    /// <summary>Its words are the name of the kind.</summary>
    private static ReportInline.Counted Counts(string code, QuantifierKind kind, string? who = null) =>
        new(
            new ReportClaim(
                "c1",
                code,
                code,
                kind.Name,
                null,
                null,
                new Claim(new Quantifier(kind, Twelve.Count), ClaimRole.Members, Twelve),
                new Standing(Twelve, RegionSet.All - Twelve, [], []),
                who
            )
        );
}
