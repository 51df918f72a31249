using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>How a page is looked at: each colour scheme once and each width once, since what a scheme breaks (contrast) and what a width breaks (room) do not meet.</summary>
internal static class Look
{
    public static (ColorScheme Scheme, int Width)[] All { get; } = [(ColorScheme.Light, 1280), (ColorScheme.Dark, 390)];
}
