using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Samla.Data;
using Samla.Domain.Grants;
using Samla.Grants;
using Samla.Tests.Testing;

namespace Samla.Tests.Grants;

/// <summary>A file of decisions is read in whole or not at all, and what is wrong with it is said row by row.</summary>
public sealed class ImportGrantsTests(Databases databases)
{
    private const string Long =
        """{"paymentYear":"år","share":"andel","priority":"prioritering","form":"form","municipality":"kommun","totalCost":"kostnad","fund":"fond","fundAmount":"eu","startsOn":"start","endsOn":"slut","applicant":"sökande","sex":"kön","industry":"sni","resultsChain":"kedja","economic":"ekonomi"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_file_is_read_in_and_a_later_one_adds_replaces_and_leaves(Engine engine)
    {
        await using var database = await databases.Empty(engine);

        var first = await database.ReadIn(
            GrantFiles.Of("A-1,20,2021,innovation,1000,400", "A-2,20,2022,boende,500.50,0", "A-3,01,2023,,300,300")
        );
        Assert.Equal((3, 3, 0, 0, true), (first.Rows, first.Added, first.Replaced, first.Unchanged, first.IsDone));
        Assert.Equal((180_050, 70_000, 3), Total(await database.Sum()));

        var second = await database.ReadIn(
            GrantFiles.Of("A-1,20,2021,innovation,1000,400", "A-2,20,2022,boende,700,100", "A-4,00,2023,ovrigt,50,0")
        );
        Assert.Equal((3, 1, 1, 1, true), (second.Rows, second.Added, second.Replaced, second.Unchanged, second.IsDone));
        Assert.Equal((205_000, 80_000, 4), Total(await database.Sum()));

        // What the case said before is there still, and the trail tells who read in what.
        var history = await database.Ask(
            (SamlaDb db) =>
                db
                    .GrantRows.Where(row => row.Case == "A-2")
                    .OrderBy(row => row.Import)
                    .Select(row => new { row.Granted, row.ReplacedBy })
                    .ToListAsync(Stop)
        );
        Assert.Equal([(50_050L, 2), (70_000L, null)], history.Select(row => (row.Granted, (int?)row.ReplacedBy)));
        Assert.Equal(
            2,
            await database.Ask(
                (SamlaDb db) => db.Audit.CountAsync(line => line.Action == "grant.import" && line.Actor == "Åsa", Stop)
            )
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_case_with_several_areas_and_years_is_shared_out_and_never_counted_twice(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        var mapping = GrantFiles.Mapping("""{"paymentYear":"år","share":"andel"}""");

        await database.ReadIn(
            $"""
            {GrantFiles.Heads},år,andel
            B-1,20,2021,innovation,100,10,2021,33.33
            B-1,20,2021,boende,100,10,2021,66.67
            B-1,20,2021,innovation,100,41,2022,33.33
            B-1,20,2021,boende,100,41,2022,66.67
            B-2,20,2022,innovation,50,50,2022,
            """,
            mapping
        );

        var byArea = await database.Sum(GrantDimension.Area);
        Assert.Equal(["boende", "innovation"], byArea.Cells.Select(cell => cell.Keys[0]));
        Assert.Equal(
            [(6667L, 3400L, 1), (8333L, 6700L, 2)],
            byArea.Cells.Select(cell => (cell.Granted!.Value, cell.Paid, cell.Cases))
        );
        Assert.Equal((15_000, 10_100, 2), Total(byArea));
        var cohort = await database.Sum(GrantDimension.Year, GrantDimension.PaymentYear);
        Assert.Equal(
            [("2021", "2021", 1000L, 1), ("2021", "2022", 4100L, 1), ("2022", "2022", 5000L, 1)],
            cohort.Cells.Select(cell => (cell.Keys[0], cell.Keys[1], cell.Paid, cell.Cases))
        );
        Assert.All(cohort.Cells, cell => Assert.Null(cell.Granted));

        var again = await database.ReadIn(
            $"""
            {GrantFiles.Heads},år,andel
            B-1,20,2021,boende,100,41,2022,66.67
            B-1,20,2021,innovation,100,41,2022,33.33
            B-1,20,2021,boende,100,10,2021,66.67
            B-1,20,2021,innovation,100,10,2021,33.33
            """,
            mapping
        );
        Assert.Equal((0, 0, 4), (again.Added, again.Replaced, again.Unchanged));
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_whole_file_out()
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(
            GrantFiles.Of("C-1,20,2021,innovation,1000,0", "C-2,99,2021,innovation,1000,0")
        );

        Assert.Equal((2, 1, false), (result.Rows, result.Added, result.IsDone));
        Assert.Equal([(3, "county")], result.Places());
        Assert.Equal((0, 0, 0), Total(await database.Sum()));
        Assert.Empty(await database.Ask((SamlaDb db) => db.GrantImports.ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var file = GrantFiles.Of("C-1,20,2021,innovation,1000,0");

        var dry = await database.ReadIn(file, isDryRun: true);

        Assert.Equal((1, false), (dry.Added, dry.IsDone));
        Assert.Equal((0, 0, 0), Total(await database.Sum()));
        Assert.Equal(1, (await database.ReadIn(file)).Added);
    }

    [Theory]
    [InlineData("1000", 100_000)]
    [InlineData("1000.5", 100_050)]
    [InlineData("1000,50", 100_050)]
    [InlineData("1 234 567", 123_456_700)]
    [InlineData("1\u00a0234\u00a0567,25", 123_456_725)]
    [InlineData("1.234.567", 123_456_700)]
    [InlineData("1.234.567,89", 123_456_789)]
    [InlineData("1,234,567.89", 123_456_789)]
    [InlineData("1.234,50", 123_450)]
    [InlineData("250000 kr", 25_000_000)]
    [InlineData("0", 0)]
    public async Task An_amount_is_read_as_people_write_it(string written, long ore)
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        await database.ReadIn($"{GrantFiles.Heads.Replace(',', ';')}\nD-1;20;2021;innovation;{written};0\n");

        Assert.Equal(ore, (await database.Sum()).Total.Granted);
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("1.234")]
    [InlineData("12 34")]
    [InlineData("1000,505")]
    [InlineData("tusen")]
    [InlineData("1e6")]
    [InlineData("9999999999999")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("-500")]
    [InlineData("")]
    public async Task An_amount_that_could_mean_two_things_or_none_is_named(string written)
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(
            $"{GrantFiles.Heads.Replace(',', ';')}\nD-1;20;2021;innovation;{written};0\n"
        );

        Assert.Contains((2, "granted"), result.Places());
    }

    [Theory]
    [InlineData("E-1,20,2021,\"innovation,1,0\nE-2,20,2021,boende,1,0", "case", "Troligen saknas ett citattecken")]
    [InlineData("E-1,20,2021,innovation,1,\"0", "case", "Troligen saknas ett citattecken")]
    [InlineData("E-1,,2021,innovation,1,0", "county", "Länet saknas")]
    [InlineData("E-1,02,2021,innovation,1,0", "county", "är inget län")]
    [InlineData("E-1,20,21,innovation,1,0", "decisionYear", "fyra siffror")]
    [InlineData("E-1,20,3/5/2021,innovation,1,0", "decisionYear", "fyra siffror")]
    [InlineData("E-1,20,2999,innovation,1,0", "decisionYear", "kan inte stämma")]
    [InlineData("E-1,20,,innovation,1,0", "decisionYear", "saknas")]
    [InlineData("E-1,20,2021,Landsbygd,1,0", "area", "är inget strategiskt område")]
    [InlineData(
        "E-1,20,2021,Attraktiva miljöer och tillgänglighet,1,0",
        "area",
        "äldre nationella strategin. Det motsvaras närmast av"
    )]
    [InlineData("E-1,20,2021,innovation,1,2", "paid", "mer än beviljat")]
    [InlineData("E-1,20,2021,innovation,1,-1", "paid", "mindre än noll")]
    [InlineData(",20,2021,innovation,1,0", "case", "nummer saknas")]
    [InlineData("E-1,20,2021,innovation,1,0,7", "case", "7 fält")]
    [InlineData("E-1,20,2021,innovation,1,0\nE-1,20,2021,boende,1,0", "case", "står även på rad 2")]
    public async Task What_is_wrong_is_named_with_its_row_and_field(string rows, string field, string why)
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(GrantFiles.Of(rows));

        Assert.False(result.IsDone);
        Assert.Contains(
            result.Rejected,
            one => one.Field.Id == field && one.Reason.Contains(why, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("F-1,20,2021,innovation,9,5,2021,50,,,,,,,,,,,,,", "share", "50 procent, inte 100")]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,100,,,,,,,,,,,,,\nF-1,20,2021,boende,9,5,2021,,,,,,,,,,,,,,",
        "share",
        "varje rad ska ha en andel"
    )]
    [InlineData("F-1,00,2021,innovation,9,5,2021,,,,0331,,,,,,,,,,", "municipality", "gäller hela landet")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,Egna medel,,,,,,,,", "fund", "ingen EU-fond")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,Regionalfonden,-3,,,,,,,", "fundAmount", "negativt")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,10,Regionalfonden,3,,,,,,,", "totalCost", "EU-medlen tillsammans")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,1110,,", "industry", "med nollan först")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,120,,,,,,,,,,,,,", "share", "ingen andel")]
    [InlineData("F-1,20,2021,innovation,9,5,2020,,,,,,,,,,,,,,", "paymentYear", "beslutat först 2021")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,lån,,,,,,,,,,,,", "priority", "ingen prioritering")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,bredband,,,,,,,,,,,,", "priority", "hör till Tillgänglighet")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,Lån,,,,,,,,,,,", "form", "ingen stödform")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,9999,,,,,,,,,,", "municipality", "ingen kommun")]
    [InlineData(
        "F-1,19,2021,innovation,9,5,2021,,,,1917,,,,,,,,,,",
        "municipality",
        "Heby har bytt län och heter sedan dess 0331"
    )]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,0331,,,,,,,,,,", "municipality", "ligger i Uppsala län")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,8,,,,,,,,,", "totalCost", "mindre än det som är beviljat")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,Månfonden,,,,,,,,", "fund", "ingen EU-fond")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,3,,,,,,,", "fund", "inte från vilken fond")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,1/2/2021,,,,,,", "startsOn", "kan inte läsas som en dag")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,2021-06-01,20210501,,,,,", "endsOn", "före startdagen")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,,,Person,,,,", "applicant", "inget slag av sökande")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,00,,", "industry", "ingen näringsgren")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,,kanske,", "resultsChain", "varken ja eller nej")]
    [InlineData("F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,,,11", "economic", "inga poäng")]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,60,,,,,,,,,,,,,\nF-1,20,2021,boende,8,5,2021,40,,,,,,,,,,,,,",
        "granted",
        "annat värde på rad 2"
    )]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,60,,,,,,,,,,,,,\nF-1,20,2021,boende,9,4,2021,40,,,,,,,,,,,,,",
        "paid",
        "olika belopp utbetalda samma år"
    )]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,60,,,,,,,,,,,,,\nF-1,20,2021,boende,9,4,2022,40,,,,,,,,,,,,,",
        "case",
        "en rad för varje område och utbetalningsår (4)"
    )]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,,,\nF-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,,,",
        "case",
        "två rader med samma område"
    )]
    [InlineData(
        "F-1,20,2021,innovation,9,5,2021,,,,,,,,,,,,,,\nF-1,20,2021,innovation,9,6,2022,,,,,,,,,,,,,,",
        "paid",
        "mer än beviljat"
    )]
    public async Task What_does_not_add_up_is_named_with_its_row_and_field(string rows, string field, string why)
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(
            $"{GrantFiles.Heads},år,andel,prioritering,form,kommun,kostnad,fond,eu,start,slut,sökande,kön,sni,kedja,ekonomi\n{rows}\n",
            GrantFiles.Mapping(Long)
        );

        Assert.False(result.IsDone);
        Assert.Contains(
            result.Rejected,
            one => one.Field.Id == field && one.Reason.Contains(why, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_mapping_says_which_column_is_which_what_unit_and_what_words_mean()
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(
            "Dnr;Länsnamn;Beslut;Omr;Bev;Utb;Handläggare\nG-1;Dalarnas län;2020-05-31;Attraktiva miljöer och tillgänglighet;1,5;0,25;x\nG-2;jämtland;20201231;ATTRAKTIVA MILJÖER OCH TILLGÄNGLIGHET;2;0;x\n",
            GrantFiles.Mapping(
                """
                {"case":"dnr","county":"länsnamn","decisionYear":"beslut","area":"omr","granted":"bev","paid":"utb","unit":"thousands",
                 "values":{"area":{"Attraktiva miljöer och tillgänglighet":"boende"}}}
                """
            )
        );

        Assert.Empty(result.Rejected);
        Assert.Contains("Kolumner som inte läses: Handläggare.", result.Notices);
        var sums = await database.Sum(GrantDimension.County, GrantDimension.Area, GrantDimension.Year);
        Assert.Equal(
            [("20", "boende", "2020", 150_000L), ("23", "boende", "2020", 200_000L)],
            sums.Cells.Select(cell => (cell.Keys[0], cell.Keys[1], cell.Keys[2], cell.Granted!.Value))
        );
    }

    [Theory]
    [InlineData("""{"values":{"granted":{"x":"1"}}}""", "”values” ska")]
    [InlineData("[]", "JSON-objekt")]
    [InlineData("{", "ingen giltig JSON")]
    [InlineData("""{"kommun":"Kommun"}""", "ett fält som inte finns: ”kommun”")]
    [InlineData("""{"case":3}""", "”case” ska vara rubriken")]
    [InlineData("""{"unit":"tkr"}""", "”kronor” eller ”thousands”")]
    [InlineData("""{"values":{"area":"boende"}}""", "”values” ska")]
    [InlineData("""{"case":"a","case":"b"}""", "JSON")]
    public void A_mapping_that_cannot_be_used_is_told_why(string json, string why)
    {
        var (mapping, trouble) = ColumnMapping.Read(json);

        Assert.Null(mapping);
        Assert.Contains(why, trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_is_kept_is_read_back_the_same()
    {
        var mapping = GrantFiles.Mapping(
            """{"case":"Dnr","unit":"thousands","values":{"area":{"Landsbygd":"boende"}}}"""
        );

        var again = GrantFiles.Mapping(mapping.ToJson());

        Assert.Equal(mapping.Columns, again.Columns);
        Assert.Equal(mapping.Unit, again.Unit);
        Assert.Equal("boende", again.Values["area"]["LANDSBYGD"]);
    }

    [Theory]
    [InlineData("", "tom")]
    [InlineData("  \n", "tom")]
    [InlineData("case,county,decisionYear,area,granted,paid\n", "inga rader")]
    [InlineData("case;county;decisionYear;area;granted\nA;20;2021;;1\n", "saknar kolumnen ”paid”")]
    [InlineData(
        "case,county,decisionYear,area,granted\nA,20,2021,,1\n",
        "”granted” är vald för både Beviljat och Utbetalt",
        """{"paid":"granted"}"""
    )]
    [InlineData("case,case,county\n", "två kolumner som heter ”case”")]
    [InlineData("a\0b", "ingen textfil")]
    [InlineData("PK\u0003\u0004x", "skadad")]
    public async Task A_file_that_cannot_be_read_at_all_is_refused_in_a_sentence(
        string content,
        string why,
        string? mapping = null
    )
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        Assert.Contains(
            why,
            await database.RefusalOf(
                Encoding.UTF8.GetBytes(content),
                mapping is null ? null : GrantFiles.Mapping(mapping)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_in_an_older_encoding_with_quoted_texts_is_read_right()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var file =
            "case;county;decisionYear;area;granted;paid\r\n\"H;1\";Jönköpings län;2021;\"innovation\";\"1 000\";0\r\n";

        var outcome = await database.ReadIn(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file));

        Assert.Empty(Assert.IsType<ImportGrants.Outcome.Read>(outcome).Result.Rejected);
        Assert.Equal("06", Assert.Single((await database.Sum(GrantDimension.County)).Cells).Keys[0]);
        Assert.Equal(1, await database.Ask((SamlaDb db) => db.GrantRows.CountAsync(row => row.Case == "H;1", Stop)));
    }

    [Theory]
    [InlineData(65_533, "😀", true)] // its four bytes stand across the end of a piece of the file
    [InlineData(65_535, "å", false)] // its only byte ends a piece, and the file
    public async Task The_encoding_is_told_right_wherever_a_letter_stands(int before, string letter, bool isUtf8)
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var text = new StringBuilder("case,county,decisionYear,granted,paid,note,area\n");
        var number = 0;
        void AddUpTo(int length)
        {
            while (text.Length < length)
            {
                text.Append(CultureInfo.InvariantCulture, $"A-{++number},20,2021,1000,0,,innovation\n");
            }
        }

        AddUpTo(before - 200);
        const string Last = "B-1,20,2021,1000,0,";
        text.Append(Last).Append('x', before - text.Length - Last.Length - 1).Append(',').Append(letter);
        if (isUtf8)
        {
            text.Append('\n');
            AddUpTo(200_000);
        }

        var encoding = isUtf8 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var outcome = await database.ReadIn(encoding.GetBytes($"{text}"), isDryRun: true);

        Assert.Equal([letter], Assert.IsType<ImportGrants.Outcome.Read>(outcome).Result.UnknownAreas);
    }

    [Fact]
    public async Task A_workbook_is_read_as_the_same_file_in_text()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        using var file = new MemoryStream();
        await file.SaveAsAsync(
            new[]
            {
                new
                {
                    Ärende = "I-1",
                    Län = "20",
                    År = new DateTime(2021, 5, 31),
                    Område = "innovation",
                    Beviljat = 1000.5,
                    Utbetalt = 0,
                },
                new
                {
                    Ärende = "I-2",
                    Län = "01",
                    År = new DateTime(2022, 1, 1),
                    Område = "",
                    Beviljat = 2000d,
                    Utbetalt = 10,
                },
            },
            cancellationToken: Stop
        );

        var outcome = await database.ReadIn(
            file.ToArray(),
            GrantFiles.Mapping(
                """{"case":"Ärende","county":"Län","decisionYear":"År","area":"Område","granted":"Beviljat","paid":"Utbetalt"}"""
            )
        );

        Assert.Empty(Assert.IsType<ImportGrants.Outcome.Read>(outcome).Result.Rejected);
        Assert.Equal((300_050, 1000, 2), Total(await database.Sum()));
        Assert.Equal(["2021", "2022"], (await database.Sum(GrantDimension.Year)).Cells.Select(cell => cell.Keys[0]));
    }

    [Fact]
    public async Task What_replaced_cases_would_lose_is_told_before()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        await database.ReadIn(
            $"{GrantFiles.Heads},form\nL-1,20,2021,innovation,9000000,0,project\n",
            GrantFiles.Mapping("""{"form":"form"}""")
        );

        var same = await database.ReadIn(GrantFiles.Of("L-2,20,2021,innovation,9000000,0"), isDryRun: true);
        var poorer = await database.ReadIn(GrantFiles.Of("L-1,20,2021,innovation,9000000,0"), isDryRun: true);

        Assert.Empty(same.Notices);
        Assert.Contains(
            "saknar: Stödform. I ärenden som ersätts blir de tomma.",
            Assert.Single(poorer.Notices),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Amounts_that_look_like_thousands_are_asked_about_and_not_changed()
    {
        await using var database = await databases.Empty(Engine.Sqlite);

        var result = await database.ReadIn(
            GrantFiles.Of("J-1,20,2021,innovation,850,0", "J-2,20,2021,innovation,1200,0")
        );

        Assert.Contains(
            result.Notices,
            notice => notice.Contains("Är beloppen i tusental kronor?", StringComparison.Ordinal)
        );
        Assert.Equal(205_000, (await database.Sum()).Total.Granted);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Made_up_decisions_are_put_aside_when_real_ones_come(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        await database.ReadIn(
            GrantFiles.Of("A-1,20,2021,innovation,1000,400", "PÅ-2,20,2022,boende,500,0"),
            isMadeUp: true
        );
        Assert.True((await database.Sum()).HasMadeUp);

        var result = await database.ReadIn(GrantFiles.Of("A-1,01,2021,innovation,7,0"));

        Assert.Equal((1, 0), (result.Added, result.Replaced));
        var sums = await database.Sum();
        Assert.Equal((700, 0, 1), Total(sums));
        Assert.False(sums.HasMadeUp);
    }

    private static (long? Granted, long Paid, int Cases) Total(SumGrants.Result sums) =>
        (sums.Total.Granted, sums.Total.Paid, sums.Total.Cases);
}
