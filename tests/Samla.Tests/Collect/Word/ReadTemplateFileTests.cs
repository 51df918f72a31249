using System.Xml.Linq;
using Samla.Collect;
using Samla.Reference;
using static Samla.Tests.Collect.Word.WordEdit;

namespace Samla.Tests.Collect.Word;

/// <summary>What people do to a template in a word processor, and what is read of it.</summary>
public sealed class ReadTemplateFileTests
{
    private const string Title = "Mål i Regionalfondens program";
    private const string Other = "Mål i planen för rättvis omställning";

    [Fact]
    public void What_is_written_in_a_cell_keeps_its_lines()
    {
        var edit = Open();
        Cell(edit, Title, "Hjälp")
            .Elements(W + "p")
            .Last()
            .ReplaceWith(
                Paragraph("Första stycket."),
                Paragraph(),
                Paragraph(Run("rad ett"), new XElement(W + "r", new XElement(W + "br")), Run("rad två"))
            );
        Assert.Equal("Första stycket.\n\nrad ett\nrad två", Asked(edit, "mal-regionalfonden").Help);
    }

    [Fact]
    public void A_requirement_that_is_moved_comes_where_it_stands_and_a_section_with_all_it_holds()
    {
        var edit = Open();
        var moved = Part(edit, Title).ToList();
        moved.ForEach(one => one.Remove());
        Part(edit, Other).Last().AddAfterSelf(moved);
        var first = Part(edit, "Agenda 2030", level: "Heading1").ToList();
        first.ForEach(one => one.Remove());
        Heading(edit, "Mål som redovisningen utgår från").AddBeforeSelf(first);

        var file = Read(edit);

        Assert.Equal(["agenda", "mal", "strategi"], file.Sections.Take(3).Select(section => section.Id));
        Assert.Equal(["agenda-genomforande"], file.Sections[0].Requirements.Select(asked => asked.Id));
        Assert.Equal(
            ["mal-rattvis-omstallning", "mal-regionalfonden"],
            file.Sections[1].Requirements.Take(2).Select(asked => asked.Id)
        );
    }

    [Fact]
    public void A_copy_without_an_id_gets_one_of_its_title()
    {
        var edit = Open();
        var copy = Part(edit, Title).Select(one => new XElement(one)).ToList();
        Part(edit, Title).Last().AddAfterSelf(copy);
        Set(edit, Title, "Beteckning", "");

        // The second of two with one title is the copy.
        Assert.Equal(
            ["mal-i-regionalfondens-program", "mal-regionalfonden"],
            Read(edit).Sections[0].Requirements.Take(2).Select(asked => asked.Id)
        );
    }

