namespace Samla.Web.Access;

/// <summary>What a browser says it is, in words by which its owner knows it again.</summary>
internal static class Device
{
    // The first that is found counts: Edge and Opera also call themselves Chrome, and Chrome also Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as "Firefox på Windows".</summary>
    public static string Of(string userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "Okänd webbläsare";
        return Find(Systems, userAgent) is { } system ? $"{browser} på {system}" : browser;
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
