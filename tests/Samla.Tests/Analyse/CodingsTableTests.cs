using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Tests.Testing;

namespace Samla.Tests.Analyse;

public sealed class CodingsTableTests(Databases databases)
{
    private const string Formula = "=HYPERLINK(\"http://exempel.test\";\"Öppna, nu\")";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Each_row_has_the_words_that_stand_at_its_place_in_the_answer(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var rows = CsvText.Rows(await Csv(database));
        var texts = await database.Ask(
            async (SamlaDb db) =>
                (await db.Sources.Where(source => source.RoundId == Sample2023.Round).ToListAsync(Stop)).ToLookup(
                    source => source.RequirementId!.Value,
                    source => source.Text
                )
        );
        string[] heads =
        [
            "kod",
            "etikett",
            "version",
            "uppgiftslämnare",
            "dokument",
            "länskod",
            "krav",
            "fråga",
            "textställe",
            "start",
            "längd",
            "citat",
            "stjärna",
            "skäl",
            "kodare",
            "tid",
            "anteckningar",
            "märkning",
        ];
        Assert.Equal(heads, rows[0]);
        var (coded, attributed) = (
            await database.Ask((SamlaDb db) => db.Codings.CountAsync(Stop)),
            await database.Ask((SamlaDb db) => db.Attributions.CountAsync(Stop))
        );
        Assert.Equal(coded + attributed, rows.Count - 1);
        Assert.All(rows.Skip(1).Take(coded), IsInAnAnswer);
        Assert.All(
            rows.Skip(1 + coded),
            row => Assert.Equal(("nej", "", "", "", true), (row[8], row[9], row[10], row[11], row[13].Length > 0))
        );
        Assert.All(rows.Skip(1), row => Assert.Equal("rekonstruerad ur offentliga uppgifter", row[17]));

        void IsInAnAnswer(string[] row)
        {
            var (start, length) = (
                int.Parse(row[9], CultureInfo.InvariantCulture),
                int.Parse(row[10], CultureInfo.InvariantCulture)
            );
            Assert.Equal(("ja", length, ""), (row[8], row[11].Length, row[13]));
            Assert.Contains(
                texts[row[6]],
                text =>
                    text.Length >= start + length && text.AsSpan(start, length).SequenceEqual(row[11].TrimStart('\''))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_was_coded_in_an_answer_that_another_has_replaced_is_left_out(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var before = await Quotes(database);
        Assert.NotEmpty(before);
        Assert.IsType<Samla.Collect.SaveAnswer.Outcome.Saved>(
            await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Helt andra ord.", await Revision(database))
        );
        await database.Submit(Sample2023.Värmland);
        Assert.Empty(await Quotes(database));
    }

    [Fact]
    public async Task An_answer_that_looks_like_a_formula_is_none_in_any_file()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await database.Save(Sample2023.Värmland, Sample2023.Strategy, Formula, await Revision(database));
        await database.Submit(Sample2023.Värmland);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.IsType<AddCoding.Outcome.Added>(
            await database.Ask((AddCoding add) => add.Run(source.Id, Sample2023.Revises, source.Text, 0, "Åsa", Stop))
        );

        var row = Assert.Single(CsvText.Rows(await Csv(database)), row => row[14] == "Åsa");
        Assert.Equal($"'{Formula}", row[11]);
        Assert.Equal($"{Formula.Length}", row[10]);
        var file = await Written(database, (output, codings) => CodingsTable.WriteXlsx(output, codings, Stop));
        Assert.Equal(0, XlsxText.Formulas(file));
        Assert.Equal("1", Assert.Single(XlsxText.CellsWith(file, Formula)).Style.Attribute("quotePrefix")?.Value);
        Assert.Equal(CsvText.Rows(await Csv(database)).Count, XlsxText.Read(file)["Kodningar"].Count);
    }

    [Fact]
    public async Task A_row_has_the_star_and_what_was_noted_of_the_coding()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var coding = await database.Ask((SamlaDb db) => db.Codings.OrderBy(one => one.Id).FirstAsync(Stop));
        await database.Ask((StarCoding star) => star.Run(coding.Id, isStarred: true, "Åsa", Stop));
        foreach (var text in (string[])["=1+1", "Eller?"])
        {
            await database.Ask(
                (WriteMemo write) =>
                    write.Run(Sample2023.Round, new MemoSubject.OfCoding(coding.Id), text, "=Åsa", Stop)
            );
        }

        var row = Assert.Single(
            CsvText.Rows(await Csv(database)),
            row => row[16].Contains("Eller", StringComparison.Ordinal)
        );
        Assert.Equal((coding.Quote, "ja", "'=Åsa: =1+1\n\n=Åsa: Eller?"), (row[11].TrimStart('\''), row[12], row[16]));
        var file = await Written(database, (output, codings) => CodingsTable.WriteXlsx(output, codings, Stop));
        Assert.Equal(0, XlsxText.Formulas(file));
    }

    [Fact]
    public async Task A_round_that_is_not_there_has_no_table()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.Null(
            await database.Ask((ListCodings list) => list.Run(Sample2023.Named<Domain.Collect.Round>("1999"), Stop))
        );
    }

    private static async Task<List<string>> Quotes(TestDatabase database) =>
        [
            .. CsvText
                .Rows(await Csv(database))
                .Where(row => row[3] == "Region Värmland" && row[6] == "rus-genomforande" && row[8] == "ja")
                .Select(row => row[11]),
        ];

    private static async Task<int> Revision(TestDatabase database) =>
        await database.Ask(
            (SamlaDb db) =>
                (
                    from answer in db.Answers
                    join submission in db.Submissions on answer.SubmissionId equals submission.Id
                    where
                        submission.RoundId == Sample2023.Round
                        && submission.ReporterId == Sample2023.Värmland
                        && answer.RequirementId == Sample2023.Strategy
                    select answer.Revision
                ).SingleAsync(Stop)
        );

    private static Task<byte[]> Csv(TestDatabase database) =>
        Written(database, (output, codings) => CodingsTable.WriteCsv(output, codings, Stop));

    private static Task<byte[]> Written(TestDatabase database, Func<Stream, ListCodings.Result, Task> write) =>
        database.Ask(
            async (ListCodings list) =>
            {
                using var output = new MemoryStream();
                await write(output, (await list.Run(Sample2023.Round, Stop))!);
                return output.ToArray();
            }
        );
}
