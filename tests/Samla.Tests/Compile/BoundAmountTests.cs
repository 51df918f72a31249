using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Grants;
using Samla.Domain.Publish;
using Samla.Grants;
using Samla.Publish;
using Samla.Reference;
using Samla.Tests.Grants;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

/// <summary>Amounts of the decisions on grants that a chapter is bound to.</summary>
public sealed class BoundAmountTests(Databases databases)
{
    private const string Three =
        "Mest medel går till {{medel område 2021-2024|störst}}: {{medel innovation 2021-2024}} eller {{medel innovation 2021-2024|andel}}.";

    private static readonly Key<Chapter> Chapter = Sample2023.Named<Chapter>("rus");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("medel allt 2021", "medel allt 2021")]
    [InlineData("medel  kompetens 20 2021–2024 ", "medel kompetens 20 2021-2024")]
    [InlineData("medel project 2021-2021|andel", "medel project 2021|andel")]
    [InlineData("medel område 01 2021|störst", "medel område 01 2021|störst")]
    [InlineData("medel län 2021|störst", "medel län 2021|störst")]
    public void A_marker_says_what_where_and_when(string text, string written)
    {
        var asked = Assert.IsType<Marker.Amount>(Marker.Read(text)).Asked;
        Assert.Equal(written, $"{asked}");
        Assert.Equal(asked, AmountAsked.Of(written));
    }

    [Theory]
    [InlineData("medel kompetens")] // no years: they would not stay the same
    [InlineData("medel kompetens 20")]
    [InlineData("medel kompetens 2021-2024 20")]
    [InlineData("medel kompetens 2024-2021")]
    [InlineData("medel kompetens 99 2021")]
    [InlineData("medel kompetens 2021|störst")]
    [InlineData("medel område 2021")]
    [InlineData("medel allt 2021|andel")]
    [InlineData("medel transport 2021|andel")]
    [InlineData("medel län 20 2021|störst")]
    [InlineData("medel kompetens 2021|ungefär")]
    public void What_is_not_written_so_is_not_understood(string text) =>
        Assert.IsType<Marker.Unknown>(Marker.Read(text));

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_changed_decision_marks_each_amount_that_it_changes_until_an_author_accepts(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.ReadIn(
            GrantFiles.Of(
                "A-1,20,2021,innovation,7000000,0",
                "A-2,20,2022,boende,3000000,0",
                "A-3,01,2022,,500000,0",
                "A-4,01,2020,boende,90000000,0",
                "A-5,01,2024,,0,0"
            )
        );
        await Save(database, Three);
        var chapter = await Composed(database);
        Assert.Empty(chapter.AllAlarms);
        Assert.Equal(
            "Mest medel går till innovation och förnyelse samt entreprenörskap och företagande i hela landet: 7 miljoner kronor eller 70 procent.",
            Plain(chapter)
        );

        await database.ReadIn(GrantFiles.Of("A-2,20,2022,boende,8000000,0"));

        chapter = await Composed(database);
        Assert.Equal(
            [
                (
                    "innovation och förnyelse samt entreprenörskap och företagande i hela landet",
                    "likvärdiga möjligheter till boende, arbete och välfärd i hela landet"
                ),
                ("70\u00a0procent", "47\u00a0procent"),
            ],
            chapter.UnacceptedAmounts.Select(one => (one.Accepted.Words, one.Now.Words))
        );
        Assert.Equal(2, chapter.AllAlarms.Count());
        Assert.All(chapter.AllAlarms, alarm => Assert.False(alarm.IsBlocking));
        Assert.Contains("7 miljoner kronor eller 47 procent", Plain(chapter), StringComparison.Ordinal);

        var first = chapter.UnacceptedAmounts[0];
        var stale = await Accept(database, new AcceptClaims.Seen(first.Now.Asked, "något annat"));
        Assert.Contains(
            "har ändrats igen",
            Assert.IsType<AcceptClaims.Outcome.Refused>(stale).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            new AcceptClaims.Outcome.Accepted(1),
            await Accept(database, new AcceptClaims.Seen(first.Now.Asked, first.Now.Words))
        );
        Assert.Equal("47\u00a0procent", Assert.Single((await Composed(database)).UnacceptedAmounts).Now.Words);

        // Who takes it out of the text, and puts it back, accepts it as it is then.
        await Save(database, "Inget om medel.");
        await Save(database, Three);
        Assert.Empty((await Composed(database)).AllAlarms);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task An_edition_keeps_the_amounts_as_they_were()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(
            GrantFiles.Of("A-1,20,2021,innovation,7000000,0", "A-2,20,2022,boende,3000000,0", "A-3,01,2024,,0,0")
        );
        await Save(database, Three);
        var said = Plain(await Composed(database));
        var outcome = await database.Ask(
            (PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop)
        );
        Assert.IsType<PublishEdition.Outcome.Published>(outcome);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,1,0"));

        var edition = await database.Ask((ReadEdition read) => read.ReadWhole(Sample2023.Round, Stop));

        Assert.Equal(said, Plain(edition!.Value.Report.Chapters.First(chapter => chapter.Id == Chapter.Value)));
    }

    [Fact]
    public async Task What_an_amount_rests_on_is_a_footnote_numbered_among_the_others()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,7000000,0", "A-2,20,2022,boende,3000000,0"));
        await Save(
            database,
            "{{rus-unga-aldre}} säger det, och {{medel innovation 2021-2022|andel}} av {{medel allt 2021-2022|utan not}} gick dit."
        );

        var chapter = await Composed(database);
        Assert.Equal([1, 2], chapter.Noted.Select(noted => noted.Note));
        Assert.Equal([2, null], chapter.Amounts.Select(amount => amount.Note));
        var report = (await database.Ask((ComposeReport compose) => compose.Run(Sample2023.Round, Stop)))!;
        using var markdown = new StringWriter();
        ReportMarkdown.Write(report with { Chapters = [chapter] }, markdown);
        var text = $"{markdown}".ReplaceLineEndings("\n");
        Assert.Contains("70\u00a0procent[^2] av 10\u00a0miljoner kronor gick dit.", text, StringComparison.Ordinal);
        Assert.Contains(
            "[^2]: Innovation och förnyelse samt entreprenörskap och företagande i hela landet: andel av beviljat 2021–2022, anslag 1:1. Beviljat: 7 000 000\u00a0kronor",
            text.Replace("7\u00a0000\u00a0000", "7 000 000", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_chapter_rests_on_is_listed_by_the_kind_of_source()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,7000000,0"));
        await Save(database, "{{rus-unga-aldre}} säger det, och {{medel innovation 2021}} gick dit.\n\n{{underlag}}\n");

        var chapter = await Composed(database);

        var list = Assert.Single(chapter.Blocks.OfType<ReportBlock.Bullets>());
        var items = list.Items.Select(item => string.Concat(item.Select(inline => inline.Plain))).ToList();
        Assert.Equal(2, items.Count);
        Assert.StartsWith("Redovisningarna: ”", items[0], StringComparison.Ordinal);
        Assert.EndsWith("(21 län).", items[0], StringComparison.Ordinal);
        Assert.Equal("Besluten om medel: ett belopp.", items[1]);
        await Save(database, "Inget räknas.\n\n{{underlag}}\n");
        Assert.Contains(
            (await Composed(database)).Alarms,
            alarm =>
                alarm is { IsBlocking: false } && alarm.Message.Contains("inget underlag", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_changed_amount_is_a_change_of_its_own_and_not_of_the_text()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,7000000,0", "A-3,01,2024,,0,0"));
        await Save(database, "Det blev {{medel innovation 2021}}.");
        var before = await Composed(database);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,8000000,0"));

        var change = ChapterChange.Between(before, await Composed(database));

        Assert.False(change.IsTextChanged);
        var amount = Assert.Single(change.Amounts);
        Assert.Equal(("7\u00a0miljoner kronor", "8\u00a0miljoner kronor"), (amount.Before!.Words, amount.After!.Words));
        Assert.NotEqual(ChapterChange.Fingerprint(before), ChapterChange.Fingerprint(await Composed(database)));
        var reasons = await database.Ask(
            async (ReadAmountReasons read) => await read.Run((await Composed(database)).UnacceptedAmounts, Stop)
        );
        Assert.Single(reasons.Imports);
    }

    [Theory]
    [InlineData("medel boende 22 2022", "999 999 kronor")]
    [InlineData("medel boende 24 2022", "1 miljon kronor")]
    [InlineData("medel boende 2021|andel", "99 procent")]
    [InlineData("medel kompetens 2021", "0 kronor")]
    [InlineData("medel kompetens 2021|andel", "0 procent")]
    [InlineData("medel innovation 2021", "640 000 kronor")]
    [InlineData("medel innovation 20 2021", "600 000 kronor")]
    [InlineData("medel innovation 2021|andel", "1 procent")]
    [InlineData("medel ovrigt 2021|andel", "mindre än 1 procent")]
    [InlineData("medel annat 2021", "100 000 kronor")]
    [InlineData("medel boende 2021", "123 miljoner kronor")]
    [InlineData("medel boende 2022", "101 miljoner kronor")]
    [InlineData("medel boende 2021-2022", "224 miljoner kronor")]
    [InlineData("medel allt 2021", "124 miljoner kronor")]
    [InlineData("medel transport 2021", "2 miljoner kronor")]
    [InlineData("medel län 2021|störst", "Stockholms län")]
    [InlineData("medel stödform 2021|störst", "projektverksamhet")]
    public async Task An_amount_is_told_in_round_figures(string marker, string words)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(
            $"{GrantFiles.Heads},form\n"
                + """
                A-1,20,2021,innovation,600000,0,business
                A-2,22,2021,innovation,40000,0,business
                A-3,01,2021,boende,123460000,0,project
                A-4,01,2022,boende,98760000,0,project
                A-5,24,2021,,2000000,0,transport
                A-6,22,2021,ovrigt,100000,0,service
                A-7,22,2022,boende,999999,0,service
                A-8,24,2022,boende,1049000,0,service
                """,
            GrantFiles.Mapping("""{"form":"form"}""")
        );
        await Save(database, $"Det är {{{{{marker}}}}}.");

        Assert.Equal($"Det är {words}.", Plain(await Composed(database)).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("medel kompotens 2021", "är inget som medel kan summeras för")]
    [InlineData("medel kompetens 1999", "Det finns inga beslut")]
    [InlineData("medel kompetens 01 2021", "Det finns inga beslut")]
    [InlineData("medel område 2021|störst", "har fått lika mycket")]
    [InlineData("medel kompetens", "kan inte tolkas")]
    [InlineData("medel boende 2021-2023", "år som det inte finns beslut från")]
    [InlineData("medel business 2021", "säger stödform")]
    public async Task What_cannot_be_told_is_an_alarm_that_says_why(string marker, string why)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,500,0", "A-2,20,2021,boende,500,0"));
        await Save(database, $"Det är {{{{{marker}}}}}.");

        var alarm = Assert.Single((await Composed(database)).AllAlarms);

        Assert.True(alarm.IsBlocking);
        Assert.Contains(why, alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_told_is_marked_when_it_can()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, "Det är {{medel boende 2021}}.");
        Assert.True(Assert.Single((await Composed(database)).AllAlarms).IsBlocking);

        await database.ReadIn(GrantFiles.Of("A-1,20,2021,boende,500,0"));

        var marked = Assert.Single((await Composed(database)).UnacceptedAmounts);
        Assert.Contains("gick inte att räkna när kapitlet sparades", marked.Alarm.Message, StringComparison.Ordinal);
        Assert.Equal(
            new AcceptClaims.Outcome.Accepted(1),
            await Accept(database, new AcceptClaims.Seen(marked.Now.Asked, marked.Now.Words))
        );
        Assert.Empty((await Composed(database)).AllAlarms);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_share_is_the_one_that_the_page_of_grants_shows(bool isOfAreas)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(await database.Ask((LoadGrants load) => load.Run(DataFolder.Samples, Stop)));
        var page = await database.Ask(
            (ViewGrants grants) =>
                grants.Run(
                    isOfAreas ? GrantView.Areas : GrantView.Forms,
                    new YearSpan(2021, 2024),
                    Appropriation.Development,
                    null,
                    1,
                    Stop
                )
        );
        await Save(
            database,
            string.Concat(page.Columns.Select(column => $"{{{{medel {column.Key} 2021-2024|andel}}}}. "))
        );

        var chapter = await Composed(database);

        Assert.Equal(
            string.Concat(
                    page.All.Parts.Select(part => page.All.ShareOf(part)!.Value)
                        .Select(share =>
                            share is > 0 and < 0.005m
                                ? "Mindre än 1 procent. "
                                : $"{SwedishFigures.Of(Math.Round(share * 100, MidpointRounding.AwayFromZero))} procent. "
                        )
                )
                .Trim(),
            Plain(chapter).Trim()
        );
        // Made-up decisions are told of; the sample's own round is reconstructed, and says so itself.
        Assert.Equal(
            ("Beloppen kommer ur påhittade beslut.", false),
            Assert.Single(chapter.AllAlarms) is var alarm ? (alarm.Message, alarm.IsBlocking) : default
        );
    }

    private static string Plain(ReportChapter chapter) =>
        string.Concat(chapter.Blocks.SelectMany(block => block.Inlines).Select(inline => inline.Plain))
            .Replace('\u00a0', ' ');

    private static async Task<ReportChapter> Composed(TestDatabase database) =>
        (await database.Compose()).Chapters.First(chapter => chapter.Id == Chapter.Value);

    private static async Task Save(TestDatabase database, string text)
    {
        var revision = (await database.Ask((ViewChapter view) => view.Run(Sample2023.Round, Chapter, "", Stop)))!
            .Chapter
            .Revision;
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(Sample2023.Round, Chapter, $"# Rubrik\n\n{text}\n", revision, "Åsa", Stop)
            )
        );
    }

    private static Task<AcceptClaims.Outcome> Accept(TestDatabase database, params AcceptClaims.Seen[] seen) =>
        database.Ask((AcceptClaims accept) => accept.Run(Sample2023.Round, Chapter, seen, "Åsa", Stop));
}
