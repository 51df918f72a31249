using System.Text;
using System.Xml.Linq;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect.Word;

/// <summary>A requirement's own table, filled in in Word.</summary>
public sealed class RowsInWordTests(Databases databases) : IDisposable
{
    private const string Table = "analyser-forteckning.rader";

    private static readonly Key<Round> Round = Sample2023.Named<Round>("2024");
    private static readonly Key<Requirement> Analyses = Sample2023.Named<Requirement>("analyser-forteckning");

    private readonly LibreOffice _office = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _office.Dispose();

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_file_that_nobody_has_changed_changes_nothing(Engine engine)
    {
        await using var database = await WithTwoRows(engine);
        var plan = await database.Import((await Template(database)).Save());
        Assert.Empty(plan.Rows);
        Assert.Empty(plan.Unplaced);
        Assert.Empty(plan.Findings);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Rows_are_changed_and_added_and_the_same_file_again_changes_nothing(Engine engine)
    {
        await using var database = await WithTwoRows(engine);
        var edit = await Template(database);
        Fill(Rows(edit)[1], "Kusten, ändrad", "Analys", "15 mars 2024", "", "Ekonomisk, social", "Till planen", "");
        Fill(
            Rows(edit)[3],
            "Helt ny",
            "utvärdering",
            "2024-10-01",
            "Regionen själv",
            "",
            "Till mycket",
            "https://exempel.se/ny"
        );
        var file = edit.Save();

        var preview = await database.Import(file, isDryRun: true);
        Assert.Equal((2, 1), (preview.Rows.Count, preview.Touched));
        Assert.Equal(2, (await ItemOf(database)).Table!.Rows.Count);
        await database.Import(file);

        Assert.Equal(
            """
            Titel: Kusten, ändrad
            Slag: Analys
            Klar den: 15 mars 2024
            Hållbarhetsdimensioner: Ekonomisk; Social
            Användning: Till planen

            Titel: Fjällen
            Slag: Analys
            Användning: Till planen

            Titel: Helt ny
            Slag: Utvärdering
            Klar den: 1 oktober 2024
            Utförd av: Regionen själv
            Användning: Till mycket
            Länk: https://exempel.se/ny
            """.ReplaceLineEndings("\n"),
            (await ItemOf(database)).Whole.Replace('\u00a0', ' ')
        );
        var again = await database.Import(file);
        Assert.Empty(again.Rows);
        Assert.Empty(again.Unplaced);
        Assert.Empty(again.Findings);
    }

    [Fact]
    public async Task What_cannot_be_understood_is_listed_with_where_it_stands_and_nothing_of_it_is_lost()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var edit = await Template(database);
        Fill(Rows(edit)[3], "Ny", "Rapport", "i våras", "", "", "Till planen", "");
        Fill(Rows(edit)[4], "Nästa", "Analys", "", "", "", "Till planen", "");
        edit.Content(Table).Add(WordEdit.Paragraph("Ett ord bredvid tabellen."));

        var plan = await database.Import(edit.Save());

        Assert.Equal(
            "Nästa",
            Assert.Single(plan.Rows).Cells.AsText(plan.Rows[0].Table).Split('\n')[0]["Titel: ".Length..]
        );
        Assert.Equal(
            ["Titel: Ny\nSlag: Rapport\nKlar den: i våras\nAnvändning: Till planen", "Ett ord bredvid tabellen."],
            plan.Unplaced.Select(one => one.Text)
        );
        Assert.StartsWith("rad 3 i tabellen", plan.Unplaced[0].Where, StringComparison.Ordinal);
        Assert.Contains("”Rapport” finns inte att välja", plan.Unplaced[0].Reason, StringComparison.Ordinal);
        Assert.Contains("2024-03-15", plan.Unplaced[0].Reason, StringComparison.Ordinal);
        Assert.Contains(plan.Findings, finding => finding.Kind == ImportFindingKind.UnclearRow);
    }

