using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samla.Bench;
using Samla.Browser.Tests.Testing;
using Samla.Data;

namespace Samla.Browser.Tests.Analyse;

/// <summary>
/// How fast the workbench is as an analyst meets it, in rounds as large as they become (<see cref="CodedRounds"/>). Run by itself, with
/// SAMLA_TIMES naming a file for the times; bench/README.md has the command and the budgets.
/// </summary>
public sealed class WorkTimesTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>The runtime compiles a method well after it has run some thirty times: a server that has been up for a day has.</summary>
    private const int Warm = 40;
    private const int Times = 40;

    /// <summary>Presses a key, and tells the time until what came of it has been drawn.</summary>
    private const string Press = """
        async ([key, changesSheet]) => {
            const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const old = document.getElementById('blad');
            const began = performance.now();
            const isNew = new Promise((done) => {
                const watch = new MutationObserver(() => document.getElementById('blad') !== old && (watch.disconnect(), done()));
                watch.observe(document.body, { childList: true, subtree: true });
            });
            (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            if (changesSheet) {
                await isNew;
            }
            await drawn();
            return performance.now() - began;
        }
        """;

    private const string Fetch = """
        async (path) => {
            const began = performance.now();
            const response = await fetch(path);
            await response.text();
            if (!response.ok) {
                throw new Error(`${path}: ${response.status}`);
            }
            return performance.now() - began;
        }
        """;

    private static readonly string? File = Environment.GetEnvironmentVariable("SAMLA_TIMES");

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Root => $"/arbete/{CodedRounds.Measured}";

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        if (File is not null)
        {
            await CodedRounds.AddTo(_site.Services);
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task The_workbench_keeps_its_budgets()
    {
        Assert.NotNull(File);
        var source = await Source();
        List<(string What, double Budget, List<double> Times)> measured =
        [
            ("a requirement's reading page", 300, await Answers($"{Root}/lasrum/krav/{CodedRounds.Requirement}")),
            ("a reporter's reading page", 300, await Answers($"{Root}/lasrum/13")),
            ("the whole matrix, 21 × 500", 500, await Answers($"/matris/{CodedRounds.Measured}")),
            ("the codebook, 500 codes", 300, await Answers($"{Root}/kodschema")),
            ("the coding page", 300, await Answers(source)),
            .. await Keys(source),
        ];

        await System.IO.File.WriteAllLinesAsync(
            File!,
            measured.Select(one =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{one.What}: p50 {At(one.Times, 0.5):0} ms, p95 {At(one.Times, 0.95):0} ms, budget {one.Budget:0}"
                )
            ),
            Stop
        );
        Assert.All(measured, one => Assert.InRange(At(one.Times, 0.5), 0, one.Budget));
    }

    private async Task<string> Source()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var id = await scope
            .ServiceProvider.GetRequiredService<SamlaDb>()
            .Sources.Where(source =>
                source.RoundId == CodedRounds.Measured && source.RequirementId == CodedRounds.Requirement
            )
            .OrderBy(source => source.Id)
            .Select(source => source.Id)
            .FirstAsync(Stop);
        return $"{Root}/kalla/{id}";
    }

    /// <summary>Until the whole page has come to an analyst's browser.</summary>
    private async Task<List<double>> Answers(string path)
    {
        var page = await chromium.Open(_site, Root);
        var times = new List<double>();
        for (var time = 0; time < Warm + Times; time++)
        {
            times.Add(await page.EvaluateAsync<double>(Fetch, path));
        }

        return times[Warm..];
    }

    /// <summary>Until what a key does has been drawn in the browser.</summary>
    private async Task<IEnumerable<(string, double, List<double>)>> Keys(string source)
    {
        var page = await chromium.Open(
            _site,
            source,
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 900 },
            }
        );
        await page.Locator("#kodsok").WaitForAsync();
        var times = new Dictionary<string, List<double>>();
        async Task Do(string what, string key, bool changesSheet = true)
        {
            var taken = await page.EvaluateAsync<double>(Press, new object[] { key, changesSheet });
            times.TryAdd(what, []);
            times[what].Add(taken);
        }

        for (var time = 0; time < Warm + Times; time++)
        {
            await page.EvaluateAsync("document.activeElement.blur()");
            await Do("a sentence selected", "s", changesSheet: false);
            await Do("a code given to it", $"{(time % 9) + 1}");
            await Do("undone", "z");
            await page.Locator("#s1").FocusAsync();
            await Do("a quotation starred", "c");
            await Do("undone", "z");
            await page.EvaluateAsync("getSelection().removeAllRanges()");
        }

        return times.Select(one => (one.Key, 100.0, one.Value[Warm..]));
    }

    private static double At(List<double> times, double part) =>
        times.Order().ElementAt((int)(part * (times.Count - 1)));
}
