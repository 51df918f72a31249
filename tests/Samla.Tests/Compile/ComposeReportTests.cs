using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Check;
using Samla.Compile;
using Samla.Compile.Plan;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Tests.Analyse.Documents;
using Samla.Tests.Testing;

namespace Samla.Tests.Compile;

public sealed class ComposeReportTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{{rus-reviderar}} gör om den.", "Sju regioner¹ gör om den.")]
    [InlineData("{{rus-reviderar|utan not}} gör om den.", "Sju regioner gör om den.")]
    [InlineData("{{rus-reviderar|några}} gör om den.", "Några regioner¹ gör om den.")]
    [InlineData("{{rus-reviderar|några, utan not}} gör om den.", "Några regioner gör om den.")]
    [InlineData("{{rus-samverkansformer}} samverkar.", "Samtliga regioner samverkar.")]
    [InlineData("{{anslag-lst-pagaende}} har pågående.", "Samtliga länsstyrelser¹ har pågående.")]
    [InlineData("Det gäller {{rus-unga-aldre|namn}}.", "Det gäller Kronoberg och Västmanland.")]
    [InlineData("Det gäller {{rus-forsvarsmakten|namn}}.", "Det gäller Gotland.")]
    [InlineData("{{ rus-reviderar | några }} gör det.", "Några regioner¹ gör det.")]
    [InlineData("{{rus-samverkansformer|exakt}} samverkar.", "21 regioner¹ samverkar.")]
    [InlineData("{{inte rus-unga-aldre}} gör inte det.", "Samtliga regioner utom två¹ gör inte det.")]
    [InlineData("{{inte rus-unga-aldre|exakt}} gör inte det.", "19 regioner¹ gör inte det.")]
    [InlineData("{{rus-reviderar och rus-unga-aldre}} gör det.", "Två regioner¹ gör det.")]
    [InlineData("{{rus-reviderar och inte rus-unga-aldre}} gör det.", "Fem regioner¹ gör det.")]
    [InlineData("{{rus-reviderar eller rus-forsvarsmakten}} gör det.", "Åtta regioner¹ gör det.")]
    [InlineData("{{rus-reviderar i se33}} gör det.", "En region¹ gör det.")]
    [InlineData("{{rus-unga-aldre av rus-reviderar}} gör det.", "Två av dem¹ gör det.")]
    [InlineData("Det gör {{rus-unga-aldre i 07 av rus-reviderar}}.", "Det gör en av dem¹.")]
    [InlineData("{{rus-unga-aldre av rus-reviderar|några}} gör det.", "Några av dem¹ gör det.")]
    [InlineData("{{rus-forsvarsmakten av rus-reviderar}} gör det.", "Ingen av dem gör det.")]
    [InlineData("{{rus-samverkansformer av rus-reviderar}} gör det.", "Samtliga sju regioner¹ gör det.")]
    [InlineData("Det gäller {{rus-reviderar och rus-unga-aldre|namn}}.", "Det gäller Kronoberg och Västmanland.")]
    // the author's own words of number
    [InlineData("{{rus-reviderar|”några enstaka regioner”}} gör det.", "Några enstaka regioner¹ gör det.")]
    [InlineData("Det gör {{rus-reviderar|utan not, \"sju av landets regioner\"}}.", "Det gör sju av landets regioner.")]
    [InlineData("{{rus-reviderar|”sju av 21 regioner”}} gör det.", "Sju av 21 regioner¹ gör det.")]
    [InlineData("{{rus-samverkansformer|”alla 21 regioner”}} gör det.", "Alla 21 regioner gör det.")]
    [InlineData("{{inte rus-unga-aldre|”alla regioner utom två”}} gör det.", "Alla regioner utom två¹ gör det.")]
    [InlineData(
        "{{inte rus-unga-aldre|”De allra flesta regioner”, utan not}} gör det.",
        "De allra flesta regioner gör det."
    )]
    // where the sentence begins with it, and only there, the first letter is a capital
    [InlineData("Så gör {{rus-reviderar}}.", "Så gör sju regioner¹.")]
    [InlineData("Det sker. {{rus-reviderar}} gör det.", "Det sker. Sju regioner¹ gör det.")]
    [InlineData("Sker det? {{rus-reviderar}} gör det.", "Sker det? Sju regioner¹ gör det.")]
    [InlineData("Det sker: {{rus-reviderar}} gör det.", "Det sker: sju regioner¹ gör det.")]
    [InlineData("Det sker (se ovan). {{rus-reviderar}} gör det.", "Det sker (se ovan). Sju regioner¹ gör det.")]
    [InlineData("De skriver: ”Det sker.” {{rus-reviderar}} gör det.", "De skriver: ”Det sker.” Sju regioner¹ gör det.")]
    [InlineData("(Det sker.) {{rus-reviderar}} gör det.", "(Det sker.) Sju regioner¹ gör det.")]
    [InlineData("Något, t.ex. {{rus-reviderar}}, gör det.", "Något, t.ex. sju regioner¹, gör det.")]
    [InlineData("**Kort.** {{rus-reviderar}} gör det.", "**Kort.** Sju regioner¹ gör det.")]
    [InlineData("”{{rus-reviderar}} gör det.”", "”Sju regioner¹ gör det.”")]
    public async Task A_marker_becomes_the_words_of_what_is_coded(string markdown, string printed)
    {
        var chapter = await Composed(markdown);
        Assert.Empty(chapter.Alarms);
        Assert.Equal(printed, Printed(Assert.Single(chapter.Blocks)));
    }

    [Theory]
    [InlineData("rus-reviderar|”de flesta regioner”", "kan inte stå för 7 av 21")]
    [InlineData("rus-reviderar|”åtta regioner”", "kan inte stå för 7 av 21")]
    [InlineData("rus-reviderar|”ganska många”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”sju regioner i norr”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”sju av tio regioner”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”ytterligare sju regioner”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”de övriga sju regionerna”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”sju | regioner”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”sju länsstyrelser”", "inte att läsa som ett antal regioner")]
    [InlineData("rus-reviderar|”alla regioner utom Skåne”", "inte att läsa som ett antal regioner")]
    public async Task Own_words_that_cannot_stand_for_the_number_give_way_to_it_with_an_alarm(string marker, string why)
    {
        var chapter = await Composed($"{{{{{marker}}}}} gör om den.");

        Assert.Equal("Sju regioner¹ gör om den.", Printed(Assert.Single(chapter.Blocks)));
        var alarm = Assert.Single(chapter.Alarms);
        Assert.Contains(why, alarm.Message, StringComparison.Ordinal);
        Assert.False(alarm.IsBlocking);
    }

    [Theory]
    [InlineData("{{rus-reviderar|”}} gör om den.")]
    [InlineData("{{rus-reviderar|”sju regioner}} gör om den.")]
    [InlineData("{{rus-reviderar|””}} gör om den.")]
    [InlineData("{{rus-reviderar|flera, ”sju regioner”}} gör om den.")]
    public async Task Own_words_that_are_not_ended_or_stand_beside_a_chosen_word_cannot_be_filled_in(string markdown)
    {
        var alarm = Assert.Single((await Composed(markdown)).Alarms);
        Assert.Contains("kan inte fyllas i", alarm.Message, StringComparison.Ordinal);
        Assert.True(alarm.IsBlocking);
    }

    [Fact]
    public async Task A_note_lists_who_says_it_in_Swedish_order()
    {
        var claim = Assert.Single((await Composed("{{rus-reviderar}} gör det.")).Claims);
        Assert.Equal("Kalmar, Kronoberg, Norrbotten, Stockholm, Uppsala, Västmanland, Östergötland.", claim.NoteText);
        Assert.Equal(7, claim.Standing.Says.Count);
    }

    [Fact]
    public async Task An_example_is_an_intervention_with_who_carries_it_out()
    {
        var chapter = await Composed("- {{insats regionpolitikerutbildning-uppsala}}");
        var item = Assert.Single(Assert.IsType<ReportBlock.Bullets>(Assert.Single(chapter.Blocks)).Items);
        Assert.Equal(
            "**Utbildning av nya regionpolitiker** (Uppsala). Nyvalda förtroendevalda utbildas så att strategin får större tyngd.",
            Printed(item)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_quotation_is_the_source_word_for_word(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var chapter = await Composed(database, "> {{citat rus-unga-aldre 19}}");
        var quotation = Assert.IsType<ReportBlock.Quotation>(Assert.Single(chapter.Blocks));
        var source = await database.Ask(
            (SamlaDb db) => db.Sources.SingleAsync(s => s.Id == new Id<Source>(quotation.Source), Stop)
        );
        Assert.Contains(quotation.Text, source.Text, StringComparison.Ordinal);
        Assert.Equal(("19", Sample2023.Named<Reporter>("19")), (quotation.Reporter, source.ReporterId));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_starred_passage_is_quoted_before_others_and_shortened_only_with_a_mark(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var sentence = source.Text[..(source.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
        foreach (var quote in (string[])[source.Text[..^1], sentence])
        {
            var added = Assert.IsType<AddCoding.Outcome.Added>(
                await database.Ask((AddCoding add) => add.Run(source.Id, Sample2023.Revises, quote, 0, "Åsa", Stop))
            );
            await database.Ask((StarCoding star) => star.Run(added.Coding, quote == sentence, "Åsa", Stop));
        }

        var words = sentence.Split(' ');
        var shortened = $"{words[0]} […] {words[^1]}";
        Assert.Equal(sentence, await Quoted("> {{citat rus-reviderar 17}}"));
        Assert.Equal(shortened, await Quoted($"> {{{{citat rus-reviderar 17|{words[0]} [...] {words[^1]}}}}}"));
        Assert.Null(await Quoted($"> {{{{citat rus-reviderar 17|{words[0]} {words[^1]}}}}}"));

        async Task<string?> Quoted(string markdown)
        {
            var chapter = await Composed(database, markdown);
            Assert.Equal(chapter.Blocks.Count == 0, chapter.Alarms.Any(alarm => alarm.IsBlocking));
            return chapter.Blocks.OfType<ReportBlock.Quotation>().SingleOrDefault()?.Text;
        }
    }

    [Fact]
    public async Task What_is_left_out_is_said_to_be()
    {
        var chapter = await Composed("{{utelämnad rus-starker-rollen}}");
        Assert.Empty(chapter.Alarms);
        Assert.Contains("Stärker strategins roll", Printed(Assert.Single(chapter.Blocks)), StringComparison.Ordinal);
        Assert.Contains("säger emot sig själv", Printed(Assert.Single(chapter.Blocks)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{finns-inte}} gör det.", "finns inte i kodschemat")]
    [InlineData("{{g-rus-lage}} gör det.", "finns inte i kodschemat")]
    [InlineData("{{rus-reviderar|mest}} gör det.", "kan inte fyllas i")]
    [InlineData("{{rus-reviderar|flera|namn}} gör det.", "kan inte fyllas i")]
    [InlineData("{{finns-inte|namn}}", "finns inte i kodschemat")]
    [InlineData("{{rus-reviderar och finns-inte}} gör det.", "Koden ”finns-inte” finns inte i kodschemat")]
    [InlineData("{{rus-reviderar i mars}} gör det.", "Gruppen ”mars” finns inte")]
    [InlineData("{{rus-reviderar och anslag-lst-pagaende}} gör det.", "både regioner och länsstyrelser")]
    [InlineData("{{rus-reviderar och}} gör det.", "kan inte fyllas i")]
    [InlineData("{{rus-reviderar av rus-unga-aldre av rus-reviderar}} gör det.", "kan inte fyllas i")]
    [InlineData("{{insats finns-inte}}", "kan inte fyllas i")]
    [InlineData("{{utelämnad finns-inte}}", "kan inte fyllas i")]
    [InlineData("Se {{avsnitt finns-inte}}.", "Rapporten har rus.")]
    [InlineData("## Läget\n\nSe {{avsnitt rus/nej}}.", "Kapitlet rus har rus/laget.")]
    [InlineData("Se {{avsnitt rus/nej}}.", "Kapitlet rus har inga rubriker.")]
    [InlineData("Se {{avsnitt}}.", "Koden ”avsnitt” finns inte")]
    [InlineData("Se {{avsnitt rus|flera}}.", "kan inte fyllas i")]
    [InlineData("{{rus-reviderar och {{rus-genomfor}} gör det.", "kan inte fyllas i")]
    [InlineData("{{}}", "kan inte fyllas i")]
    [InlineData("{{rus-starker-rollen}} gör det.", "kan inte räknas")]
    [InlineData("Så gör {{rus-starker-rollen|namn}}.", "ingen region att namnge")]
    [InlineData("> {{citat rus-unga-aldre 20}}", "Citatet saknas")]
    [InlineData("> {{citat rus-unga-aldre}}", "kan inte tolkas")]
    [InlineData("> {{citat rus-unga-aldre 19|Så sade ingen.}}", "stämmer inte ord för ord")]
    [InlineData("> {{citat rus-unga-aldre 19|}}", "stämmer inte ord för ord")]
    [InlineData("> {{citat rus-unga-aldre 19}} och mer därtill", "för sig själv")]
    [InlineData("Text. {{citat rus-unga-aldre 19}}", "kan inte fyllas i")]
    [InlineData("{{rus-reviderar gör det.", "kan inte fyllas i")]
    [InlineData("## Om {{rus-reviderar}}", "rubrik")]
    [InlineData("| a | b |\n| - | - |\n| {{rus-reviderar | c |", "kan inte fyllas i")]
    public async Task What_cannot_be_filled_in_blocks_the_report_and_says_why(string markdown, string why)
    {
        var alarm = Assert.Single((await Composed(markdown)).Alarms);
        Assert.True(alarm.IsBlocking);
        Assert.Contains(why, alarm.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{rus-unga-aldre av rus-reviderar|majoriteten}} gör det.", "Två av dem¹ gör det.")]
    [InlineData("{{rus-unga-aldre av rus-reviderar|flera}} gör det.", "Två av dem¹ gör det.")]
    public async Task A_word_that_no_part_can_be_told_with_gives_way_to_the_number(string markdown, string printed)
    {
        var chapter = await Composed(markdown);
        Assert.Equal(printed, Printed(Assert.Single(chapter.Blocks)));
        Assert.Contains("kan inte stå för 2 av 7", Assert.Single(chapter.Alarms).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_claim_counts_is_told_in_words_and_kept_with_it()
    {
        var claim = Assert.Single((await Composed("{{rus-unga-aldre i se21 av rus-reviderar}} gör det.")).Claims);
        Assert.EndsWith(
            " i Småland med öarna), av dem som nämner Reviderar strategin",
            claim.Label,
            StringComparison.Ordinal
        );
        Assert.Equal(("rus-unga-aldre", "rus-unga-aldre i se21 av rus-reviderar"), (claim.Code, claim.Who));
        Assert.Equal(["rus-unga-aldre", "rus-reviderar"], claim.Codes);
        Assert.Equal("Kronoberg.", claim.NoteText);
    }

    [Theory]
    [InlineData("rus-reviderar", null, "rus-genomfor")]
    [InlineData("rus-reviderar och inte rus-unga-aldre", "rus-genomfor och inte rus-unga-aldre", "rus-genomfor")]
    [InlineData("rus-unga-aldre i 07 av rus-reviderar", "rus-unga-aldre i 07 av rus-genomfor", "rus-unga-aldre")]
    public async Task A_claim_of_a_code_that_was_merged_names_what_the_code_became(
        string marker,
        string? who,
        string code
    )
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Ask(
            (MergeCodes merge) =>
                merge.Run(
                    Sample2023.Round,
                    Sample2023.Revises,
                    Sample2023.Named<Domain.Analyse.Code>("rus-genomfor"),
                    "Åsa",
                    Stop
                )
        );
        var claim = Assert.Single((await Composed(database, $"{{{{{marker}}}}} gör det.")).Claims);
        Assert.Equal((who, code), (claim.Who, claim.Code));
        Assert.DoesNotContain("rus-reviderar", claim.Codes);
    }

    [Fact]
    public async Task The_checker_reads_compound_claims_as_they_were_meant()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        string[] markers =
        [
            "inte rus-unga-aldre",
            "inte rus-unga-aldre|exakt",
            "rus-reviderar och inte rus-unga-aldre",
            "rus-reviderar eller rus-forsvarsmakten",
            "rus-unga-aldre av rus-reviderar",
            "rus-unga-aldre i 07 av rus-reviderar",
            "rus-samverkansformer av rus-reviderar",
            "rus-unga-aldre av rus-reviderar|några",
        ];
        var text = string.Join(
            "\n\n",
            markers.Select(marker => $"{{{{rus-reviderar}}}} nämner det. {{{{{marker}}}}} gör det.")
        );
        var chapter = await Composed(database, text);
        var report = new ReportDocument("Rapport", null, [chapter]);

        var findings = await database.Ask((CheckRound check) => Task.FromResult(check.Check(report, Stop)));

        Assert.Equal(2 * markers.Length, chapter.Claims.Count());
        Assert.DoesNotContain(findings, finding => finding.Finding.Severity == Domain.Check.Severity.Error);
    }

    [Fact]
    public async Task A_word_that_no_longer_fits_gives_way_to_the_number_and_says_so()
    {
        var chapter = await Composed("{{rus-reviderar|majoriteten}} gör det.");
        Assert.Equal("Sju regioner¹ gör det.", Printed(Assert.Single(chapter.Blocks)));
        var alarm = Assert.Single(chapter.Alarms);
        Assert.False(alarm.IsBlocking);
        Assert.Contains("kan inte stå för 7 av 21", alarm.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chapter_without_a_title_blocks_the_report()
    {
        var chapter = await Composed("Text.", title: "");
        Assert.Contains(
            chapter.Alarms,
            alarm => alarm.IsBlocking && alarm.Message.Contains("rubrik", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Headings_are_numbered_under_their_chapter()
    {
        var chapter = await Composed(
            "## Ett\n\n### Ett ett\n\n### Ett två\n\n## Två\n\n### Två ett\n\n#### Djupt\n\n# Sist"
        );
        Assert.Equal(
            [
                "2 3.1 Ett",
                "3 3.1.1 Ett ett",
                "3 3.1.2 Ett två",
                "2 3.2 Två",
                "3 3.2.1 Två ett",
                "4 3.2.1.1 Djupt",
                "2 3.3 Sist",
            ],
            chapter.Blocks.OfType<ReportBlock.Heading>().Select(h => $"{h.Level} {h.Number} {h.Text}")
        );
        Assert.Equal("Rubriken", chapter.Title);
    }

    [Fact]
    public async Task A_reference_has_the_number_that_its_heading_has_at_that_moment()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) =>
                    save.Run(
                        Sample2023.Round,
                        Sample2023.Named<Chapter>("rus"),
                        "# Ett\n\n{{avsnitt miljo}} säger det, se {{avsnitt rus/lage}}, {{avsnitt rus/lage-2}} och {{avsnitt rus}}.\n\n## Läge\n\n### Läge\n\n### *Läge*!\n",
                        1,
                        "Åsa",
                        Stop
                    )
            )
        );
        var before = (await database.Compose()).Chapters.Single(one => one.Id == "rus");
        Assert.Equal("Kapitel 11 säger det, se avsnitt 3.1, avsnitt 3.1.1 och kapitel 3.", Words(before));
        Assert.Empty(before.Alarms);

        Assert.IsType<PlanOutcome.Changed>(
            await database.Ask(
                (MoveChapter move) =>
                    move.Run(Sample2023.Round, Sample2023.Named<Chapter>("rus"), isUp: false, "Åsa", Stop)
            )
        );

        var after = (await database.Compose()).Chapters.Single(one => one.Id == "rus");
        Assert.Equal("Kapitel 11 säger det, se avsnitt 4.1, avsnitt 4.1.1 och kapitel 4.", Words(after));
        // A signature and an edition know it by what it refers to.
        Assert.False(ChapterChange.Between(before, after).IsChanged);
        var sections = (
            await database.Ask(
                (ViewChapter view) => view.Run(Sample2023.Round, Sample2023.Named<Chapter>("rus"), "", Stop)
            )
        )!.Sections;
        Assert.Equal(
            ["rus", "rus/lage", "rus/lage-2", "rus/lage-3"],
            sections.All.Where(one => one.ChapterId == "rus").Select(one => one.Place)
        );

        static string Words(ReportChapter chapter) =>
            string.Concat(chapter.Blocks.OfType<ReportBlock.Paragraph>().First().Words.Select(inline => inline.Plain));
    }

    [Fact]
    public async Task An_alarm_names_the_heading_it_stands_under() =>
        Assert.Equal(
            ["3.1.1", "3.2"],
            (await Composed("## Ett\n\n### Ett ett\n\n{{fel}}\n\n## Två\n\n{{fel}}")).Alarms.Select(alarm =>
                alarm.Section
            )
        );

    [Fact]
    public async Task Lists_in_lists_and_other_forms_of_Markdown_lose_no_words()
    {
        var chapter = await Composed(
            "- ett\n  - inuti\n- två\n\n1. först\n\n> rad i citat\n>\n> - punkt i citat\n\n    kod\n\n`mer` &amp; [länk](https://example.org) <b>fet</b>"
        );
        var printed = string.Join(' ', chapter.Blocks.Select(Printed));
        Assert.All(
            ["ett", "inuti", "två", "först", "rad i citat", "punkt i citat", "kod", "mer", "&", "länk", "<b>fet</b>"],
            words => Assert.Contains(words, printed, StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Notes_and_claims_are_numbered_through_the_whole_report(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var report = await database.Compose();
        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12], report.Chapters.Select(chapter => chapter.Number));
        var claims = report.Chapters.SelectMany(chapter => chapter.Claims).ToList();
        Assert.Equal(
            Enumerable.Range(1, claims.Count).Select(number => $"c{number}"),
            claims.Select(claim => claim.Id)
        );
        var notes = claims.Where(claim => claim.Note is not null).ToList();
        Assert.Equal(Enumerable.Range(1, notes.Count), notes.Select(claim => claim.Note!.Value));
        Assert.All(notes, claim => Assert.NotNull(claim.NoteText));
        Assert.True(notes.Count > 300);
        Assert.Equal("rekonstruerad ur offentliga uppgifter", report.Mark);
        Assert.DoesNotContain(report.Chapters.SelectMany(chapter => chapter.Alarms), alarm => alarm.IsBlocking);
    }

    [Fact]
    public async Task Where_only_some_regions_have_a_document_their_number_is_told_and_not_all()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var code = await database.AddCodeAboutDocuments("Bär");
        foreach (var county in (string[])["17", "20"])
        {
            var document = await database.AddDocument("Vi odlar bär.", county);
            await database.CodeIn(document, code, "odlar bär");
            await database.ReadToItsEnd(document);
        }

        var chapter = await Composed(database, $"{{{{{code}}}}} odlar bär.");

        Assert.Equal("Två regioner¹ odlar bär.", Printed(Assert.Single(chapter.Blocks)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_coding_more_changes_the_sentence_and_its_note_and_one_less_changes_them_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Claim(database);
        Assert.Equal("Sju regioner", before.Words);

        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        var added = Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask(
                (AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text[..20], 0, "Åsa", Stop)
            )
        );
        var more = await Claim(database);
        Assert.Equal("Åtta regioner", more.Words);
        Assert.Contains("Värmland", more.NoteText, StringComparison.Ordinal);
        Assert.Equal(before.Note, more.Note);

        await database.Ask((RemoveCoding remove) => remove.Run(added.Coding, "Åsa", Stop));
        Assert.Equal(before, await Claim(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Those_nobody_has_read_yet_are_named_in_an_alarm_that_does_not_block(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Nytt svar.", seen: 1);
        await database.Submit(Sample2023.Värmland);
        var unread = (await database.Compose())
            .Chapters[0]
            .Alarms.Where(alarm => alarm.Message.Contains("Värmland är inte läst", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(unread);
        Assert.DoesNotContain(unread, alarm => alarm.IsBlocking);
    }

    [Theory]
    [InlineData("a * b _c_ [d] \\ `e` # f")]
    [InlineData("# ingen rubrik")]
    [InlineData("- ingen punkt")]
    [InlineData("+ ingen punkt")]
    [InlineData("1. ingen punkt")]
    [InlineData("> inget citat")]
    [InlineData("<b>ingen fetstil</b>")]
    [InlineData("&amp; [^1] ~~x~~ ![bild](b.png)")]
    [InlineData("snake_case och __fet__")]
    public async Task What_is_written_as_Markdown_reads_back_as_the_same_words(string text)
    {
        var words = new ReportBlock.Paragraph([new ReportInline.Words(text)]);
        using var written = new StringWriter();
        ReportMarkdown.Write(
            new ReportDocument("Titel: med kolon", null, [new ReportChapter(3, "rus", "Rubriken", [words], [])]),
            written
        );
        var markdown = written.ToString();
        var body = markdown[markdown.IndexOf("# 3 Rubriken", StringComparison.Ordinal)..];
        var read = Assert.Single((await Composed(body.Split('\n', 2)[1])).Blocks);
        Assert.Equal(text, string.Concat(Assert.IsType<ReportBlock.Paragraph>(read).Words.Select(Plain)));

        static string Plain(ReportInline inline) =>
            Assert.IsType<ReportInline.Words>(inline) is { IsStrong: false, IsEmphasised: false } plain
                ? plain.Text
                : "formaterat";
    }

    private async Task<ReportChapter> Composed(string markdown, string title = "# Rubriken\n\n")
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        return await Composed(database, markdown, title);
    }

    private static async Task<ReportChapter> Composed(
        TestDatabase database,
        string markdown,
        string title = "# Rubriken\n\n"
    )
    {
        var chapter = new Chapter
        {
            RoundId = Sample2023.Round,
            Id = Sample2023.Named<Chapter>("rus"),
            Number = 3,
            Text = title + markdown,
            Revision = 1,
        };
        var report = await database.Ask((ComposeReport compose) => compose.Run(Sample2023.Round, [chapter], Stop));
        return Assert.Single(report!.Chapters);
    }

    private static async Task<ReportClaim> Claim(TestDatabase database) =>
        (await database.Compose()).Chapters[0].Claims.First(claim => claim.Code == "rus-reviderar");

    private static string Printed(ReportBlock block) =>
        block is ReportBlock.Heading heading ? heading.Text : Printed([.. block.Inlines]);

    private static string Printed(IReadOnlyList<ReportInline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    ReportInline.Counted({ Note: { } note } claim) => claim.Words + "⁰¹²³⁴⁵⁶⁷⁸⁹"[note],
                    ReportInline.Counted(var claim) => claim.Words,
                    ReportInline.Words { IsStrong: true } strong => $"**{strong.Text}**",
                    ReportInline.Words words => words.Text,
                    _ => "",
                }
            )
        );
}
