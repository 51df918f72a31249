using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Crossing;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse.Crossing;

/// <summary>What other programs find in the files: read by readers that are not the program's own.</summary>
public sealed class CrossingFilesTests(Databases databases)
{
    private const string Formula = "=HYPERLINK(\"http://exempel.test\") & <b>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_matrix_as_a_workbook_says_the_four_states_in_words()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var matrix = await Matrix(database);
        var file = Written(output => MatrixXlsx.Write(output, matrix, matrix.Rows));

        var sheet = XlsxText.Read(file)["Matris"];
        Assert.Equal(["avsnitt", "grupp", "kod", "etikett", "gäller", "Blekinge"], sheet[0][..6]);
        Assert.Equal(matrix.Rows.Count + 1, sheet.Count);
        foreach (var (at, row) in matrix.Rows.Index())
        {
            var line = sheet[at + 1];
            Assert.Equal((row.Code.Id.Value, row.Code.Label), (line[2], line[3]));
            var words = line[5..26];
            if (row.Code.Withheld is { } reason)
            {
                Assert.All(words, word => Assert.Equal("räknas inte", word));
                Assert.Equal(reason, line[30]);
                continue;
            }

            Assert.Equal(RegionsWith("säger"), row.Standing.Says);
            Assert.Equal(RegionsWith("tiger"), row.Standing.Silent);
            Assert.Equal(RegionsWith("ej tillfrågad"), row.Standing.NotAsked);
            Assert.Equal(RegionsWith("ej läst"), row.Standing.NotRead);
            Assert.Equal($"{row.Standing.Says.Count}", line[26]);

            RegionSet RegionsWith(string word) =>
                [.. Regions.All.Index().Where(one => words[one.Index] == word).Select(one => one.Item.Code)];
        }

