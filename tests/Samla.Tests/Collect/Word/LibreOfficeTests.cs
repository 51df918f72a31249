using System.IO.Compression;
using System.Xml.Linq;
using Samla.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>A template that LibreOffice has saved keeps no content control around several paragraphs; it is read all the same.</summary>
public sealed class LibreOfficeTests(Databases databases) : IDisposable
{
    private const string Strategy = "rus-genomforande";
    private const string Free = "medskick-fritt";

    private static readonly string[] Lines =
    [
        "Första stycket, med  två mellanslag.",
        "",
        "- en punkt",
        "Emoji 👩‍👩‍👧 och e\u0301, tabb\toch hårt\u00A0mellanslag.",
        "Sist.",
    ];

    private readonly LibreOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Saved_as_it_is_nothing_has_changed_and_filled_in_all_is_placed(bool asOdt)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var untouched = await database.Import(await Saved(await WordEdit.Of(database, Sample2023.Värmland), asOdt));
        Assert.Empty(untouched.Placed);
        Assert.Empty(untouched.Unplaced);
        Assert.Empty(untouched.Findings);

        var edit = (await WordEdit.Of(database, Sample2023.Värmland)).Fill(Strategy, Lines).Fill(Free, Lines);
        edit.Content("boende-resultat").Add(WordEdit.Paragraph("Ett tillägg till kommentaren."));
        var plan = await database.Import(await Saved(edit, asOdt));

        Assert.Equal([Strategy, "boende-resultat", Free], plan.Placed.Select(placed => placed.Requirement).Names());
        Assert.Empty(plan.Unplaced);
        var text = string.Join('\n', Lines);
        Assert.Equal(text, (await database.Kept(Sample2023.Värmland, Strategy))?.Text);
        Assert.Equal(text, (await database.Kept(Sample2023.Värmland, Free))?.Text);
        Assert.EndsWith(
            "\nEtt tillägg till kommentaren.",
            (await database.Kept(Sample2023.Värmland, "boende-resultat"))?.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tracked_changes_tables_lists_and_notes_come_through_LibreOffice()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var edit = await WordEdit.Of(database, Sample2023.Värmland);
        edit.Content(Free)
            .ReplaceNodes(
                WordEdit.Paragraph(
                    WordEdit.Run("Vi "),
                    WordEdit.Deleted("tror"),
                    WordEdit.Inserted(WordEdit.Run("vet")),
                    WordEdit.Run(" det.")
                ),
                WordEdit.Paragraph(WordEdit.EndDeleted(), WordEdit.Run("Ett stycke")),
                WordEdit.Paragraph(" blev av två."),
                WordEdit.Table(
                    [WordEdit.Cell("Kommun"), WordEdit.Cell("Antal")],
                    [
                        WordEdit.Cell(
                            "Summa 3",
                            new XElement(WordEdit.W + "gridSpan", new XAttribute(WordEdit.W + "val", 2))
                        ),
                    ]
                ),
                WordEdit.Paragraph("Efter.")
            );
        edit.Control(Strategy).Remove();

        var plan = await database.Import(await Saved(edit, asOdt: false));

        Assert.Equal(
            "Vi vet det.\nEtt stycke blev av två.\nKommun\tAntal\nSumma 3\nEfter.",
            (await database.Kept(Sample2023.Värmland, Free))?.Text
        );
        Assert.Equal(
            [ImportFindingKind.TrackedChanges, ImportFindingKind.EmptyField],
            plan.Findings.Select(finding => finding.Kind)
        );
    }

    [Fact]
    public async Task What_was_written_in_LibreOffices_own_form_is_placed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var template = (await WordEdit.Of(database, Sample2023.Värmland)).Save();
        var odt = Written(await _office.Save(template, "docx", "odt"));

        var plan = await database.Import(await _office.Save(odt, "odt", "docx"));

        Assert.Equal([Strategy], plan.Placed.Select(placed => placed.Requirement).Names());
        Assert.StartsWith(
            "Skrivet först.\nDen regionala",
            (await database.Kept(Sample2023.Värmland, Strategy))?.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("Skrivet överst.", Assert.Single(plan.Unplaced).Text);
    }

    // What a person does who writes a paragraph before the first of an answer, and one before the template's first.
    private static byte[] Written(byte[] odt)
    {
        using var file = new MemoryStream();
        file.Write(odt);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("content.xml")!;
            string content;
            using (var reader = new StreamReader(entry.Open()))
            {
                content = reader.ReadToEnd();
            }

            const string Start = "<text:p ";
            var answer = content.LastIndexOf(
                Start,
                content.IndexOf("Den regionala utvecklingsstrategin ligger", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            content = content.Insert(answer, "<text:p>Skrivet först.</text:p>");
            content = content.Insert(
                content.IndexOf(Start, StringComparison.Ordinal),
                "<text:p>Skrivet överst.</text:p>"
            );
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("content.xml").Open());
            writer.Write(content);
        }

        return file.ToArray();
    }

    private async Task<byte[]> Saved(WordEdit edit, bool asOdt) =>
        asOdt
            ? await _office.Save(await _office.Save(edit.Save(), "docx", "odt"), "odt", "docx")
            : await _office.Save(edit.Save(), "docx", "docx");
}
