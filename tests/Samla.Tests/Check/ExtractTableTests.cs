using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using MiniExcelLibs;
using Samla.Check;
using Samla.Domain;
using Samla.Domain.Check;
using Samla.Tests.Testing;

namespace Samla.Tests.Check;

public sealed class ExtractTableTests
{
    private const string Claims =
        "# 1 Vatten\n\nTvå regioner[^1] har råd. Samtliga regioner utom en[^2] säger \"ja, gärna\". Flera väntar.\n\n"
        + "[^1]: Dalarna, Skåne.\n[^2]: Halland.\n";

    private static readonly string[] Fields =
    [
        "id",
        "footnote",
        "section",
        "page",
        "sentence",
        "quantifier",
        "kind",
        "count",
        "role",
        "subject",
    ];

    [Fact]
    public void Each_claim_is_a_row_with_a_column_for_each_region()
    {
        var rows = Csv(Sample.Report(Claims, "rapport.md"));
        Assert.Equal([.. Fields, .. RegionSet.All.Select(code => code.ToString())], rows[0]);
        Assert.Equal(
            ["c1", "1", "1", "", "Två regioner[^1] har råd.", "Två regioner", "exact", "2", "members", "regions"],
            rows[1][..10]
        );
        Assert.Equal(
            [
                "c2",
                "2",
                "1",
                "",
                "Samtliga regioner utom en[^2] säger \"ja, gärna\".",
                "Samtliga regioner utom en",
                "all-but-n",
                "1",
                "exceptions",
                "regions",
            ],
            rows[2][..10]
        );
        Assert.Equal(["12", "20"], Marked(rows[0], rows[1]));
        Assert.Equal(
            RegionSet.All.Select(code => code.ToString()).Where(code => code != "13"),
            Marked(rows[0], rows[2])
        );
    }

    [Fact]
    public void A_claim_has_the_same_page_in_the_table_as_in_the_JSON()
    {
        const string Text = "Råd för vatten finns enligt\n\fsju regioner i dag.\n";
        Assert.Equal("2", Csv(Sample.Report(Text))[1][3]);
    }

    [Fact]
    public void The_workbook_holds_what_the_CSV_holds()
    {
        var report = Sample.Report(Claims, "rapport.md");
        using var workbook = Xlsx(report);
        var rows = workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(["Påståenden"], workbook.GetSheetNames());
        Assert.Equal([.. Fields, .. RegionSet.All.Select(code => $"{code} {Regions.Of(code).Name}")], rows[0].Keys);
        Assert.Equal(
            Csv(report).Skip(1),
            rows.Select(row =>
                row.Values.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").ToArray()
            )
        );
    }

    [Fact]
    public void Another_reader_finds_numbers_as_numbers_and_words_as_words()
    {
        using var workbook = Xlsx(Sample.Report(Claims, "rapport.md"));
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read);
        using var sheet = Assert.Single(archive.Entries, entry => entry.Name == "sheet1.xml").Open();
        var cells = XDocument
            .Load(sheet)
            .Descendants()
            .Where(element => element.Name.LocalName == "c")
            .ToDictionary(cell => cell.Attribute("r")!.Value);
        Assert.Equal("n", cells["B2"].Attribute("t")?.Value ?? "n");
        Assert.Equal("1", cells["B2"].Value);
        Assert.Equal("Två regioner[^1] har råd.", cells["E2"].Value);
        Assert.NotEqual("n", cells["E2"].Attribute("t")?.Value ?? "n");
    }

    [Theory]
    [InlineData("=1+1 regioner har råd.")]
    [InlineData("Två regioner[^1] säger & menar <råd> \"ja\".")]
    public void A_sentence_is_a_text_in_the_workbook_whatever_its_signs(string sentence)
    {
        using var workbook = Xlsx(Sample.Report($"{sentence}\n\n[^1]: Dalarna, Skåne.\n", "rapport.md"));
        Assert.Equal(
            sentence,
            Assert.Single(workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>())["sentence"]
        );
    }

    [Fact]
    public void A_report_without_claims_gives_the_heads_alone()
    {
        var report = Sample.Report("Råd finns.\n");
        Assert.Single(Csv(report));
        using var workbook = Xlsx(report);
        Assert.Equal(
            Fields,
            Assert
                .Single(workbook.Query().Cast<IDictionary<string, object?>>())
                .Values.Take(Fields.Length)
                .Select(cell => cell?.ToString() ?? "")
        );
    }

    private static IEnumerable<string> Marked(string[] heads, string[] row) =>
        heads.Zip(row).Skip(Fields.Length).Where(cell => cell.Second == "1").Select(cell => cell.First);

    private static IReadOnlyList<string[]> Csv(PublishedReport report)
    {
        using var output = new MemoryStream();
        ExtractTable.WriteCsv(output, report);
        return CsvText.Rows(output.ToArray());
    }

    private static MemoryStream Xlsx(PublishedReport report)
    {
        var output = new MemoryStream();
        ExtractTable.WriteXlsx(output, report);
        return new MemoryStream(output.ToArray());
    }
}
