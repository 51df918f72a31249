using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Publish;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

public sealed class WriteTemplateTests(Databases databases)
{
    private static readonly XNamespace W = WordEdit.W;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("17", true)]
    [InlineData("17", false)]
    [InlineData("lst-17", true)]
    public async Task Word_finds_nothing_wrong_in_the_file(string reporter, bool isTemplate)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = await Make(database, Sample2023.Named<Reporter>(reporter), isTemplate);
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(word, Stop)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_thing_that_is_asked_has_one_field_with_what_is_written(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var text = "Två\tspalter  och mellanslag.\n\nEmoji 👩‍👩‍👧 och e\u0301.\n- punkt";
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, text, seen: 1);
        var view = await database.Ask((ViewSubmission view) => view.Run(Sample2023.Round, Sample2023.Värmland, Stop));

        var edit = await WordEdit.Of(database, Sample2023.Värmland);

        var asked = view!.Sections.SelectMany(section => section.Items).ToList();
        Assert.Equal(
            asked.SelectMany(item =>
                item.Table is null
                    ? (string[])[item.Requirement.Id.Value]
                    : [$"{item.Requirement.Id}.rader", item.Requirement.Id.Value]
            ),
            edit.Root.Descendants(W + "tag").Select(tag => (string?)tag.Attribute(W + "val"))
        );
        var file = Imports.Read(edit.Save());
        Assert.Equal(
            asked.Select(item => item.Draft?.Text),
            asked.Select(item => file.Text(item.Requirement.Id.Value))
        );
        Assert.Equal(text, file.Text("rus-genomforande"));
        Assert.Null(file.Text("medskick-fritt"));
        Assert.Equal((Sample2023.Round, Sample2023.Värmland), (file.Round, file.Reporter));
        Assert.Empty(file.Loose);
        Assert.Empty(file.Findings);
    }

    [Fact]
    public async Task It_says_whose_it_is_what_to_do_and_that_the_round_is_reconstructed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = new WordFile(await Make(database, Sample2023.Värmland, isTemplate: true));

        Assert.Equal(["Regionalt utvecklingsarbete 2023"], file.TextsIn("Title"));
        Assert.Equal(
            ["Region Värmland", "Mall att fylla i", "Lämnas in senast 21\u00a0februari 2024"],
            file.TextsIn("Subtitle")
        );
        Assert.Equal(["Omgången är rekonstruerad ur offentliga uppgifter."], file.TextsIn("Mark"));
        Assert.Contains("rekonstruerad ur offentliga uppgifter", WordFile.Text(file.Part("word/header1.xml")));
        Assert.Contains("Mall, hämtad", WordFile.Text(file.Part("word/footer1.xml")));
        Assert.Contains("3 Regionala utvecklingsstrategier", file.TextsIn("Heading1"));
        Assert.Contains("3.1 Genomförande och samordning", file.TextsIn("Heading2"));
        Assert.Contains(
            file.Paragraphs.Select(WordFile.Text),
            text => text == "Högst 6\u00a0000 tecken med mellanslag."
        );
        Assert.Contains(file.TextsIn("ListBullet"), text => text.StartsWith("Skriv svaren", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_screen_reader_gets_language_title_and_header_rows()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = new WordFile(await Make(database, Sample2023.Värmland, isTemplate: true));

        Assert.Equal(
            "sv-SE",
            (string?)file.Part("word/styles.xml").Descendants(W + "lang").First().Attribute(W + "val")
        );
        Assert.Contains("Region Värmland", file.Part("docProps/core.xml").Value, StringComparison.Ordinal);
        var tables = file.Body.Descendants(W + "tbl").ToList();
        Assert.NotEmpty(tables);
        Assert.All(
            tables,
            table =>
            {
                Assert.NotNull(table.Element(W + "tr")!.Descendants(W + "tblHeader").SingleOrDefault());
                Assert.NotNull(table.Descendants(W + "tblCaption").SingleOrDefault());
            }
        );
    }

    [Fact]
    public async Task For_reading_there_are_no_fields_and_a_draft_is_said_to_be_one()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var submitted = new WordFile(await Make(database, Sample2023.Värmland, isTemplate: false));
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Först.\n\nSedan.", seen: 1);
        var draft = new WordFile(await Make(database, Sample2023.Värmland, isTemplate: false));

        Assert.Empty(draft.Body.Descendants(W + "sdt"));
        Assert.StartsWith("Version 1, inlämnad", submitted.TextsIn("Subtitle").ElementAt(1), StringComparison.Ordinal);
        Assert.Matches("^Utkast .* inte inlämnat$", draft.TextsIn("Subtitle").ElementAt(1));
        Assert.Equal(["Först.", "Sedan."], draft.TextsIn("Answer").Take(2));
        Assert.Contains("Inget svar.", draft.Paragraphs.Select(WordFile.Text));
        Assert.Contains(draft.TextsIn("TableText"), text => text.Length > 0);
        Assert.Equal(["Omgången är rekonstruerad ur offentliga uppgifter."], draft.TextsIn("Mark"));
    }

    [Theory]
    [InlineData("2023", "02")]
    [InlineData("2031", "17")]
    [InlineData("2023", "lst-01")]
    public async Task There_is_none_for_who_does_not_report(string round, string reporter)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(
            await database.Ask(
                (WriteTemplate write) =>
                    write.Run(Sample2023.Named<Round>(round), Sample2023.Named<Reporter>(reporter), Stop)
            )
        );
    }

    private static async Task<byte[]> Make(TestDatabase database, Key<Reporter> reporter, bool isTemplate) =>
        (
            isTemplate
                ? await database.Ask((WriteTemplate write) => write.Run(Sample2023.Round, reporter, Stop))
                : await database.Ask((ExportReport export) => export.Run(Sample2023.Round, reporter, Stop))
        )!;
}
