using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Samla.Domain.Grants;
using Samla.Grants;
using Samla.Storage;

namespace Samla.Bench;

/// <summary>
/// What it costs to cut decisions on grants, as many as a sample has and as many as a country has in twenty years, beside the same question in SQL by hand: <i>Ratio</i> is to be
/// under 1.5.
/// </summary>
[MemoryDiagnoser]
#pragma warning disable CA1001 // BenchmarkDotNet asks for the removal by an attribute
public class GrantsBenchmarks
#pragma warning restore CA1001
{
    private const string ByHand = """
        SELECT "County", "Area", SUM("Granted"), SUM("Paid"), COUNT(DISTINCT "Case") FROM "GrantRows"
        WHERE "ReplacedBy" IS NULL AND "DecisionYear" BETWEEN 2021 AND 2024 GROUP BY "County", "Area"
        """;

    private ServiceProvider _services = null!;
    private SqliteConnection _connection = null!;
    private DirectoryInfo _folder = null!;

    [Params(20_000, 1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task Fill()
    {
        _folder = Directory.CreateTempSubdirectory("samla-bench-");
        var target = new StorageTarget.Embedded(_folder.FullName);
#pragma warning disable RS0030 // a composition root
        _services = new ServiceCollection()
            .AddLogging()
            .AddStorage(target)
            .AddUseCases()
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
#pragma warning restore RS0030
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareStorage>().Run(mayMigrateServer: false, default);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(File(Rows)));
        await scope
            .ServiceProvider.GetRequiredService<ImportGrants>()
            .Run("b.csv", content, ColumnMapping.Default, isDryRun: false, "bench", default);
        _connection = new SqliteConnection($"Data Source={target.File}");
        await _connection.OpenAsync();
    }

    [GlobalCleanup]
    public async Task Remove()
    {
        await _connection.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Baseline = true)]
    public async Task<long> SqlByHand()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = ByHand;
        await using var reader = await command.ExecuteReaderAsync();
        var sum = 0L;
        while (await reader.ReadAsync())
        {
            sum += reader.GetInt64(2);
        }

        return sum;
    }

    [Benchmark]
    public async Task<int> CountyAndArea()
    {
        await using var scope = _services.CreateAsyncScope();
        var cells = await scope
            .ServiceProvider.GetRequiredService<SumGrants>()
            .Cells(new GrantCut([GrantDimension.County, GrantDimension.Area], 2021, 2024), default);
        return cells.Count;
    }

    /// <summary>A made-up file with the columns that every file has.</summary>
    public static string File(int rows)
    {
        string[] counties =
        [
            "01",
            "03",
            "04",
            "05",
            "06",
            "07",
            "08",
            "09",
            "10",
            "12",
            "13",
            "14",
            "17",
            "18",
            "19",
            "20",
            "21",
            "22",
            "23",
            "24",
            "25",
        ];
        string[] areas = ["boende", "kompetens", "innovation", "tillganglighet", "ovrigt", ""];
        var file = new StringBuilder("case,county,decisionYear,area,granted,paid\n", rows * 48);
        for (var row = 0; row < rows; row++)
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"B-{row:0000000},{counties[row % 21]},{2018 + (row / 21 % 7)},{areas[row / 5 % 6]},{1000 + (row * 7919L % 4_000_000)},{row % 1000}\n"
            );
        }

        return file.ToString();
    }
}
