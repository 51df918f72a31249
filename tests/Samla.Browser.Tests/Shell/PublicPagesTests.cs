using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Shell;

/// <summary>What holds for every page that anybody may read.</summary>
public sealed partial class PublicPagesTests(Site site, Chromium chromium)
{
    public static TheoryData<string> Pages { get; } = [.. Public.WithText];

    public static TheoryData<string, ColorScheme, int> Looks { get; } =
    [.. from path in Public.Kinds from look in Look.All select (path, look.Scheme, look.Width)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_has_no_barrier(string path, ColorScheme scheme, int width)
    {
        var options = Public.Browser(width: width);
        options.ColorScheme = scheme;
        options.ReducedMotion = ReducedMotion.Reduce;
        var page = await chromium.Open(site, path, options);

        await page.HasNoBarrier();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_narrow_page_does_not_scroll_sideways(string path)
    {
        var page = await chromium.Open(site, path, Public.Browser(width: 390));

        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_with_reconstructed_text_says_so_first(string path)
    {
        using var client = new FormClient(site);

        using var response = await client.Get(path);

        var text = await FormClient.Text(response);
        Assert.InRange(
            text.IndexOf("rekonstruerad ur offentliga uppgifter", StringComparison.Ordinal),
            1,
            text.IndexOf("<h1", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_link_is_dead(string path)
    {
        using var client = new FormClient(site);
        using var page = await client.Get(path);
        var targets = LocalAddress().Matches(await FormClient.Text(page)).Select(match => match.Groups["path"].Value);

        foreach (var target in targets.Distinct())
        {
            using var response = await client.Get(target);
            Assert.True(response.IsSuccessStatusCode, target);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_place_on_a_page_is_named_twice_or_missing(string path)
    {
        using var client = new FormClient(site);
        using var page = await client.Get(path);
        var text = await FormClient.Text(page);
        var ids = Id().Matches(text).Select(match => match.Groups["id"].Value).ToList();

        Assert.Empty(ids.CountBy(id => id).Where(count => count.Value > 1).Select(count => count.Key));
        Assert.Empty(PlaceOnThePage().Matches(text).Select(match => match.Groups["id"].Value).Except(ids));
    }

    [GeneratedRegex("""(?:href|src)="(?<path>/[^"#?]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LocalAddress();

    [GeneratedRegex("""\sid="(?<id>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#(?<id>[^\"]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlaceOnThePage();
}
