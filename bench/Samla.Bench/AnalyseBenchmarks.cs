using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Analyse.Crossing;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Compile;
using Samla.Storage;

namespace Samla.Bench;

/// <summary>
/// What an analyst waits for, in a round as large as they become (<see cref="CodedRounds"/>), on both engines. PostgreSQL is measured
/// where SAMLA_POSTGRES names a server and an empty database on it, as bench/run.sh makes.
/// </summary>
[Config(typeof(InThisProcess))]
[MemoryDiagnoser]
public class AnalyseBenchmarks
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    // To fill a database takes longer than to measure it.
    private static readonly Dictionary<string, CodedRounds> Filled = [];

    private CodedRounds _rounds = null!;
    private Id<Domain.Collect.Source> _source;
    private int _coded;

    public static IEnumerable<string> Engines => Server is null ? [Sqlite] : [Sqlite, Postgres];

    [ParamsSource(nameof(Engines))]
    public string Engine { get; set; } = Sqlite;

    private static string? Server => Environment.GetEnvironmentVariable("SAMLA_POSTGRES");

    [GlobalSetup]
    public async Task Fill()
    {
        if (!Filled.TryGetValue(Engine, out var rounds))
        {
            rounds = Filled[Engine] = await CodedRounds.In(
                Engine == Postgres ? new StorageTarget.Server(Server!) : new StorageTarget.Embedded(NewFolder())
            );
        }

        _rounds = rounds;
        _source = await _rounds.Ask(
            (SamlaDb db) =>
                db
                    .Sources.Where(source =>
                        source.RoundId == CodedRounds.Measured && source.RequirementId == CodedRounds.Requirement
                    )
                    .Select(source => source.Id)
                    .FirstAsync()
        );
    }

    [Benchmark(Description = "all answers to a requirement, to be read")]
    public Task<ViewReadingRoom.Result?> Read() =>
        _rounds.Ask(
            (ViewReadingRoom view) =>
                view.Run(CodedRounds.Measured, CodedRounds.Requirement, "bench", CancellationToken.None)
        );

    [Benchmark(Description = "the whole matrix")]
    public Task<IReadOnlyList<CodeRow>?> Matrix() =>
        _rounds.Ask((ReadMatrix read) => read.Run(CodedRounds.Measured, CancellationToken.None));

    [Benchmark(Description = "a requirement counted anew")]
    public Task<IReadOnlyList<CodeRow>?> Recount() =>
        _rounds.Ask(
            (ReadMatrix read) => read.Run(CodedRounds.Measured, CodedRounds.Requirement, CancellationToken.None)
        );

    [Benchmark(Description = "a coding given and taken back, counted anew after each")]
    public async Task<int> CodeAndRecount()
    {
        var text = await _rounds.Ask(
            (SamlaDb db) => db.Sources.Where(source => source.Id == _source).Select(source => source.Text).SingleAsync()
        );
        var start = _coded++ % (text.Length - 30);
        var added = await _rounds.Ask(
            (AddCoding add) =>
                add.Run(
                    _source,
                    Key<Code>.Parse("kod-0", null),
                    text.Substring(start, 20),
                    start,
                    "annan",
                    CancellationToken.None
                )
        );
        var rows = await Recount();
        if (added is AddCoding.Outcome.Added(var coding))
        {
            await _rounds.Ask((RemoveCoding remove) => remove.Run(coding, "annan", CancellationToken.None));
            await Recount();
        }

        return rows!.Count;
    }

    [Benchmark(Description = "co-occurrence, a section of 50 codes")]
    public Task<ViewCooccurrence.Result?> Section() => Together(new(CodedRounds.Section, null, []));

    [Benchmark(Description = "co-occurrence, all 500 codes")]
    public Task<ViewCooccurrence.Result?> Everything() =>
        Together(new(null, null, [.. Enumerable.Range(0, 500).Select(number => $"kod-{number}")]));

    [Benchmark(Description = "codes by areas, a section of 50 codes")]
    public Task<ViewCodesByTrait.Result?> Areas() =>
        _rounds.Ask(
            (ViewCodesByTrait view) =>
                view.Run(CodedRounds.Measured, new(CodedRounds.Section, null, []), "nuts2", CancellationToken.None)
        );

    [Benchmark(Description = "a report of 500 claims in five chapters, composed anew")]
    public Task<ReportDocument?> Report() => Compose(Chapters);

    [Benchmark(Description = "a chapter of 100 claims, composed anew")]
    public Task<ReportDocument?> Chapter() => Compose([Chapters[0]]);

    private static IReadOnlyList<Chapter> Chapters { get; } =
    [
        .. Enumerable
            .Range(0, 5)
            .Select(chapter => new Chapter
            {
                RoundId = CodedRounds.Measured,
                Id = Key<Chapter>.Parse($"kapitel-{chapter}", null),
                Number = chapter + 1,
                Text =
                    "# Kapitel\n\n"
                    + string.Concat(
                        Enumerable.Range(chapter * 100, 100).Select(code => $"{{{{kod-{code}}}}} säger det.\n\n")
                    ),
                Revision = 1,
            }),
    ];

    private Task<ReportDocument?> Compose(IReadOnlyList<Chapter> chapters) =>
        _rounds.Ask((ComposeReport compose) => compose.Run(CodedRounds.Measured, chapters, CancellationToken.None));

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("samla-bench-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder.FullName;
    }

    private Task<ViewCooccurrence.Result?> Together(CodeChoice choice) =>
        _rounds.Ask((ViewCooccurrence view) => view.Run(CodedRounds.Measured, choice, CancellationToken.None));

    /// <summary>So that a database is filled once, and not once for each of the benchmarks.</summary>
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() =>
            AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10)
            );
    }
}
