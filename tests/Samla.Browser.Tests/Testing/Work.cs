using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samla.Analyse;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Browser.Tests.Testing;

/// <summary>Where the working pages of the sample round are.</summary>
internal static class Work
{
    public const string Root = "/arbete/2023";
    public const string Chapter = $"{Root}/kapitel/miljo";
    public const string Editor = $"{Chapter}?visa=redigera";
    public const string Publishing = $"{Root}/publicering";

    public static BrowserNewContextOptions WithoutScript => new() { JavaScriptEnabled = false };

    /// <summary>The path of the page where Halland's answer about the work for the environment is coded.</summary>
    public static async Task<string> Halland(Site site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var board = await scope
            .ServiceProvider.GetRequiredService<ViewBoard>()
            .Run(Key<Round>.Parse("2023", null), TestContext.Current.CancellationToken);
        var row = board!.Requirements.Single(row => row.Requirement.Id.Value == "miljo-genomforande");
        return $"{Root}/kalla/{row.Cells[RegionCode.Parse("13", null)].Source}";
    }

    /// <summary>Saves an answer and hands in, as the reporter does.</summary>
    public static async Task HandIn(
        Site site,
        Key<Round> round,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string text,
        int seen
    )
    {
        var stop = TestContext.Current.CancellationToken;
        await using var scope = site.Services.CreateAsyncScope();
        Assert.IsType<SaveAnswer.Outcome.Saved>(
            await scope
                .ServiceProvider.GetRequiredService<SaveAnswer>()
                .Run(round, reporter, requirement, text, seen, "prov", stop)
        );
        await using var after = site.Services.CreateAsyncScope();
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await after
                .ServiceProvider.GetRequiredService<SubmitReport>()
                .Run(round, reporter, seen: null, decision: null, "prov", stop)
        );
    }
}
