using System.Xml.Linq;
using Samla.Collect;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.Word.WordEdit;

namespace Samla.Tests.Collect.Word;

/// <summary>What people do to a template in a word processor, and what is read of it.</summary>
public sealed class ReadSubmissionFileTests(Databases databases)
{
    private const string Strategy = "rus-genomforande";
    private const string Sustainability = "rus-hallbarhet";
    private const string Free = "medskick-fritt";

    [Fact]
    public async Task Tracked_changes_are_read_as_accepted_and_told_of()
    {
        var file = await Read(edit =>
            edit.Content(Free)
                .ReplaceNodes(
                    Paragraph(Run("Vi "), Deleted("tror"), Inserted(Run("vet")), Run(" det.")),
                    Paragraph(EndDeleted(), Run("Ett stycke")),
                    Paragraph(Run(" blev av två.")),
                    new XElement(W + "p", EndDeleted(), Deleted("Borta.")),
                    Paragraph(
                        new XElement(W + "moveFrom", Run("flyttat härifrån")),
                        new XElement(W + "moveTo", Run("Flyttat hit."))
                    )
                )
        );

        Assert.Equal("Vi vet det.\nEtt stycke blev av två.\nFlyttat hit.", file.Text(Free));
        Assert.Equal([ImportFindingKind.TrackedChanges], file.Findings.Select(finding => finding.Kind));
        Assert.Empty(file.Loose);
    }

    [Fact]
    public async Task A_row_that_is_deleted_with_tracking_is_gone()
    {
        var table = Table([Cell("Ny"), Cell("1")], [Cell("Gammal"), Cell("2")]);
        table
            .Elements(W + "tr")
            .Last()
            .AddFirst(new XElement(W + "trPr", new XElement(W + "del", new XAttribute(W + "id", 1))));
        Assert.Equal("Ny\t1", (await Read(edit => edit.Content(Free).ReplaceNodes(table, Paragraph("")))).Text(Free));
    }

    [Fact]
    public async Task A_field_that_was_moved_is_read_where_it_is()
    {
        var file = await Read(edit =>
        {
            var control = edit.Fill(Free, "Flyttat.").Control(Free);
            control.Remove();
            edit.Body.AddFirst(control);
        });

        Assert.Equal("Flyttat.", file.Text(Free));
        Assert.Empty(file.Loose);
        Assert.Empty(file.Findings);
    }

    [Fact]
    public async Task A_field_in_a_merged_cell_of_a_nested_table_is_read()
    {
        var file = await Read(edit =>
        {
            var control = edit.Fill(Free, "I cellen.").Control(Free);
            var inner = Table([
                new XElement(
                    W + "tc",
                    new XElement(W + "tcPr", new XElement(W + "gridSpan", new XAttribute(W + "val", 2))),
                    new XElement(control)
                ),
            ]);
            control.ReplaceWith(Table([new XElement(W + "tc", inner, new XElement(W + "p"))]));
        });

        Assert.Equal("I cellen.", file.Text(Free));
        Assert.Empty(file.Loose);
    }