    [Theory]
    [InlineData("merged with the next")]
    [InlineData("merged with the one above")]
    [InlineData("deleted")]
    [InlineData("deleted, tracked")]
    [InlineData("one too many")]
    public async Task A_row_whose_cells_are_not_those_of_the_head_is_listed_whole_and_changes_nothing(string trouble)
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var before = (await ItemOf(database)).Whole;
        var edit = await Template(database);
        var cells = Rows(edit)[2].Elements(WordEdit.W + "tc").ToList();
        Fill(Rows(edit)[2], "Fjällen", "Analys", "", "", "", "Till planen", "https://exempel.se/fjall");
        var properties = cells[4].Element(WordEdit.W + "tcPr")!;
        switch (trouble)
        {
            case "merged with the next":
                properties.Add(new XElement(WordEdit.W + "gridSpan", new XAttribute(WordEdit.W + "val", 2)));
                Put(cells[4], "Till planen");
                cells[5].Remove();
                break;
            case "merged with the one above":
                properties.Add(new XElement(WordEdit.W + "vMerge"));
                break;
            case "deleted":
                cells[4].Remove();
                break;
            case "deleted, tracked":
                properties.Add(new XElement(WordEdit.W + "cellDel"));
                break;
            default:
                Rows(edit)[2].Add(WordEdit.Cell("En ruta för mycket"));
                break;
        }

        var plan = await database.Import(edit.Save());

