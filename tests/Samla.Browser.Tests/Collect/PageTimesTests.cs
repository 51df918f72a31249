using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Browser.Tests.Collect;

/// <summary>
/// How fast the pages of a large register are: 300 interventions, each handed in and changed since. Run by itself, with
/// SAMLA_TIMES naming a file for the times; bench/README.md has the command and the budgets.
/// </summary>
public sealed class PageTimesTests(Chromium chromium) : IAsyncLifetime
{
    private const int Interventions = 300;
    private const int Warm = 20;
    private const int Times = 40;

    private const string Interactive = """
        () => { const page = performance.getEntriesByType('navigation')[0]; return page.domContentLoadedEventEnd; }
        """;

    private static readonly string? File = Environment.GetEnvironmentVariable("SAMLA_TIMES");
    private static readonly Key<Round> Round = Key<Round>.Parse("2024", null);
    private static readonly Key<Reporter> Blekinge = Key<Reporter>.Parse("10", null);

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task The_pages_of_a_register_of_300_keep_their_budgets()
    {
        Assert.NotNull(File);
        var register = await Fill();
        var section = register
            .Columns[InterventionPart.Main, InterventionColumns.References]
            .Terms.GroupBy(requirement => requirement.Group)
            .MaxBy(asked => asked.Count())!
            .Key;

        var table = await Measure("/redovisa/2024/10/insatser");
        var answers = await Measure($"/redovisa/2024/10/{section}");
        var tasks = await Measure("/redovisa/2024/10");
        var start = await Measure("/");

        await System.IO.File.WriteAllLinesAsync(
            File!,
            new[] { table, answers, tasks, start }.Select(page =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page.Path}: answer {page.Answer:0} ms, interactive {page.Interactive:0} ms (medians), {page.Size / 1024} kB"
                )
            ),
            Stop
        );
        Assert.InRange(table.Interactive, 0, 300);
        Assert.InRange(answers.Answer, 0, 50);
    }

    private async Task<InterventionRegister> Fill()
    {
        var register = (await Ask((ListInterventions list) => list.Run(Round, Blekinge, Stop)))!.Register;
        for (var number = 0; number < Interventions; number++)
        {
            await Save(null, TextsOf(number, "Insats", register), seen: 0);
        }

        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await Ask((SubmitReport submit) => submit.Run(Round, Blekinge, seen: null, decision: null, "prov", Stop))
        );
        foreach (
            var (number, line) in (
                await Ask((ListInterventions list) => list.Run(Round, Blekinge, Stop))
            )!.Lines.Index()
        )
        {
            await Save(line.Intervention.Id, TextsOf(number, "Ändrad", register), line.Intervention.Revision);
        }

        return register;
    }

    private async Task Save(Key<Intervention>? id, InterventionTexts texts, int seen) =>
        Assert.IsType<SaveIntervention.Outcome.Saved>(
            await Ask((SaveIntervention save) => save.Run(Round, Blekinge, id, texts, seen, "prov", Stop))
        );

    /// <summary>One that says as much as an ordinary one, and is referred to from two requirements.</summary>
    private static InterventionTexts TextsOf(int number, string kind, InterventionRegister register)
    {
        var requirements = register.Columns[InterventionPart.Main, InterventionColumns.References].Terms;
        var priorities = register.Columns[InterventionPart.Main, nameof(Intervention.Priorities)].Terms;
        string[] references =
        [
            requirements[number % requirements.Count].Name,
            requirements[((7 * number) + 1) % requirements.Count].Name,
        ];
        return new(
            new Dictionary<string, string>
            {
                ["Name"] = $"{kind} {number} för kurser åt båtbyggare i skärgården",
                ["HasProperName"] = "nej",
                ["Type"] = "Projekt",
                ["Summary"] = string.Join(' ', Enumerable.Repeat("Varven får folk som kan laga trä, på kvällar.", 5)),
                ["References"] = string.Join("; ", references.Distinct()),
                ["Priorities"] = priorities[number % priorities.Count].Name,
                ["Partners"] = "Varvsklubben\nFolkhögskolan",
                ["Begins"] = "2024-05",
                ["Ends"] = "2025",
            },
            [Row(("Fund", "Egna medel"), ("Amount", $"{1000 * (number + 1)}"))],
            [
                Row(("Text", "Kurser"), ("Quantity", "12"), ("Unit", "kurser")),
                Row(("Text", "Deltagare"), ("Quantity", $"{number + 1}"), ("Unit", "personer")),
            ],
            [
                Row(("Text", "Fler båtbyggare"), ("Horizon", "lång sikt"), ("State", "väntad")),
                Row(("Text", "Kortare kö till varven"), ("Horizon", "kort sikt"), ("State", "uppnådd")),
            ]
        );
    }

    private static Dictionary<string, string> Row(params (string Key, string Text)[] cells) =>
        cells.ToDictionary(cell => cell.Key, cell => cell.Text);

    private async Task<T> Ask<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>How long until the whole answer is here, and until a browser has read it and run its scripts; medians, warm.</summary>
    private async Task<(string Path, double Answer, double Interactive, int Size)> Measure(string path)
    {
        using var client = new FormClient(_site);
        var answers = new List<double>();
        var size = 0;
        for (var time = 0; time < Warm + Times; time++)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await client.Get(path);
            size = (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(Stop)).Length;
            answers.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var page = await chromium.Open(
            _site,
            path,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        var interactive = new List<double>();
        for (var time = 0; time < Times / 2; time++)
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
            interactive.Add(await page.EvaluateAsync<double>(Interactive));
        }

        return (path, Median(answers[Warm..]), Median(interactive), size);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