    [Fact]
    public void A_new_choice_and_a_new_column_get_ids_of_their_words()
    {
        var edit = Open();
        var choice = edit.Body.Descendants(W + "p").First(p => p.Value == "Lång sikt [long]");
        choice.AddAfterSelf(Paragraph("Mycket lång sikt"));
        var row = choice.Ancestors(W + "tr").First();
        row.AddAfterSelf(
            new XElement(
                W + "tr",
                new[] { "", "Ny kolumn", "", "Tal", "kronor", "", "", "" }.Select(text => WordEdit.Cell(text))
            )
        );

        var columns = Read(edit).Tables[0].Columns;

        var at = columns.ToList().FindIndex(column => column.Id == "horisont");
        Assert.Equal(["short", "medium", "long", "mycket-lang-sikt"], columns[at].Options!.Select(one => one.Id));
        Assert.Equal(
            ("ny-kolumn", "number", "kronor"),
            (columns[at + 1].Id, columns[at + 1].Type, columns[at + 1].Unit)
        );
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_comments_left()
    {
        var edit = Open();
        Cell(edit, Title, "Hjälp")
            .Elements(W + "p")
            .Last()
            .ReplaceWith(
                Paragraph(
                    Run("Vi "),
                    Deleted("tror"),
                    Inserted(Run("vet")),
                    new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 0)))
                )
            );
        var gone = Row(edit, Title, "Rättslig grund");
        gone.AddFirst(new XElement(W + "trPr", new XElement(W + "del", new XAttribute(W + "id", 7))));
        Heading(edit, Other)
            .ReplaceWith(new XElement(W + "p", EndDeleted(), Deleted(Other)), NewHeading("Omställning"));

        var (first, second) = (Read(edit).Sections[0].Requirements[0], Read(edit).Sections[0].Requirements[1]);

        Assert.Equal(("Vi vet", ""), (first.Help, first.LegalBasis));
        Assert.Equal(("mal-rattvis-omstallning", "Omställning"), (second.Id, second.Title));
    }

    [Theory]
    [InlineData("Beteckning", "Mål 1", "”Mål 1” kan inte vara en beteckning")]
    [InlineData(
        "Beteckning",
        "mal-rattvis-omstallning",
        "Beteckningen ”mal-rattvis-omstallning” finns redan: Avsnitt 1, kravet ”Mål i Regionalfondens program”"
    )]
    [InlineData("Svarsform", "bild", "raden ”Svarsform”: ”bild” känns inte igen. Skriv något av: text; insatser i")]
    [InlineData("Svarsform", "", "raden ”Svarsform”: Här saknas ett värde")]
    [InlineData("Högsta antal tecken", "många", "raden ”Högsta antal tecken”: ”många” är inget heltal")]
    [InlineData("Högsta antal tecken", "4.000", "raden ”Högsta antal tecken”: ”4.000” är inget heltal")]
    [InlineData("Högsta antal tecken", "-1", "”-1” är inget heltal")]
    [InlineData("Högsta antal tecken", "99999999999", "är inget heltal")]
    [InlineData("Högsta antal tecken", "", "raden ”Högsta antal tecken”: Här saknas ett tal")]
    [InlineData("Besvaras av", "kommunerna", "raden ”Besvaras av”: ”kommunerna” känns inte igen")]
    [InlineData("Län", "Gotland och Kalmar", "raden ”Län”: ”Gotland och Kalmar” är inget län")]
    [InlineData("Län", "Gotlands län (24)", "raden ”Län”: ”Gotlands län (24)” är inget län")]
    [InlineData("Frivillig", "kanske", "raden ”Frivillig”: ”kanske” känns inte igen. Skriv ja eller nej")]
    [InlineData("Tabell", "saknas", "raden ”Tabell”: Tabellen ”saknas” finns inte under ”Tabeller”")]
    public void What_cannot_be_understood_is_told_with_its_section_requirement_and_row(
        string row,
        string value,
        string error
    )
    {
        var edit = Open();
        Set(edit, row == "Beteckning" && value.StartsWith("mal", StringComparison.Ordinal) ? Title : Other, row, value);
        var told = Assert.Single(Errors(edit));
        Assert.StartsWith("Avsnitt 1, kravet ”Mål i ", told, StringComparison.Ordinal);
        Assert.Contains(error, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hjälp", "Hjälpp", "Raden ”Hjälpp” känns inte igen. Välj bland: Beteckning, Instruktion")]
    [InlineData("Hjälp", "Instruktion", "Raden ”Instruktion” står två gånger")]
    [InlineData("Instruktion", "Hjälp", "Raden ”Instruktion” saknas")]
    public void A_row_that_is_misnamed_twice_or_missing_is_told(string row, string name, string error)
    {
        var edit = Open();
        Row(edit, Title, row).Descendants(W + "t").First().Value = name;
        Assert.Contains(
            Errors(edit),
            told => told.StartsWith($"Avsnitt 1, kravet ”{Title}”: {error}", StringComparison.Ordinal)
        );
    }

    private static readonly Dictionary<string, Action<WordEdit>> Changes = new()
    {
        {
            "Avsnitt 1, kravet ”Mål i Regionalfondens program”: Texten ”Varför frågar vi?” har ingen plats",
            edit => Part(edit, Title).Last().AddAfterSelf(Paragraph("Varför frågar vi?"))
        },
        { "Mallen: Texten ”Överst.” har ingen plats", edit => edit.Body.AddFirst(Paragraph("Överst.")) },
        {
            "Mallen: Kravet ”För tidigt” står före det första avsnittet",
            edit => edit.Body.AddFirst(NewHeading("För tidigt"))
        },
        {
            "Rubriken ”För djupt” är på nivå 3",
            edit => Part(edit, Title).Last().AddAfterSelf(NewHeading("För djupt", "Heading3"))
        },
        { "Mallen: Rubriken saknas", edit => edit.Body.Elements(W + "p").First().Remove() },
        { "Mallen: Flera stycken har formatmallen Rubrik", edit => edit.Body.AddFirst(NewHeading("En till", "Title")) },
        {
            "Mallen, raden ”Beteckning”: Mallen måste ha en",
            edit => edit.Body.Elements(W + "tbl").First().Descendants(W + "t").ElementAt(1).Value = ""
        },
        {
            "Avsnitt 1, kravet ”Mål i Regionalfondens program”: Här står en tabell med 3 kolumner",
            edit =>
                Part(edit, Title)
                    .Last()
                    .AddAfterSelf(Table([WordEdit.Cell("a"), WordEdit.Cell("b"), WordEdit.Cell("c")]))
        },
        {
            "Raden ”Hjälp” ska ha två rutor, namn och innehåll, men har 3",
            edit => Row(edit, Title, "Hjälp").Add(WordEdit.Cell("x"))
        },
        {
            "Tabellen ”Insatser, prestationer och effekter”, rad 1, kolumnen ”Typ”: ”bild” känns inte igen",
            edit =>
                edit
                    .Body.Descendants(W + "tr")
                    .First(row => row.Value.StartsWith("insatsInsats", StringComparison.Ordinal))
                    .Elements(W + "tc")
                    .ElementAt(3)
                    .Descendants(W + "t")
                    .First()
                    .Value = "bild"
        },
        {
            "Tabellen ”Insatser, prestationer och effekter”: Rubrikraden har kolumnen ”Sort”",
            edit => edit.Body.Descendants(W + "t").First(text => text.Value == "Typ").Value = "Sort"
        },
    };

    public static TheoryData<string> Misplaced { get; } = [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void What_has_no_place_is_told_with_where_it_stands(string error)
    {
        var edit = Open();
        Changes[error](edit);
        Assert.Contains(Errors(edit), told => told.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var edit = Open();
        Set(edit, Title, "Svarsform", "bild");
        Set(edit, Other, "Högsta antal tecken", "många");
        edit.Body.AddFirst(Paragraph("Överst."));
        Assert.Equal(3, Errors(edit).Count);
    }

    [Theory]
    [MemberData(
        nameof(DangerousFilesTests.Pretenders),
        MemberType = typeof(DangerousFilesTests),
        DisableDiscoveryEnumeration = true
    )]
    public void A_file_that_only_pretends_is_refused_with_what_it_is(string what, byte[] file) =>
        Assert.Contains(what, Assert.Single(Refused(file)), StringComparison.Ordinal);

    [Fact]
    public void A_file_with_macros_or_a_document_type_is_refused()
    {
        var macros = Open();
        macros.Put("word/vbaProject.bin", [1, 2, 3]);
        Assert.Contains("makron", Assert.Single(Errors(macros)), StringComparison.Ordinal);

        var dtd = Open();
        dtd.Put("word/styles.xml", "<!DOCTYPE d [<!ENTITY x 'y'>]><styles>&x;</styles>");
        Assert.Contains("skadad", Assert.Single(Errors(dtd)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Word_file_that_is_no_template_is_refused_in_one_sentence()
    {
        var edit = Open();
        edit.Body.ReplaceNodes(Enumerable.Repeat(0, 50).Select(_ => Paragraph("En rapport.")));
        Assert.Contains("ingen mall härifrån", Assert.Single(Errors(edit)), StringComparison.Ordinal);
    }

    private static WordEdit Open() => new(TemplateDocxTests.Write("mall-2024-99"));

    private static TemplateFile Read(WordEdit edit) => TemplateDocxTests.Read(edit.Save());

    private static TemplateFile.RequirementEntry Asked(WordEdit edit, string id) =>
        Read(edit).Sections.SelectMany(section => section.Requirements).Single(asked => asked.Id == id);

    private static IReadOnlyList<string> Errors(WordEdit edit) => Refused(edit.Save());

    private static IReadOnlyList<string> Refused(byte[] file) =>
        Assert.IsType<ReadTemplateFile.Outcome.Refused>(new ReadTemplateFile().Run(file)).Errors;

    private static XElement Heading(WordEdit edit, string title) =>
        edit.Body.Elements(W + "p").First(paragraph => paragraph.Value == title);

    private static XElement NewHeading(string title, string style = "Heading2") =>
        Paragraph(new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", style))), Run(title));

    /// <summary>A heading and what stands under it.</summary>
    private static IEnumerable<XElement> Part(WordEdit edit, string title, string level = "Heading2")
    {
        var heading = Heading(edit, title);
        return
        [
            heading,
            .. heading
                .ElementsAfterSelf()
                .TakeWhile(next =>
                    next.Element(W + "pPr") is not { } properties
                    || (
                        level == "Heading1"
                        && (string?)properties.Element(W + "pStyle")?.Attribute(W + "val") == "Heading2"
                    )
                ),
        ];
    }

    private static XElement Row(WordEdit edit, string title, string row) =>
        Part(edit, title).Descendants(W + "tr").First(one => one.Elements(W + "tc").First().Value == row);

    private static XElement Cell(WordEdit edit, string title, string row) =>
        Row(edit, title, row).Elements(W + "tc").Last();

    private static void Set(WordEdit edit, string title, string row, string value) =>
        Cell(edit, title, row).Elements(W + "p").Last().ReplaceWith(Paragraph(value));
}
