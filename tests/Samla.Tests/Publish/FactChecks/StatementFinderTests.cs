using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Tests.Publish.FactChecks;

/// <summary>What a report says of a reporter: the sentences in which it is counted, named or quoted, and those that leave it out.</summary>
public sealed class StatementFinderTests
{
    private static readonly RegionCode Kalmar = RegionCode.Parse("08", null);
    private static readonly RegionCode Skåne = RegionCode.Parse("12", null);
    private static readonly RegionCode Gotland = RegionCode.Parse("09", null);
    private static readonly RegionCode Örebro = RegionCode.Parse("18", null);

    [Fact]
    public void Who_is_counted_finds_the_sentence_with_its_note_and_its_own_words()
    {
        var found = Assert.Single(
            Find(
                Skåne,
                [Text("Så är det. "), Counts("vatten", [Kalmar, Skåne], "Två regioner"), Text(" säger så. Slut.")]
            )
        );

        Assert.Equal(StatementKind.Names, found.Kind);
        Assert.Equal("Två regioner säger så.", found.Text);
        Assert.Equal(["Fotnot om vatten"], found.Notes);
        Assert.Equal(["Om vatten"], found.Counted);
        Assert.Equal("Ord om vatten", Assert.Single(found.Words).Text);
        Assert.Equal(("3", "3 Vatten"), (found.Heading, found.Chapter));
    }

    [Fact]
    public void Who_was_asked_and_is_not_counted_finds_that_it_is_left_out()
    {
        var found = Assert.Single(Find(Gotland, [Counts("vatten", [Kalmar], "En region"), Text(" säger så.")]));

        Assert.Equal(StatementKind.LeavesOut, found.Kind);
        Assert.Equal((0, "Om vatten"), (found.Counted.Count, Assert.Single(found.Missing)));
        Assert.Empty(found.Words);
    }

    [Fact]
    public void Who_was_not_asked_or_is_not_read_finds_nothing()
    {
        ReportInline[] words = [Counts("vatten", [Kalmar], "En region", silent: [Skåne]), Text(" säger så.")];
        Assert.Empty(Find(Gotland, words));
        Assert.Single(Find(Skåne, words));
    }

    [Fact]
    public void A_sentence_that_counts_twice_is_one_statement_with_what_the_reporter_is_and_is_not_counted_for()
    {
        var found = Assert.Single(
            Find(
                Kalmar,
                [
                    Counts("vatten", [Kalmar], "En region"),
                    Text(" nämner vatten och "),
                    Counts("luft", [Skåne], "en region"),
                    Text(" luft."),
                ]
            )
        );

        Assert.Equal(StatementKind.Names, found.Kind);
        Assert.Equal(("Om vatten", "Om luft"), (Assert.Single(found.Counted), Assert.Single(found.Missing)));
    }

    [Fact]
    public void Those_whom_a_complement_names_are_named()
    {
        var found = Assert.Single(
            Find(
                Gotland,
                [Counts("vatten", RegionSet.All - [Gotland], "Alla regioner utom Gotland", role: ClaimRole.Exceptions)]
            )
        );
        Assert.Equal(StatementKind.Names, found.Kind);
        Assert.Equal("Om vatten", Assert.Single(found.Missing));
    }

    [Theory]
    [InlineData("Region Örebro län har inrättat ett råd.", true, false)]
    [InlineData("Örebros råd möts varje år.", true, false)]
    [InlineData("Länsstyrelsen i Örebro län har inrättat ett råd.", false, true)]
    [InlineData("Länsstyrelsen Örebro har inrättat ett råd.", false, true)]
    [InlineData("Örebro universitet har inrättat ett råd.", false, false)]
    [InlineData("Region Skåne har inrättat ett råd.", false, false)]
    public void Names_are_found_in_running_text_as_those_of_the_one_who_is_meant(
        string sentence,
        bool isRegions,
        bool isBoards
    )
    {
        Assert.Equal(isRegions, Find(Örebro, [Text(sentence)]).Count == 1);
        Assert.Equal(isBoards, Find(Örebro, [Text(sentence)], ReporterKind.CountyBoard).Count == 1);
    }

    [Fact]
    public void Regions_and_county_administrative_boards_are_counted_each_in_their_own()
    {
        ReportInline[] words = [Counts("vatten", [Kalmar], "En region"), Text(" säger så.")];
        Assert.Single(Find(Kalmar, words));
        Assert.Empty(Find(Kalmar, words, ReporterKind.CountyBoard));
    }

