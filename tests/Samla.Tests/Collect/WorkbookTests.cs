using System.IO.Compression;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;
using static Samla.Tests.Collect.InterventionSample;

namespace Samla.Tests.Collect;

public sealed class WorkbookTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_register_that_is_fetched_and_read_in_again_changes_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Add(Blekinge, Full);
        var file = await Fetch(database, Blekinge);

        var plan = await Preview(database, file);

        Assert.Empty(plan.Faults);
        Assert.Empty(plan.Missing);
        Assert.All(plan.Rows, row => Assert.Equal(WorkbookPlan.RowKind.Unchanged, row.Kind));
        Assert.All(plan.Rows, row => Assert.False(row.IsOutdated));
        var lines = (await database.Verify()).Lines;
        Assert.Equal(new ImportWorkbook.Outcome.Imported(0, 0, 0), await Import(database, file, plan.Seen));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Fact]
    public async Task The_workbook_says_whose_it_is_and_marks_each_row_that_is_reconstructed()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Add(Blekinge, Full);

        var sheets = XlsxText.Read(await Fetch(database, Blekinge));

        Assert.Equal(["Insatser", "Medel", "Prestationer", "Effekter", "Val", "Om filen"], sheets.Keys);
        Assert.Contains(["Omgång", "2023", "Regionalt utvecklingsarbete 2023"], sheets["Om filen"]);
        Assert.Contains(["Uppgiftslämnare", "10", "Region Blekinge"], sheets["Om filen"]);
        var row = Assert.Single(sheets["Insatser"], row => row[0] == "kurser-for-batbyggare");
        Assert.StartsWith("6.1 Genomförande", row[6], StringComparison.Ordinal);
        Assert.Contains("Ronneby; Karlshamn", row);
        Assert.Contains(
            [
                "kurser-for-batbyggare",
                "Kurser för båtbyggare",
                "Socialfonden",
                "1250000.5",
                "skriven av uppgiftslämnaren",
            ],
            sheets["Medel"]
        );
        Assert.All(
            sheets.Where(sheet => sheet.Key is not ("Val" or "Om filen")).SelectMany(sheet => sheet.Value.Skip(1)),
            cells =>
                Assert.Equal(
                    cells[0] == "kurser-for-batbyggare" ? "skriven av uppgiftslämnaren" : Marks.Reconstructed,
                    cells[^1]
                )
        );
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 och uppåt")]
    [InlineData("-2 grader")]
    [InlineData("@alla")]
    [InlineData("=HYPERLINK(\"http://example.org\";\"x\")")]
    [InlineData("_x0041_ är ingen flykt")]
    public async Task What_begins_like_a_formula_is_a_text(string name)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Add(Blekinge, Full.With("Name", name));

        var file = await Fetch(database, Blekinge);

        Assert.Equal(0, XlsxText.Formulas(file));
        if (!name.StartsWith('_'))
        {
            Assert.All(
                XlsxText.CellsWith(file, name).ToList() is [_, ..] cells
                    ? cells
                    : throw new InvalidOperationException(),
                one =>
                {
                    Assert.Equal("inlineStr", one.Cell.Attribute("t")?.Value);
                    Assert.Contains(one.Style.Attribute("quotePrefix")?.Value, (string[])["1", "true"]);
                }
            );
        }

        Assert.All((await Preview(database, file)).Rows, row => Assert.Equal(WorkbookPlan.RowKind.Unchanged, row.Kind));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_file_is_shown_before_it_is_read_in_and_twice_is_as_once(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var kept = await database.Add(Blekinge, Full);
        var changed = await database.Add(Blekinge, Full.With("Name", "Ska ändras"));
        var missing = await database.Add(Blekinge, Full.With("Name", "Ska saknas"));
        var sheets = XlsxText.Read(await Fetch(database, Blekinge));
        Set(sheets, "Insatser", changed.Value, "Sammanfattning", "En ny text.");
        Set(sheets, "Insatser", changed.Value, "Börjar", "45000"); // as Excel keeps a day: 2023-03-15
        sheets["Insatser"].RemoveAll(row => row[0] == missing.Value); // its rows in the other sheets are forgotten

        Append(sheets, "Insatser", ("Insats", "Helt ny"), ("Börjar", "2023"), ("Kommuner", "Olofström"));
        Append(
            sheets,
            "Prestationer",
            ("Insats", "Helt ny"),
            ("Prestation", "Möten"),
            ("Antal", "7"),
            ("Enhet", "möten")
        );
        var file = XlsxText.Write(sheets);

        var plan = await Preview(database, file);

        Assert.Empty(plan.Faults);
        Assert.Equal(["Helt ny"], plan.Of(WorkbookPlan.RowKind.Added).Select(row => row.Name));
        var row = Assert.Single(plan.Of(WorkbookPlan.RowKind.Changed));
        Assert.Equal(
            [("Sammanfattning", "En ny text."), ("Börjar", "2023-03-15")],
            row.After.DifferencesFrom(row.Before, plan.Register.Columns).Select(one => (one.Heading, one.Mine))
        );
        Assert.Equal([missing], plan.Missing.Select(one => one.Id));
        Assert.DoesNotContain((await database.Register(Blekinge)).Lines, line => line.Intervention.Name == "Helt ny");

        Assert.Equal(new ImportWorkbook.Outcome.Imported(1, 1, 0), await Import(database, file, plan.Seen));

        Assert.True(await database.IsListed(Blekinge, missing)); // stays, since nobody said otherwise
        Assert.True(await database.IsListed(Blekinge, kept));
        var added = await database.View(Blekinge, Sample2023.Named<Intervention>("helt-ny"));
        Assert.Equal(("Möten", "7"), (added.Texts.Outputs.Single()["Text"], added.Texts.Outputs.Single()["Quantity"]));
        Assert.Equal("intervention.add", added.History.Single().Action);
        Assert.Equal("intervention.save", (await database.View(Blekinge, changed)).History[0].Action);
        var again = await Preview(database, file);
        Assert.All(again.Rows, one => Assert.Equal(WorkbookPlan.RowKind.Unchanged, one.Kind));
        Assert.Equal(new ImportWorkbook.Outcome.Imported(0, 0, 1), await Import(database, file, again.Seen, missing));
        Assert.False(await database.IsListed(Blekinge, missing));
        Assert.Null(await database.Restore(Blekinge, missing));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_its_sheet_row_and_column_and_nothing_is_read_in()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var id = await database.Add(Blekinge, Full);
        var sheets = XlsxText.Read(await Fetch(database, Blekinge));
        Set(sheets, "Insatser", id.Value, "Kommuner", "Atlantis");
        Append(sheets, "Insatser", ("Id", "finns-inte"), ("Insats", "Okänd"));
        Append(sheets, "Medel", ("Insats", "Ingen sådan"), ("Medel", "Life"));
        Append(sheets, "Effekter", ("Insats-id", id.Value), ("Effekt", "Y"), ("Sikt", "snart"));
        var file = XlsxText.Write(sheets);

        var plan = await Preview(database, file);

        var rows = sheets.ToDictionary(sheet => sheet.Key, sheet => sheet.Value.Count);
        Assert.Equal(
            [
                ("Effekter", rows["Effekter"], "Sikt"),
                ("Insatser", RowOf(sheets, "Insatser", id.Value), "Kommuner"),
                ("Insatser", rows["Insatser"], "Id"),
                ("Medel", rows["Medel"], "Insats"),
            ],
            plan.Faults.Select(fault => (fault.Sheet, fault.Row, fault.Column)).Order()
        );
        Assert.IsType<ImportWorkbook.Outcome.Other>(await Import(database, file, plan.Seen));
        Assert.Equal(1, (await database.View(Blekinge, id)).Line.Intervention.Revision);
    }

    [Fact]
    public async Task A_register_that_was_changed_after_the_preview_is_shown_anew()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var id = await database.Add(Blekinge, Full);
        var sheets = XlsxText.Read(await Fetch(database, Blekinge));
        Set(sheets, "Insatser", id.Value, "Sammanfattning", "Ur filen.");
        var file = XlsxText.Write(sheets);
        var plan = await Preview(database, file);
        await database.Write(Blekinge, id, Full.With("Summary", "Kollegans."), 1);

        var other = Assert.IsType<ImportWorkbook.Outcome.Other>(await Import(database, file, plan.Seen));

        Assert.Contains("Någon har ändrat", other.Message, StringComparison.Ordinal);
        Assert.True(other.Plan.Of(WorkbookPlan.RowKind.Changed).Single().IsOutdated);
        Assert.Equal("Kollegans.", (await database.View(Blekinge, id)).Texts.Main["Summary"]);
    }

    [Theory]
    [InlineData("another reporter's", "registret för Region Dalarna")]
    [InlineData("another round's", "omgång 1999")]
    [InlineData("without a sheet", "Bladet Effekter saknas")]
    [InlineData("without whose it is", "Om filen")]
    [InlineData("without a column", "Kolumnen saknas")]
    [InlineData("with a strange column", "finns inte i registret")]
    [InlineData("with too many rows", "fler än 5000 rader")]
    public async Task A_workbook_that_does_not_fit_is_refused_with_the_reason(string kind, string reason)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var sheets = XlsxText.Read(await Fetch(database, kind == "another reporter's" ? Sample2023.Dalarna : Blekinge));
        switch (kind)
        {
            case "another round's":
                sheets["Om filen"].Single(row => row[0] == "Omgång")[1] = "1999";
                break;
            case "without a sheet":
                sheets.Remove("Effekter");
                break;
            case "without whose it is":
                sheets.Remove("Om filen");
                break;
            case "without a column":
                sheets["Medel"].ForEach(row => row.RemoveAt(2));
                break;
            case "with a strange column":
                sheets["Insatser"][0].Add("Lösenord");
                break;
            case "with too many rows":
                sheets["Medel"]
                    .AddRange(Enumerable.Range(0, WorkbookFile.MostRows).Select(_ => (List<string>)["x", "y"]));
                break;
        }

        await Refuses(database, XlsxText.Write(sheets), reason);
    }

    [Theory]
    [InlineData("bomb", "orimligt stor")]
    [InlineData("text", "ingen Excel-fil")]
    [InlineData("zip", "skadad, eller ingen Excel-fil")]
    [InlineData("cut", "skadad, eller ingen Excel-fil")]
    [InlineData("old", "äldre Excel-format")]
    [InlineData("large", "större än 5 MB")]
    [InlineData("empty", "tom")]
    [InlineData("macro", "makron")]
    [InlineData("entity", "skadad, eller ingen Excel-fil")]
    public async Task A_file_that_is_no_honest_workbook_is_refused_with_the_reason(string kind, string reason)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var good = await Fetch(database, Blekinge);
        byte[] file = kind switch
        {
            "bomb" => With(good, "xl/worksheets/bomb.xml", new byte[60_000_000]),
            "text" => "Insatser;Medel"u8.ToArray(),
            "zip" => With(Zip(), "brev.txt", "hej"u8.ToArray()),
            "cut" => good[..(good.Length / 2)],
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "large" => [(byte)'P', (byte)'K', 3, 4, .. new byte[WorkbookFile.MostBytes]],
            "macro" => With(good, "xl/vbaProject.bin", [1, 2, 3]),
            "entity" => With(
                good,
                "xl/workbook.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><workbook>&x;</workbook>"u8.ToArray()
            ),
            _ => [],
        };

        await Refuses(database, file, reason);
    }

    [Fact]
    public async Task A_closed_round_takes_no_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var file = await Fetch(database, Blekinge);
        await database.Close();
        await Refuses(database, file, "stängd");
    }

    private static async Task Refuses(TestDatabase database, byte[] file, string reason)
    {
        var lines = (await database.Verify()).Lines;
        var outcome = await database.Ask(
            (PreviewWorkbook preview) => preview.Run(Sample2023.Round, Blekinge, file, Stop)
        );
        var words = outcome switch
        {
            PreviewWorkbook.Outcome.Refused(var message) => message,
            PreviewWorkbook.Outcome.Compared(var plan) => string.Join(
                " | ",
                plan.Faults.Select(fault => fault.Message)
            ),
            _ => "",
        };
        Assert.Contains(reason, words, StringComparison.Ordinal);
        Assert.IsNotType<ImportWorkbook.Outcome.Imported>(await Import(database, file, "?"));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    private static async Task<byte[]> Fetch(TestDatabase database, Key<Reporter> reporter)
    {
        using var output = new MemoryStream();
        Assert.True(
            await database.Ask((WriteInterventions write) => write.Run(Sample2023.Round, reporter, output, Stop))
        );
        return output.ToArray();
    }

    private static async Task<WorkbookPlan> Preview(TestDatabase database, byte[] file) =>
        Assert
            .IsType<PreviewWorkbook.Outcome.Compared>(
                await database.Ask((PreviewWorkbook preview) => preview.Run(Sample2023.Round, Blekinge, file, Stop))
            )
            .Plan;

    private static Task<ImportWorkbook.Outcome> Import(
        TestDatabase database,
        byte[] file,
        string seen,
        params Key<Intervention>[] remove
    ) =>
        database.Ask(
            (ImportWorkbook import) => import.Run(Sample2023.Round, Blekinge, file, seen, remove, "test", Stop)
        );

    private static int RowOf(Dictionary<string, List<List<string>>> sheets, string sheet, string id) =>
        sheets[sheet].FindIndex(row => row[0] == id) + 1;

    private static void Set(
        Dictionary<string, List<List<string>>> sheets,
        string sheet,
        string id,
        string heading,
        string text
    ) => sheets[sheet][RowOf(sheets, sheet, id) - 1][sheets[sheet][0].IndexOf(heading)] = text;

    private static void Append(
        Dictionary<string, List<List<string>>> sheets,
        string sheet,
        params (string Heading, string Text)[] cells
    )
    {
        var heads = sheets[sheet][0];
        sheets[sheet]
            .Add([.. heads.Select(heading => cells.FirstOrDefault(cell => cell.Heading == heading).Text ?? "")]);
    }

    private static byte[] Zip()
    {
        using var output = new MemoryStream();
        new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true).Dispose();
        return output.ToArray();
    }

    private static byte[] With(byte[] package, string entry, byte[] content)
    {
        using var file = new MemoryStream();
        file.Write(package);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)?.Delete();
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(content);
        }

        return file.ToArray();
    }
}
