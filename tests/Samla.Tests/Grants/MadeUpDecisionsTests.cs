using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain.Grants;
using Samla.Grants;
using Samla.Reference;
using Samla.Tests.Testing;

namespace Samla.Tests.Grants;

/// <summary>The decisions that come with the program: they are read as any export is, and each question gets an answer that adds up.</summary>
public sealed class MadeUpDecisionsTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_cut_is_the_same_sum_to_the_ore_and_the_same_as_the_file(Engine engine)
    {
        await using var database = await WithDecisions(engine);
        var total = (await database.Sum()).Total;
        Assert.Equal((SumOfFile("Beviljat"), SumOfFile("Utbetalt")), (total.Granted!.Value / 100, total.Paid / 100));

        foreach (var dimension in Enum.GetValues<GrantDimension>())
        {
            var sums = await database.Sum(dimension, GrantDimension.County);
            Assert.Equal(total.Paid, sums.Cells.Sum(cell => cell.Paid));
            if (dimension != GrantDimension.PaymentYear)
            {
                Assert.Equal(total.Granted, sums.Cells.Sum(cell => cell.Granted));
            }

            if (dimension is not (GrantDimension.Area or GrantDimension.Priority or GrantDimension.PaymentYear))
            {
                Assert.Equal(total.Cases, sums.Cells.Sum(cell => cell.Cases));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Sums_kept_while_decisions_come_and_go_are_those_of_all_rows_summed_anew(Engine engine)
    {
        await using var database = await WithDecisions(engine);
        await SumsAreThoseOfTheRows(database);
        var file = await File.ReadAllLinesAsync(Decisions, Stop);
        var mapping = ColumnMapping.Read(await File.ReadAllTextAsync(MappingOfDecisions, Stop)).Mapping!;

        // Real ones put the made-up ones aside; a correction moves cases between counties, years and appropriations; then new cases come.
        var real = file.Take(9_001).ToList();
        await database.ReadIn(string.Join('\n', real), mapping);
        await SumsAreThoseOfTheRows(database);
        var heads = file[0].Split(';');
        var (place, county, municipality, form, year) = (
            Array.IndexOf(heads, "Ärende"),
            Array.IndexOf(heads, "Län"),
            Array.IndexOf(heads, "Kommun"),
            Array.IndexOf(heads, "Stödform"),
            Array.IndexOf(heads, "Beslutsår")
        );
        var corrected = real.Take(1).Concat(real.Skip(1).Select(row => string.Join(';', Corrected(row.Split(';')))));
        string[] Corrected(string[] cells)
        {
            switch (cells[place][^1])
            {
                case '3':
                    (cells[county], cells[municipality]) = ("13", "");
                    break;
                case '6':
                    cells[form] = cells[form] == "Transportbidrag" ? "Projektverksamhet" : "Transportbidrag";
                    break;
                case '9':
                    cells[year] = "2017";
                    break;
            }

            return cells;
        }

        var result = await database.ReadIn(string.Join('\n', corrected), mapping);
        Assert.True(result.IsDone && result.Replaced > 500 && result.Unchanged > 500);
        await SumsAreThoseOfTheRows(database);
        await database.ReadIn(GrantFiles.Of("N-1,20,2021,innovation,1000,400", "N-2,00,2019,,5,0"));
        await SumsAreThoseOfTheRows(database);
    }

    [Fact]
    public async Task They_are_marked_as_made_up_and_have_no_area_in_2018()
    {
        await using var database = await WithDecisions(Engine.Sqlite);

        var sums = await database.Sum(GrantDimension.Year, GrantDimension.Area);

        Assert.True(sums.HasMadeUp);
        Assert.Equal((2018, 2024), await database.Ask((ListGrantYears years) => years.Run(Stop)));
        Assert.All(sums.Cells.Where(cell => cell.Keys[0] == "2018"), cell => Assert.Null(cell.Keys[1]));
        Assert.Contains(sums.Cells, cell => cell.Keys is ["2021", "innovation"] && cell.Granted > 0);
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Every_question_has_an_answer_whose_rows_and_columns_add_up(Engine engine)
    {
        await using var database = await WithDecisions(engine);

        foreach (var view in GrantView.All)
        {
            var answer = await View(database, view, smallestCell: 1);
            Assert.NotEmpty(answer.Rows);
            Assert.Equal(answer.All.Total, answer.Rows.Sum(row => row.Total));
            if (view == GrantView.Priorities)
            {
                Assert.True(answer.All.Cases <= answer.Rows.Sum(row => row.Cases)); // a case may have several
                continue;
            }

            Assert.Equal(answer.All.Cases, answer.Rows.Sum(row => row.Cases));
            if (view == GrantView.Industries || view == GrantView.Sexes || view == GrantView.Other)
            {
                continue; // who is no company has no industry and no manager, and no row; what is not under Annat is no part of it
            }

            Assert.Equal(answer.Total.Granted, answer.Rows.Sum(row => row.Total));
            Assert.Equal(answer.Total.Cases, answer.Rows.Sum(row => row.Cases));
            foreach (var (at, part) in answer.All.Parts.Index())
            {
                Assert.Equal(part.Amount, answer.Rows.Sum(row => row.Parts[at].Amount));
            }

            if (view == GrantView.Leverage)
            {
                Assert.All(answer.Rows, row => Assert.Equal(row.Total, row.Parts[0].Amount + row.Unsaid.Amount));
            }
            else if (view != GrantView.Payments && view.Series is not null)
            {
                Assert.All(
                    answer.Rows,
                    row => Assert.Equal(row.Total, row.Parts.Sum(part => part.Amount) + row.Unsaid.Amount)
                );
            }
        }
    }

    [Fact]
    public async Task Payments_are_of_what_was_granted_and_the_latest_years_are_not_done()
    {
        await using var database = await WithDecisions(Engine.Sqlite);

        var answer = await View(database, GrantView.Payments, smallestCell: 1);

        decimal Paid(string year) =>
            answer.Rows.Single(row => row.Heading.Key == year) is var row
                ? (decimal)row.Parts.Sum(part => part.Amount) / row.Whole
                : 0;
        Assert.InRange(Paid("2018"), 0.85m, 1m);
        Assert.InRange(Paid("2024"), 0.05m, 0.6m);
        Assert.True(Paid("2024") < Paid("2022"));
    }

    [Fact]
    public async Task Sums_of_few_cases_are_hidden_where_they_could_tell_of_a_company()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        string[] rows =
        [
            .. Enumerable.Range(1, 9).Select(at => $"K-{at},20,2021,innovation,100,0,Man"),
            .. Enumerable.Range(1, 7).Select(at => $"D-{at},20,2021,innovation,100,0,Delat"),
            "W-1,20,2021,innovation,777,0,Kvinna",
        ];
        await database.ReadIn(
            $"{GrantFiles.Heads},kön\n{string.Join('\n', rows)}\n",
            GrantFiles.Mapping("""{"sex":"kön"}""")
        );

        var shown = await View(database, GrantView.Sexes, smallestCell: 1);
        Assert.All(shown.Rows.Single().Parts, part => Assert.False(part.IsHidden));
        var answer = await View(database, GrantView.Sexes, smallestCell: 5);

        // The single woman, and the next smallest, or hers could be worked out from the whole.
        var hidden = answer
            .Columns.Zip(answer.Rows.Single().Parts)
            .Where(one => one.Second.IsHidden)
            .Select(one => one.First.Key);
        Assert.Equal(["shared", "woman"], hidden.Order(StringComparer.Ordinal));
        using var file = new MemoryStream();
        GrantAnswerFile.WriteCsv(file, answer);
        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.DoesNotContain("777", text, StringComparison.Ordinal);
        Assert.Contains("2021,2021,woman,Kvinna,granted,,,true,1:1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_hidden_sum_can_be_worked_out_from_those_that_are_shown()
    {
        await using var database = await WithDecisions(Engine.Sqlite);

        foreach (var smallest in (int[])[5, 20, 60])
        {
            var sexes = await View(database, GrantView.Sexes, smallest);
            foreach (var row in sexes.Rows.Append(sexes.All))
            {
                Assert.All(
                    row.Parts.Where(part => part.Cases > 0 && part.Cases < smallest),
                    part => Assert.True(part.IsHidden)
                );
                // One alone is the row's whole less the others.
                Assert.True(row.IsHidden || row.Parts.Count(part => part.IsHidden) != 1);
            }

            for (var at = 0; at < sexes.Columns.Count; at++)
            {
                // One alone is the column's whole less the others, unless that is hidden too.
                Assert.True(sexes.All.Parts[at].IsHidden || sexes.Rows.Count(row => row.Parts[at].IsHidden) != 1);
            }

            Assert.NotEqual(1, sexes.Rows.Count(row => row.IsHidden));
            Assert.NotEqual(1, (await View(database, GrantView.Industries, smallest)).Rows.Count(row => row.IsHidden));
        }
    }

    [Fact]
    public async Task What_is_paid_without_a_year_is_paid_all_the_same()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        await database.ReadIn(GrantFiles.Of("A-1,20,2021,innovation,1000,400", "A-2,20,2022,boende,500,0"));

        var answer = await View(database, GrantView.Payments, smallestCell: 5);

        Assert.Equal(["Inget utbetalningsår"], answer.Columns.Select(column => column.Name));
        Assert.Equal(0.4m, answer.Rows[0].ShareOf(answer.Rows[0].Parts[0]));
    }

    private static async Task SumsAreThoseOfTheRows(TestDatabase database)
    {
        var rows = await database.Ask(
            (SamlaDb db) => db.GrantRows.AsNoTracking().Where(row => row.ReplacedBy == null).ToListAsync(Stop)
        );
        foreach (var (dimension, keyOf) in Keys)
        {
            foreach (var appropriation in (Appropriation?[])[null, Appropriation.Development, Appropriation.Transport])
            {
                var expected = rows.Where(row =>
                        appropriation is null
                        || (row.Form == SupportForm.Transport) == (appropriation == Appropriation.Transport)
                    )
                    .GroupBy(row => (row.County, row.DecisionYear, Key: keyOf(row)))
                    .Select(group =>
                        (
                            Keys: $"{group.Key.County} {group.Key.DecisionYear} {group.Key.Key}",
                            Granted: dimension == GrantDimension.PaymentYear ? 0 : group.Sum(row => row.Granted),
                            Paid: group.Sum(row => row.Paid),
                            Cases: group.Select(row => row.Case).Distinct().Count(),
                            Cost: group.Sum(row => row.TotalCost ?? 0),
                            WithCost: group.Sum(row => row.TotalCost is null ? 0 : row.Granted),
                            Fund: group.Sum(row => row.FundAmount ?? 0)
                        )
                    )
                    .ToHashSet();
                var sums = await database.Sum(
                    new GrantCut([GrantDimension.County, GrantDimension.Year, dimension], Appropriation: appropriation)
                );
                var actual = sums
                    .Cells.Select(cell =>
                        (
                            $"{cell.Keys[0]} {cell.Keys[1]} {cell.Keys[2]}",
                            cell.Granted ?? 0,
                            cell.Paid,
                            cell.Cases,
                            cell.TotalCost,
                            cell.GrantedWithCost,
                            cell.FundAmount
                        )
                    )
                    .ToHashSet();
                Assert.Equal(sums.Cells.Count, actual.Count);
                Assert.Equal(expected, actual);
            }
        }
    }

    private static readonly Dictionary<GrantDimension, Func<GrantRow, string?>> Keys = new()
    {
        [GrantDimension.Area] = row => row.Area,
        [GrantDimension.Priority] = row => row.Priority,
        [GrantDimension.PaymentYear] = row => $"{row.PaymentYear}",
        [GrantDimension.Form] = row => row.Form?.Id,
        [GrantDimension.Fund] = row => row.Fund,
        [GrantDimension.Applicant] = row => row.Applicant?.ToString().ToLowerInvariant(),
        [GrantDimension.Sex] = row => row.Sex?.ToString().ToLowerInvariant(),
        [GrantDimension.Industry] = row => row.Industry?[..2],
        [GrantDimension.Municipality] = row => row.Municipality,
        [GrantDimension.ResultsChain] = row =>
            row.HasResultsChain switch
            {
                true => "yes",
                false => "no",
                null => null,
            },
        [GrantDimension.Economic] = row => row.Economic?.ToString(CultureInfo.InvariantCulture),
        [GrantDimension.Social] = row => row.Social?.ToString(CultureInfo.InvariantCulture),
        [GrantDimension.Environmental] = row => row.Environmental?.ToString(CultureInfo.InvariantCulture),
    };

    private static string Decisions => Path.Combine(DataFolder.Samples, "grants", "decisions-2018-2024.csv");

    private static string MappingOfDecisions => Path.Combine(DataFolder.Samples, "grants", "mapping.json");

    private static Task<ViewGrants.Result> View(TestDatabase database, GrantView view, int smallestCell) =>
        database.Ask(
            (ViewGrants grants) =>
                grants.Run(view, years: null, Appropriation.Development, county: null, smallestCell, Stop)
        );

    private async Task<TestDatabase> WithDecisions(Engine engine)
    {
        var database = await databases.WithoutSample(engine);
        Assert.Null(await database.Ask((LoadGrants load) => load.Run(DataFolder.Samples, Stop)));
        return database;
    }

    /// <summary>Summed from the text itself: each case's amount once, each case's payment once a year.</summary>
    private static long SumOfFile(string column)
    {
        var lines = File.ReadAllLines(Decisions);
        var heads = lines[0].Split(';');
        int Place(string head) => Array.IndexOf(heads, head);
        var (at, name, year) = (Place(column), Place("Ärende"), Place("Utbetalningsår"));
        return lines
            .Skip(1)
            .Select(line => line.Split(';'))
            .DistinctBy(cells => (cells[name], column == "Utbetalt" ? cells[year] : ""))
            .Sum(cells => long.Parse(cells[at], CultureInfo.InvariantCulture));
    }
}