    [Fact]
    public async Task A_doubled_field_with_one_text_is_read_once()
    {
        var file = await Read(edit => Double(edit.Fill(Free, "Samma."), "Samma."));

        Assert.Equal("Samma.", file.Text(Free));
        Assert.Equal([ImportFindingKind.DoubledField], file.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task A_doubled_field_with_two_texts_gives_both_and_places_none()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var edit = await Of(database, Sample2023.Värmland);
        Double(edit.Fill(Free, "Den andra."), "Den ena.");

        var plan = await database.Import(edit.Save());

        Assert.Empty(plan.Placed);
        Assert.Equal(["Den ena.", "Den andra."], plan.Unplaced.Select(unplaced => unplaced.Text));
        Assert.All(plan.Unplaced, unplaced => Assert.Equal(Free, unplaced.Near?.Value));
        Assert.Equal([ImportFindingKind.DoubledField], plan.Findings.Select(finding => finding.Kind));
        Assert.Null(await database.Kept(Sample2023.Värmland, Free));
    }

    [Fact]
    public async Task A_copy_that_was_left_empty_takes_nothing_away()
    {
        var file = await Read(edit => Double(edit.Fill(Free, "Svaret."), ""));
        Assert.Equal("Svaret.", file.Text(Free));
    }

    [Fact]
    public async Task Text_outside_the_fields_is_loose_with_the_heading_it_stands_under()
    {
        var file = await Read(edit =>
        {
            edit.Control(Strategy).AddAfterSelf(Paragraph("Bredvid."), Paragraph("Mer bredvid."));
            edit.Body.AddFirst(Paragraph("Överst."));
        });

        Assert.Equal(
            [
                ("Överst.", "före första rubriken", null),
                ("Bredvid.\nMer bredvid.", "under ”3.1 Genomförande och samordning”", Strategy),
            ],
            file.Loose.Select(loose => (loose.Text, loose.Where, loose.Near?.Value))
        );
    }

    [Fact]
    public async Task A_line_of_the_template_that_was_written_on_is_loose()
    {
        var file = await Read(edit =>
            edit.Control(Strategy).ElementsBeforeSelf(W + "p").Last().Add(Run(" Vårt svar."))
        );
        Assert.Equal("Ert svar Vårt svar.", Assert.Single(file.Loose).Text);
    }

    [Fact]
    public async Task A_field_whose_control_was_taken_away_leaves_its_text_loose()
    {
        var file = await Read(edit =>
        {
            edit.Fill(Strategy, "Svaret.");
            edit.Control(Strategy).ReplaceWith(edit.Content(Strategy).Nodes());
        });

        Assert.Null(file.Text(Strategy));
        Assert.Equal("Svaret.", Assert.Single(file.Loose).Text);
    }

    [Fact]
    public async Task Lists_tables_and_breaks_become_lines()
    {
        var file = await Read(edit =>
        {
            var list = Paragraph(
                new XElement(
                    W + "pPr",
                    new XElement(
                        W + "numPr",
                        new XElement(W + "ilvl", new XAttribute(W + "val", 0)),
                        new XElement(W + "numId", new XAttribute(W + "val", 1))
                    )
                ),
                Run("punkt")
            );
            var styled = Paragraph(
                new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", "ListBullet"))),
                Run("punkt av mallen")
            );
            var merged = Table(
                [Cell("Kommun", new XElement(W + "vMerge", new XAttribute(W + "val", "restart"))), Cell("Antal")],
                [Cell("", new XElement(W + "vMerge")), Cell("3")],
                [Cell("Summa 3", new XElement(W + "gridSpan", new XAttribute(W + "val", 2)))]
            );
            edit.Content(Free)
                .ReplaceNodes(
                    Paragraph(
                        Run("rad ett"),
                        new XElement(W + "r", new XElement(W + "br")),
                        Run("rad två"),
                        new XElement(W + "r", new XElement(W + "tab")),
                        Run("sist")
                    ),
                    list,
                    styled,
                    merged,
                    Paragraph("Efter.")
                );
        });

        Assert.Equal(
            "rad ett\nrad två\tsist\n- punkt\n- punkt av mallen\nKommun\tAntal\n\t3\nSumma 3\nEfter.",
            file.Text(Free)
        );
    }

    [Fact]
    public async Task A_field_code_is_no_text_but_what_came_of_it_is()
    {
        var file = await Read(edit =>
            edit.Content(Free)
                .ReplaceNodes(
                    Paragraph(
                        Run("Se "),
                        Code("begin"),
                        new XElement(W + "r", new XElement(W + "instrText", " REF _Ref1 \\h ")),
                        Code("separate"),
                        Run("avsnitt 3"),
                        Code("end"),
                        Run(" och "),
                        new XElement(W + "fldSimple", new XAttribute(W + "instr", "DATE"), Run("i dag")),
                        new XElement(W + "hyperlink", Run(", med länk")),
                        Run("."),
                        new XElement(W + "r", new XElement(W + "noBreakHyphen"), new XElement(W + "softHyphen")),
                        new XElement(
                            W + "r",
                            new XElement(
                                W + "sym",
                                new XAttribute(W + "font", "Symbol"),
                                new XAttribute(W + "char", "2192")
                            )
                        )
                    )
                )
        );

        Assert.Equal("Se avsnitt 3 och i dag, med länk.\u2011\u00AD→", file.Text(Free));
    }

    [Fact]
    public async Task A_footnote_and_a_comment_are_loose_and_not_in_the_answer()
    {
        var file = await Read(edit =>
        {
            Put(
                edit,
                "footnotes",
                new XElement(
                    W + "footnotes",
                    new XElement(W + "footnote", new XAttribute(W + "id", 3), Paragraph("Källa: SCB."))
                )
            );
            Put(
                edit,
                "comments",
                new XElement(
                    W + "comments",
                    new XElement(W + "comment", new XAttribute(W + "id", 0), Paragraph("Stämmer det?"))
                )
            );
            edit.Content(Free)
                .ReplaceNodes(
                    Paragraph(
                        Run("Fler bor här."),
                        new XElement(W + "r", new XElement(W + "footnoteReference", new XAttribute(W + "id", 3))),
                        new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 0)))
                    )
                );
        });

        Assert.Equal("Fler bor här.", file.Text(Free));
        Assert.Equal(["Källa: SCB.", "Stämmer det?"], file.Loose.Select(loose => loose.Text));
        Assert.Equal(
            [ImportFindingKind.Note, ImportFindingKind.Comment],
            file.Findings.Select(finding => finding.Kind)
        );
    }

    [Fact]
    public async Task A_text_box_is_read_and_a_picture_told_of()
    {
        XNamespace mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        XElement Box(string name) => new(W + name, new XElement(W + "txbxContent", Paragraph("I rutan.")));
        var file = await Read(edit =>
            edit.Content(Free)
                .ReplaceNodes(
                    Paragraph(
                        Run("Före."),
                        new XElement(
                            W + "r",
                            new XElement(
                                mc + "AlternateContent",
                                new XElement(mc + "Choice", Box("drawing")),
                                new XElement(mc + "Fallback", Box("pict"))
                            )
                        ),
                        new XElement(W + "r", new XElement(W + "drawing"))
                    )
                )
        );

        Assert.Equal("Före.\nI rutan.", file.Text(Free));
        Assert.Equal([ImportFindingKind.Picture], file.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public async Task Pasted_mark_up_and_all_of_Unicode_come_through()
    {
        var text = "<o:p></o:p> {\\rtf1} & 😀👩‍👩‍👧 e\u0301 å ﷽ \u200D \u202Eomvänt";
        Assert.Equal(text, (await Read(edit => edit.Fill(Free, text))).Text(Free));
    }

    [Theory]
    [InlineData("Skriv svaret här. Den här raden räknas inte som svar.", null)]
    [InlineData("Klicka eller tryck här för att ange text.", null)]
    [InlineData("Skriv svaret här. Den här raden räknas inte som svar.Skrivet direkt efter.", "Skrivet direkt efter.")]
    public async Task The_words_that_stand_where_there_is_no_answer_are_none(string written, string? answer) =>
        Assert.Equal(answer, (await Read(edit => edit.Fill(Free, written))).Text(Free));

    [Fact]
    public async Task The_interventions_in_a_table_are_no_comment_and_a_changed_row_is_loose()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var edit = await Of(database, Sample2023.Värmland);
        var table = "boende-resultat";
        var content = edit.Content(table);
        content.Elements(W + "p").Last().ReplaceWith(Paragraph("Vår kommentar."));
        content.Elements(W + "p").Where(p => p.Value.StartsWith("Regionen", StringComparison.Ordinal)).Remove();
        var untouched = Imports.Read(edit.Save());
        content.Descendants(W + "tr").Last().Descendants(W + "t").First().Value = "Ett annat namn";
        var changed = Imports.Read(edit.Save());

        Assert.Equal("Vår kommentar.", untouched.Text(table));
        Assert.Empty(untouched.Loose);
        Assert.Equal("Vår kommentar.", changed.Text(table));
        var row = Assert.Single(changed.Loose);
        Assert.StartsWith("Ett annat namn", row.Text, StringComparison.Ordinal);
        Assert.Equal("ändrad rad i tabellen under ”5.4 Mål och resultat”", row.Where);
    }

    [Fact]
    public async Task Text_in_the_margins_is_loose()
    {
        var file = await Read(edit =>
        {
            var header = edit.Load("word/header1.xml");
            header.Add(Paragraph("Diarienummer 12/2024"));
            edit.Put("word/header1.xml", header.ToString());
        });
        Assert.Equal(("Diarienummer 12/2024", "sidhuvudet"), (Assert.Single(file.Loose).Text, file.Loose[0].Where));
    }

    [Theory]
    [InlineData("docProps/custom.xml")]
    [InlineData("customXml/item.xml")]
    public async Task One_of_the_two_places_where_it_says_whose_it_is_is_enough(string lost)
    {
        var whole = await Read(edit => edit.Fill(Free, "Svar."));
        var file = await Read(edit => edit.Fill(Free, "Svar.").Remove(lost));
        Assert.Equal((whole.Round, whole.Reporter), (file.Round, file.Reporter));
        Assert.Equal(whole.Seen, file.Seen);
        Assert.Empty(file.Loose);
    }

    [Fact]
    public async Task A_file_in_the_strict_form_of_the_standard_is_read_alike()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var edit = (await Of(database, Sample2023.Värmland)).Fill(Free, "Strikt.");
        XNamespace strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        foreach (var element in edit.Root.DescendantsAndSelf().Where(element => element.Name.Namespace == W))
        {
            element.ReplaceAttributes(
                element
                    .Attributes()
                    .Where(a => !a.IsNamespaceDeclaration)
                    .Select(a => a.Name.Namespace == W ? new XAttribute(strict + a.Name.LocalName, a.Value) : a)
                    .ToList()
            );
            element.Name = strict + element.Name.LocalName;
        }

        var file = Imports.Read(edit.Save());
        Assert.Equal("Strikt.", file.Text(Free));
        Assert.Empty(file.Loose);
    }

    private static void Double(WordEdit edit, string other)
    {
        var copy = new XElement(edit.Control(Free));
        copy.Element(W + "sdtContent")!.ReplaceNodes(Paragraph(other));
        edit.Control(Sustainability).AddAfterSelf(copy);
    }

    private static XElement Code(string type) =>
        new(W + "r", new XElement(W + "fldChar", new XAttribute(W + "fldCharType", type)));

    private static void Put(WordEdit edit, string part, XElement content)
    {
        edit.Put($"word/{part}.xml", content.ToString());
        var relationships = edit.Load("word/_rels/document.xml.rels");
        relationships.Add(
            new XElement(
                relationships.Name.Namespace + "Relationship",
                new XAttribute("Id", part),
                new XAttribute("Type", $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}"),
                new XAttribute("Target", $"{part}.xml")
            )
        );
        edit.Put("word/_rels/document.xml.rels", relationships.ToString());
    }

    private async Task<SubmissionFile> Read(Action<WordEdit> change)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var edit = await Of(database, Sample2023.Värmland);
        change(edit);
        return Imports.Read(edit.Save());
    }
}
