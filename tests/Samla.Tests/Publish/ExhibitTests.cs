using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samla.Analyse;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Publish;

/// <summary>Tables and figures that are bound to what is coded.</summary>
public sealed class ExhibitTests(Databases databases)
{
    private static readonly Key<Chapter> Chapter = Sample2023.Named<Chapter>("rus");
    private static readonly Key<Code> Group = Sample2023.Named<Code>("g-rus-lage");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tabell a b|Rubrik", ExhibitForm.Table, 2, "Rubrik")]
    [InlineData("figur staplar a", ExhibitForm.Bars, 1, null)]
    [InlineData("figur karta a|  På  karta ", ExhibitForm.Map, 1, "På  karta")]
    [InlineData("tabell a|", ExhibitForm.Table, 1, null)]
    public void A_marker_names_codes_and_a_title(string text, ExhibitForm form, int keys, string? title)
    {
        var exhibit = Assert.IsType<Marker.Exhibit>(Marker.Read(text));
        Assert.Equal((form, keys, title), (exhibit.Form, exhibit.Keys.Count, exhibit.Title));
    }

    [Theory]
    [InlineData("tabell a B")]
    [InlineData("figur a")]
    [InlineData("figur staplar")]
    public void What_is_not_written_so_is_no_exhibit(string text) =>
        Assert.IsNotType<Marker.Exhibit>(Marker.Read(text));

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_row_says_what_the_matrix_says_and_is_marked_when_that_changes(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(
            database,
            $"{{{{tabell {Group}}}}}\n\n{{{{figur staplar rus-unga-aldre rus-reviderar|Två}}}}\n\n{{{{figur karta rus-reviderar}}}}"
        );
        var matrix = (await database.Ask((ReadMatrix read) => read.Run(Sample2023.Round, Stop)))!.ToDictionary(row =>
            row.Code.Id.Value
        );

        var chapter = await Composed(database);

        Assert.Empty(chapter.AllAlarms);
        var (table, bars, map) = Three(chapter);
        Assert.Equal(
            [("Tabell 1. " + GroupLabel(await Codebook(database))), "Figur 1. Två", "Figur 2. " + map.Rows[0].Label],
            new[] { table, bars, map }.Select(one => one.Caption)
        );
        Assert.All(chapter.Claims, row => Assert.Equal(matrix[row.Code].Standing, row.Standing));
        Assert.Equal(
            table.Rows.Select(row => row.Standing.Says.Count).OrderDescending(),
            table.Rows.Select(row => row.Standing.Says.Count)
        );
        var inGroup = (await Codebook(database)).Where(code =>
            code is { Kind: CodeKind.Leaf, Withheld: null } && code.ParentId == Group
        );
        Assert.Equal(inGroup.Select(code => code.Id.Value).Order(), table.Rows.Select(row => row.Code).Order());
        // Who listed codes chose their order.
        Assert.Equal(["rus-unga-aldre", "rus-reviderar"], bars.Rows.Select(row => row.Code));
        Assert.Equal(chapter.Claims.Count(), chapter.Claims.Select(row => row.Id).Distinct().Count());

        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsNotType<AddCoding.Outcome.Refused>(
            await database.Ask(
                (AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text[..20], 0, "Bo", Stop)
            )
        );
        var changed = await Composed(database);
        Assert.Equal(3, changed.Unaccepted.Count);
        var one = Assert.Single(changed.ToAccept);
        Assert.Equal("Värmland", one.Change.Came.Names);
        await database.Ask(
            (AcceptClaims accept) =>
                accept.Run(Sample2023.Round, Chapter, [new AcceptClaims.Seen(one.Accepted.Who, one.Seen)], "Åsa", Stop)
        );
        Assert.Empty((await Composed(database)).Unaccepted);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [InlineData("{{tabell finns-inte}}", "finns inte i kodschemat")]
    [InlineData("{{tabell rus-unga-aldre rus-reviderar}}", "har ingen rubrik")]
    [InlineData("Se {{tabell rus-unga-aldre}} här.", "för sig själv")]
    [InlineData("- {{figur karta rus-unga-aldre}}", "för sig själv")]
    [InlineData("> {{tabell rus-unga-aldre}}", "kan inte tolkas")]
    [InlineData("{{tabell g-rus-lage g-finns-inte|Två grupper}}", "finns inte i kodschemat")]
    public async Task What_cannot_be_shown_is_told(string text, string alarm)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(database, text);
        Assert.Contains(
            (await Composed(database)).Alarms,
            one => one.IsBlocking && one.Message.Contains(alarm, Ordinal)
        );
    }