    [Theory]
    [InlineData("Insatser görs i bl.a. Region Skåne och på ca. 30 platser.")]
    [InlineData("Detta gäller t.ex. Skåne.")]
    public void An_abbreviation_before_a_name_ends_no_sentence(string sentence) =>
        Assert.Equal(sentence, Assert.Single(Find(Skåne, [Text(sentence)])).Text);

    [Fact]
    public void An_example_is_found_with_all_that_is_told_of_it()
    {
        var found = Assert.Single(
            Find(
                Skåne,
                [
                    new ReportInline.Words("Blå våg", IsStrong: true),
                    Text(" (Skåne). Båtar drivs av el. Två hamnar är med."),
                ]
            )
        );
        Assert.Equal("Blå våg (Skåne). Båtar drivs av el. Två hamnar är med.", found.Text);
    }

    [Fact]
    public void A_quotation_is_its_speakers_with_the_passage_that_it_is_shortened_from()
    {
        var source = Guid.NewGuid();
        var whole = new CheckedWords("Vi har mycket vatten och lite jord.", "r1", "Om vatten");
        var report = ReportOf(
            new ReportBlock.Quotation("Vi har mycket vatten […].", "Region Skåne", "12", source),
            new ReportBlock.Quotation("Vi har mycket […] jord.", "Region Skåne", "12", source),
            new ReportBlock.Quotation("Vi har jord.", "Region Kalmar län", "08", source)
        );
        var finder = new StatementFinder(
            Reporter.Of(Regions.Of(Skåne)),
            Array.Empty<CheckedWords>().ToLookup(one => one.Text),
            new[] { whole, new CheckedWords("Annat.", "r1", "Om vatten") }.ToLookup(_ => source)
        );

        var found = finder.In(report).ToList();

        Assert.Equal(2, found.Count);
        Assert.All(found, one => Assert.Equal(StatementKind.Quotes, one.Kind));
        Assert.Equal(whole, Assert.Single(found[1].Words));
    }

    [Fact]
    public void The_same_words_that_count_the_same_keep_their_id_and_others_get_another()
    {
        ReportInline[] words = [Counts("vatten", [Kalmar], "En region"), Text(" säger så.")];
        var first = Assert.Single(Find(Kalmar, words)).Id;

        Assert.Equal(first, Assert.Single(Find(Kalmar, [Text("Nytt före. "), .. words])).Id);
        Assert.NotEqual(
            first,
            Assert.Single(Find(Kalmar, [Counts("vatten", [Kalmar, Skåne], "Två regioner"), Text(" säger så.")])).Id
        );
        Assert.NotEqual(
            first,
            Assert.Single(Find(Kalmar, [Counts("luft", [Kalmar], "En region"), Text(" säger så.")])).Id
        );
        var twice = Find(Kalmar, [.. words, Text(" "), .. words]);
        Assert.Equal(2, twice.Select(one => one.Id).Distinct().Count());
        Assert.Equal(first, twice[0].Id);
    }

    private static List<CheckedStatement> Find(
        RegionCode county,
        ReportInline[] words,
        ReporterKind kind = ReporterKind.Region
    )
    {
        string[] codes = ["vatten", "luft"];
        var reporter =
            kind == ReporterKind.Region
                ? Reporter.Of(Regions.Of(county))
                : new Reporter
                {
                    Id = Reporter.KeyOf(county, kind),
                    Kind = kind,
                    Name = "Länsstyrelsen",
                    County = county,
                };
        return
        [
            .. new StatementFinder(
                reporter,
                codes.ToLookup(code => code, code => new CheckedWords($"Ord om {code}", "r1", "Om allt")),
                Array.Empty<CheckedWords>().ToLookup(_ => Guid.Empty)
            ).In(ReportOf(new ReportBlock.Paragraph(words))),
        ];
    }

    private static CheckableReport ReportOf(params ReportBlock[] blocks) =>
        new(new ReportDocument("Rapport", Mark: null, [new ReportChapter(3, "vatten", "Vatten", blocks, [])]));

    private static ReportInline.Words Text(string text) => new(text);

    private static ReportInline.Counted Counts(
        string code,
        RegionSet says,
        string words,
        RegionSet? silent = null,
        ClaimRole role = ClaimRole.Members
    ) =>
        new(
            new ReportClaim(
                "c1",
                code,
                $"Om {code}",
                words,
                1,
                $"Fotnot om {code}",
                new Claim(new Quantifier(QuantifierKind.Unquantified), role, says),
                new Standing(
                    says,
                    silent ?? RegionSet.All - says,
                    silent is null ? [] : RegionSet.All - says - silent.Value,
                    []
                )
            )
        );
}