        Assert.Equal(
            ["omgång", "märkning", "säger", "tiger", "ej tillfrågad", "ej läst"],
            XlsxText.Read(file)["Förklaring"].Skip(1).Take(6).Select(line => line[0])
        );
    }

    [Fact]
    public async Task The_heads_and_the_names_stay_in_sight()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var matrix = await Matrix(database);
        var file = Written(output => MatrixXlsx.Write(output, matrix, matrix.RowsOf(matrix.Section("rus")!)));

        var sheet = XlsxText.Sheet(file, "Matris");
        var pane = sheet.Descendants().Single(one => one.Name.LocalName == "pane");
        Assert.Equal(
            ("4", "1", "E2", "frozen"),
            (
                pane.Attribute("xSplit")?.Value,
                pane.Attribute("ySplit")?.Value,
                pane.Attribute("topLeftCell")?.Value,
                pane.Attribute("state")?.Value
            )
        );
        Assert.Equal(
            "A1:AE33",
            sheet.Descendants().Single(one => one.Name.LocalName == "autoFilter").Attribute("ref")?.Value
        );
    }

    [Fact]
    public async Task A_label_that_looks_like_a_formula_is_none_in_any_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Rename(database, "rus-reviderar");
        var matrix = await Matrix(database);
        var together = await Together(database);
        var groups = await Groups(database);

        foreach (
            var file in (byte[][])
                [
                    Written(output => MatrixXlsx.Write(output, matrix, matrix.Rows)),
                    Written(output => CooccurrenceFiles.WriteXlsx(output, together)),
                    Written(output => TraitFiles.WriteXlsx(output, groups)),
                ]
        )
        {
            Assert.Equal(0, XlsxText.Formulas(file));
            Assert.NotEmpty(XlsxText.CellsWith(file, Formula));
        }

        foreach (
            var file in (byte[][])
                [
                    Written(output => MatrixCsv.Write(output, matrix.Rows, null)),
                    Written(output => CooccurrenceFiles.WriteCsv(output, together)),
                    Written(output => TraitFiles.WriteCsv(output, groups)),
                ]
        )
        {
            var cells = CsvText.Rows(file).SelectMany(row => row).ToList();
            Assert.Contains($"'{Formula}", cells);
            Assert.DoesNotContain(cells, cell => cell.StartsWith('='));
        }

        // XML takes the label as a text, and JSON as it is.
        Assert.Contains(
            $"1  {Formula}",
            Picture(CrossingPictures.Of(together, CooccurrenceLevel.Reporters, CooccurrenceMeasure.Count))
                .Descendants()
                .Select(one => one.Value)
        );
        using var json = JsonDocument.Parse(Written(output => CooccurrenceFiles.WriteJson(output, together)));
        Assert.Equal(Formula, json.RootElement.GetProperty("codes")[0].GetProperty("label").GetString());
    }

    [Fact]
    public async Task The_square_is_the_same_in_the_workbook_the_rows_and_the_JSON()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var view = await Together(database);

        var workbook = XlsxText.Read(Written(output => CooccurrenceFiles.WriteXlsx(output, view)));
        Assert.Equal(
            ["Uppgiftslämnare", "Uppgiftslämnare, Jaccard", "Textställen", "Textställen, Jaccard", "Par", "Förklaring"],
            workbook.Keys
        );
        // Revises, Young: two say both, of seven. Sydsverige is of another requirement.
        Assert.Equal(["7", "2", "1"], workbook["Uppgiftslämnare"][1][2..]);
        Assert.Equal(["2", "2", "0"], workbook["Uppgiftslämnare"][2][2..]);
        Assert.Equal("0.2857", workbook["Uppgiftslämnare, Jaccard"][1][3]);
        Assert.Equal("", workbook["Textställen"][1][4]);
        Assert.Equal(7, workbook["Par"].Count);
        var rows = CsvText.Rows(Written(output => CooccurrenceFiles.WriteCsv(output, view)));
        Assert.Equal(
            ["rus-reviderar", "rus-unga-aldre", "2", "0.2857", "0", "07 19"],
            new[] { 0, 2, 4, 5, 6, 9 }.Select(at => rows[2][at])
        );
        Assert.All(rows.Skip(1), row => Assert.Equal("rekonstruerad ur offentliga uppgifter", row[^1]));
        using var json = JsonDocument.Parse(Written(output => CooccurrenceFiles.WriteJson(output, view)));
        var pair = json.RootElement.GetProperty("pairs")[1];
        Assert.Equal(
            ("rus-unga-aldre", 2, JsonValueKind.Number),
            (
                pair.GetProperty("other").GetString(),
                pair.GetProperty("reporters").GetInt32(),
                pair.GetProperty("passages").ValueKind
            )
        );
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("pairs")[2].GetProperty("passages").ValueKind);
    }

    [Fact]
    public async Task The_pictures_have_their_words_their_numbers_and_the_mark_in_them()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var together = Picture(
            CrossingPictures.Of(await Together(database), CooccurrenceLevel.Reporters, CooccurrenceMeasure.Count)
        );
        var groups = Picture(CrossingPictures.Of(await Groups(database)));
        var matrix = await Matrix(database);
        var states = Picture(
            CrossingPictures.OfMatrix(
                matrix.Round,
                "Strategier",
                matrix.RowsOf(matrix.Section("anslag")!),
                [.. RegionSet.All]
            )
        );

        Assert.All(
            (XElement[])[together, groups, states],
            picture =>
            {
                var texts = picture.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value);
                Assert.Contains("Omgången är rekonstruerad ur offentliga uppgifter.", texts);
                Assert.All(
                    (string[])["title", "desc"],
                    name => Assert.NotEmpty(picture.Elements().Single(one => one.Name.LocalName == name).Value)
                );
            }
        );
        // Half the square: 1 + 2 + 3 numbers.
        Assert.Equal(
            ["7", "2", "2", "1", "0", "3"],
            together.Descendants().Where(one => ClassOf(one) is "n" or "n on").Select(one => one.Value)
        );
        Assert.Contains("3 av 5", groups.Descendants().Select(one => one.Value));
        // Each state has a form of its own: one more of each in the key.
        Assert.Equal(
            matrix
                .RowsOf(matrix.Section("anslag")!)
                .Where(row => row.Code.Withheld is null)
                .Sum(row => row.Standing.NotAsked.Count) + 1,
            states.Descendants().Count(one => ClassOf(one) == "ask")
        );
    }

    private static string? ClassOf(XElement element) => element.Attribute("class")?.Value;

    private static XElement Picture(GridPicture picture)
    {
        using var output = new MemoryStream();
        picture.WriteFile(output);
        output.Position = 0;
        return XDocument.Load(output).Root!;
    }

    private static Task<bool> Rename(TestDatabase database, string code) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var found = await db.Codes.SingleAsync(
                    one => one.RoundId == Sample2023.Round && one.Id == Sample2023.Named<Code>(code),
                    Stop
                );
                found.Label = Formula;
                await db.Save(new Change("Åsa", "test", "test"), Stop);
                return true;
            }
        );

    private static async Task<ListMatrix.Result> Matrix(TestDatabase database) =>
        (await database.Ask((ListMatrix list) => list.Run(Sample2023.Round, Stop)))!;

    private static async Task<ViewCooccurrence.Result> Together(TestDatabase database) =>
        (
            await database.Ask(
                (ViewCooccurrence view) =>
                    view.Run(
                        Sample2023.Round,
                        new(null, null, ["rus-reviderar", "rus-unga-aldre", "rus-sydsverige"]),
                        Stop
                    )
            )
        )!;

    private static async Task<ViewCodesByTrait.Result> Groups(TestDatabase database) =>
        (
            await database.Ask(
                (ViewCodesByTrait view) => view.Run(Sample2023.Round, new(null, null, ["rus-reviderar"]), "nuts2", Stop)
            )
        )!;

    private static byte[] Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