    [Fact]
    public async Task Word_the_page_and_the_edition_have_the_same_rows()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Save(
            database,
            $"{{{{tabell {Group}}}}}\n\n{{{{figur staplar rus-unga-aldre rus-reviderar|Två | streck}}}}\n\n{{{{figur karta rus-reviderar}}}}\n\n## Sammanfattning\n\nSå är det."
        );
        var edition = Assert
            .IsType<PublishEdition.Outcome.Published>(
                await database.Ask((PublishEdition publish) => publish.Run(Sample2023.Round, Imprint.None, "Åsa", Stop))
            )
            .Edition;
        var chapter = (await database.Ask((ReadEdition read) => read.ReadChapter(edition.Id, Chapter, Stop)))!;
        var now = await Composed(database);
        Assert.False(ChapterChange.Between(chapter, now).IsChanged);
        var report = new ReportDocument("Rapport", Mark: null, [chapter]);
        var (table, bars, map) = Three(chapter);

        var word = WordFile.Of(report);
        using (var file = WordprocessingDocument.Open(new MemoryStream(word.Bytes), isEditable: false))
        {
            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Microsoft365)
                    .Validate(file, Stop)
                    .Select(error => error.Description)
            );
        }

        var tables = word.Body.Descendants(WordFile.W + "tbl").ToList();
        Assert.Equal([table.Caption, bars.Caption, map.Caption], word.TextsIn("Caption").Take(3));
        Assert.Equal(
            table.Rows.Select(row => $"{row.Label}|{Count(row)}|{(Count(row) == "0" ? "–" : row.Standing.Says.Names)}"),
            tables[0].Elements(WordFile.W + "tr").Skip(1).Select(Cells)
        );
        Assert.Equal(
            bars.Rows.Select(row => $"{row.Label}| {Count(row)} av {row.Standing.Called.Count}|{Count(row)}"),
            tables[1].Elements(WordFile.W + "tr").Skip(1).Select(row => Cells(row).Replace("\u00a0", "", Ordinal))
        );
        Assert.Equal(21, tables[2].Descendants(WordFile.W + "p").Count(letter => WordFile.Text(letter).Length > 0));
        Assert.Equal(
            map.Rows[0].Standing.Says.Count,
            tables[2]
                .Descendants(WordFile.W + "shd")
                .Count(ground => (string?)ground.Attribute(WordFile.W + "fill") == "0B5A50")
        );

        using var html = new StringWriter();
        HtmlWriter.Write(report, MadeUpEdition.About, html);
        var page = XDocument.Parse(html.ToString()["<!DOCTYPE html>\n".Length..]).Root!;
        var shown = page.Descendants("table").ToList();
        Assert.Equal(
            table.Rows.Select(Count),
            shown[0].Descendants("tr").Skip(1).Select(row => row.Elements("td").First().Value)
        );
        Assert.Equal(
            bars.Rows.Select(Count),
            shown[1].Descendants("meter").Select(bar => (string)bar.Attribute("value")!)
        );
        Assert.Equal(
            map.Rows[0].Standing.Says.Count,
            page.Descendants().Count(one => (string?)one.Attribute("fill") == "#0b5a50")
        );

        using var text = new StringWriter();
        ReportMarkdown.Write(report, text);
        Assert.Contains("**Figur 1. Två | streck**", text.ToString(), Ordinal);
        Assert.Contains($"| {table.Rows[0].Label} | {Count(table.Rows[0])} | ", text.ToString(), Ordinal);
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static string Cells(XElement row) =>
        string.Join('|', row.Elements(WordFile.W + "tc").Select(WordFile.Text));

    private static string Count(ReportClaim row) => row.Standing.Says.Count.ToString(CultureInfo.InvariantCulture);

    private static (ReportBlock.Exhibit Table, ReportBlock.Exhibit Bars, ReportBlock.Exhibit Map) Three(
        ReportChapter chapter
    ) =>
        chapter.Blocks.OfType<ReportBlock.Exhibit>().ToList() is [var one, var two, var three]
            ? (one, two, three)
            : default;

    private static string GroupLabel(IEnumerable<Code> codes) => codes.Single(code => code.Id == Group).Label;

    private static async Task<IReadOnlyList<Code>> Codebook(TestDatabase database) =>
        (await database.Ask((ViewCode view) => view.Run(Sample2023.Round, Sample2023.Revises, Stop)))!.Codebook;

    private static async Task<ReportChapter> Composed(TestDatabase database) =>
        (await database.Compose()).Chapters.Single(chapter => chapter.Id == Chapter.Value);

    private static async Task Save(TestDatabase database, string text) =>
        Assert.IsType<SaveChapter.Outcome.Saved>(
            await database.Ask(
                (SaveChapter save) => save.Run(Sample2023.Round, Chapter, $"# Strategier\n\n{text}\n", 1, "Åsa", Stop)
            )
        );
}