        Assert.Empty(plan.Rows);
        var left = Assert.Single(plan.Unplaced);
        Assert.Equal("Raden har inte lika många rutor som rubrikraden.", left.Reason);
        Assert.StartsWith("rad 2 i tabellen", left.Where, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Fjällen",
                "Analys",
                "Till planen",
                "https://exempel.se/fjall",
                .. (string[])(trouble == "one too many" ? ["En ruta för mycket"] : []),
            ],
            left.Text.Split('\n')
        );
        Assert.Contains(plan.Findings, finding => finding.Kind == ImportFindingKind.UnclearRow);
        Assert.DoesNotContain(plan.Findings, finding => finding.Kind == ImportFindingKind.MissingRow);
        Assert.Equal(before, (await ItemOf(database)).Whole);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_its_head_no_row_is_read_and_every_row_is_listed(bool hasKnownRows)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        if (hasKnownRows)
        {
            await Save(database, Id.New<AnswerRow>(database.Clock), "Kusten", seen: 0);
        }

        var edit = await Template(database);
        Rows(edit)[0].Remove();
        // What a known row says may be what a column is called.
        Fill(Rows(edit)[0], hasKnownRows ? "Titel" : "Kusten", "Analys", "", "", "", "Till planen", "");
        Fill(Rows(edit)[1], "Fjällen", "Analys", "", "", "", "Till planen", "");

        var plan = await database.Import(edit.Save());

        Assert.Empty(plan.Rows);
        Assert.Equal(
            [$"{(hasKnownRows ? "Titel" : "Kusten")}\nAnalys\nTill planen", "Fjällen\nAnalys\nTill planen"],
            plan.Unplaced.Select(one => one.Text)
        );
        Assert.All(
            plan.Unplaced.Index(),
            one => Assert.StartsWith($"rad {one.Index + 1} i tabellen", one.Item.Where, StringComparison.Ordinal)
        );
        Assert.All(
            plan.Unplaced,
            one => Assert.Contains("Rubrikraden är borttagen", one.Reason, StringComparison.Ordinal)
        );
        Assert.Equal(ImportFindingKind.UnclearRow, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public async Task A_column_whose_heading_comes_again_does_not_write_over_the_first()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var edit = await Template(database);
        Put(Rows(edit)[0].Elements(WordEdit.W + "tc").ElementAt(5), "Titel");

        var plan = await database.Import(edit.Save());

        Assert.Empty(plan.Rows);
        Assert.Equal(["Till planen", "Till planen"], plan.Unplaced.Select(one => one.Text));
    }

    [Fact]
    public async Task A_row_changed_on_both_sides_stays_as_the_web_site_has_it_and_is_shown()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var edit = await Template(database);
        Fill(Rows(edit)[1], "Filens", "Analys", "", "", "", "Till planen", "");
        var rows = (await ItemOf(database)).Table!.Rows;
        foreach (var row in rows)
        {
            await Save(database, row.Row.Id, "Webbens", seen: 1);
        }

        var plan = await database.Import(edit.Save());

        Assert.Empty(plan.Rows);
        Assert.Contains("Titel: Filens", Assert.Single(plan.Unplaced).Text, StringComparison.Ordinal);
        Assert.Equal(
            [ImportFindingKind.Conflict, ImportFindingKind.ChangedOnWeb],
            plan.Findings.Select(finding => finding.Kind)
        );
        Assert.DoesNotContain("Filens", (await ItemOf(database)).Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_or_a_column_that_is_not_in_the_file_takes_nothing_away()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var edit = await Template(database);
        Rows(edit)[1].Remove();
        foreach (var row in Rows(edit))
        {
            row.Elements(WordEdit.W + "tc").ElementAt(1).Remove(); // Slag
        }

        Put(Rows(edit)[1].Elements(WordEdit.W + "tc").First(), "Fjällen, ändrad");
        var plan = await database.Import(edit.Save());

        Assert.Equal(
            "analysis",
            Assert
                .IsType<CellValue.Choice>(
                    Assert.Single(plan.Rows).Cells[
                        plan.Rows[0].Table.Columns.Single(column => column.Id.Value == "slag")
                    ]
                )
                .Options[0]
                .Value
        );
        Assert.Equal(ImportFindingKind.MissingRow, Assert.Single(plan.Findings).Kind);
        Assert.Equal(2, (await ItemOf(database)).Table!.Rows.Count);
    }

    [Fact]
    public async Task LibreOffice_keeps_the_table_and_which_row_is_which()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        var untouched = await database.Import(await Saved(await Template(database)));
        Assert.Empty(untouched.Rows);
        Assert.Empty(untouched.Unplaced);
        Assert.Empty(untouched.Findings);

        var edit = await Template(database);
        Fill(Rows(edit)[2], "Fjällen, ändrad", "Analys", "", "", "", "Till planen", "");
        Fill(Rows(edit)[3], "Ny", "Analys", "", "", "", "Till planen", "");
        var plan = await database.Import(await Saved(edit));
        Assert.Equal([false, true], plan.Rows.Select(row => row.Row is null));
        Assert.Empty(plan.Unplaced);
    }

    [Fact]
    public async Task The_report_for_reading_shows_the_table_as_a_table_with_its_sums()
    {
        await using var database = await WithTwoRows(Engine.Sqlite);
        foreach (var amount in (string[])["1 250 000", "2,5"])
        {
            Assert.IsType<SaveRow.Outcome.Saved>(
                await database.Ask(
                    (SaveRow save) =>
                        save.Run(
                            Round,
                            Sample2023.Värmland,
                            Sample2023.Named<Requirement>("medel-fordelning"),
                            Id.New<AnswerRow>(database.Clock),
                            Typed(("kalla", "own"), ("stodform", "project"), ("beviljat", amount), ("skal", "Behov")),
                            0,
                            "test",
                            Stop
                        )
                )
            );
        }

        var draft = new WordEdit(
            (await database.Ask((ExportReport export) => export.Run(Round, Sample2023.Värmland, Stop)))!
        );
        Assert.Contains("Kusten", CellsOf(draft), StringComparison.Ordinal);
        Assert.Contains("1\u00a0250\u00a0002,5", CellsOf(draft), StringComparison.Ordinal);
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask(
                (SubmitReport submit) => submit.Run(Round, Sample2023.Värmland, null, null, "test", Stop)
            )
        );
        var version = new WordEdit(
            (await database.Ask((ExportReport export) => export.Run(Round, Sample2023.Värmland, 1, Stop)))!
        );
        Assert.Contains("1\u00a0250\u00a0002,5", CellsOf(version), StringComparison.Ordinal);

        // And so do the files that the agency fetches.
        var xlsx = (
            await database.Ask((ExportSubmitted export) => export.Run(Round, Sample2023.Värmland, "xlsx", Stop))
        )!;
        var sheets = XlsxText.Read(xlsx.Content);
        Assert.Contains(sheets["Tabell Fördelning av medel"].SelectMany(row => row), cell => cell == "1250000");
        var json = Encoding.UTF8.GetString(
            (
                await database.Ask((ExportSubmitted export) => export.Run(Round, Sample2023.Värmland, "json", Stop))
            )!.Content
        );
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var answer = document
            .RootElement.GetProperty("submissions")[0]
            .GetProperty("answers")
            .EnumerateArray()
            .Single(one => one.GetProperty("requirement").GetString() == "medel-fordelning");
        Assert.Equal("", answer.GetProperty("prose").GetString());
        Assert.Equal(1250000, answer.GetProperty("rows")[0].GetProperty("cells").GetProperty("beviljat").GetDecimal());
    }

    private async Task<TestDatabase> WithTwoRows(Engine engine)
    {
        var database = await databases.WithSample(engine);
        foreach (var title in (string[])["Kusten", "Fjällen"])
        {
            await Save(database, Id.New<AnswerRow>(database.Clock), title, seen: 0);
        }

        return database;
    }

    private static async Task Save(TestDatabase database, Id<AnswerRow> id, string title, int seen) =>
        Assert.IsType<SaveRow.Outcome.Saved>(
            await database.Ask(
                (SaveRow save) =>
                    save.Run(
                        Round,
                        Sample2023.Värmland,
                        Analyses,
                        id,
                        Typed(("titel", title), ("slag", "analysis"), ("anvandning", "Till planen")),
                        seen,
                        "test",
                        Stop
                    )
            )
        );

    private static Dictionary<Key<TableColumn>, string> Typed(params (string Column, string Text)[] cells) =>
        cells.ToDictionary(cell => Sample2023.Named<TableColumn>(cell.Column), cell => cell.Text);

    private static async Task<ViewSubmission.Item> ItemOf(TestDatabase database) =>
        (await database.Ask((ViewSubmission view) => view.Run(Round, Sample2023.Värmland, Stop)))!
            .Sections.SelectMany(section => section.Items)
            .Single(item => item.Requirement.Id == Analyses);

    private static async Task<WordEdit> Template(TestDatabase database) =>
        new((await database.Ask((WriteTemplate write) => write.Run(Round, Sample2023.Värmland, Stop)))!);

    private async Task<byte[]> Saved(WordEdit edit) => await _office.Save(edit.Save(), "docx", "docx");

    /// <summary>The rows of the table, its head first.</summary>
    private static List<XElement> Rows(WordEdit edit) => [.. edit.Content(Table).Descendants(WordEdit.W + "tr")];

    private static void Fill(XElement row, params string[] cells)
    {
        foreach (var (cell, text) in row.Elements(WordEdit.W + "tc").Zip(cells))
        {
            Put(cell, text);
        }
    }

    /// <summary>Writes in a cell as a person does: the marks in it stay.</summary>
    private static void Put(XElement cell, string text)
    {
        var paragraph = cell.Elements(WordEdit.W + "p").First();
        paragraph.Elements(WordEdit.W + "r").Remove();
        paragraph.Add(WordEdit.Run(text));
    }

    private static string CellsOf(WordEdit file) =>
        string.Join('\n', file.Root.Descendants(WordEdit.W + "tc").Select(cell => cell.Value));
}
