using System.Text.RegularExpressions;
using Samla.Browser.Tests.Testing;

namespace Samla.Browser.Tests.Shell;

/// <summary>What holds for every page that anybody may read.</summary>
public sealed partial class PublicPagesTests(Site site, Reader reader) : IClassFixture<Reader>
{
    public static TheoryData<string> Pages { get; } = [.. Public.WithText];

    public static TheoryData<string> Kinds { get; } = [.. Public.Kinds];

    public static TheoryData<string> Others { get; } = [.. Public.WithText.Except(Public.Kinds)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_has_no_barrier_and_does_not_scroll_sideways(string path)
    {
        var page = await reader.Open(path);

        await page.LooksRight();
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_narrow_page_does_not_scroll_sideways(string path)
    {
        var page = await reader.Open(path, width: Look.Narrow);

        Assert.Equal(Look.Narrow, await page.Width());
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
