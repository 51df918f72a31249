using Microsoft.Playwright;

namespace Samla.Browser.Tests.Testing;

/// <summary>The pages that anybody may read. Their tests change nothing, and ask for nothing that other tests change.</summary>
internal static class Public
{
    public const string Report = "/rapport/2023";
    public const string Chapter = $"{Report}/kompetens";

    /// <summary>A chapter with the thread of "Majoriteten av regionerna har en bred grupp …" open.</summary>
    public const string Thread = $"{Chapter}?p=c180";

    public const string Regions = "/lan";
    public const string Gavleborg = "/lan/21";
    public const string RegionBrief = "/lan/08/i-korthet";
    public const string AreaBrief = $"{Chapter}/i-korthet";
    public const string Varmland = "/lan/17?svar=anslag-lst-rus";
    public const string Matrix = "/matris/2023?avsnitt=kompetens";
    public const string MatrixWords = $"{Matrix}&kod=kompetens-lansgrupp";
    public const string Together = "/matris/2023/samforekomst?avsnitt=rus&krav=rus-genomforande";
    public const string TogetherWords = $"{Together}&oppna=rus-reviderar.rus-unga-aldre";
    public const string Grants = "/medel";
    public const string Groups = "/matris/2023/grupper?avsnitt=integration";
    public const string GroupsWords = $"{Groups}&indelning=samverkan&oppna=integration-validering.sydostregionen";

    /// <summary>The kinds of pages, each with as much open as it can have, and no larger than it must be.</summary>
    public static string[] Kinds { get; } =
    [
        "/",
        Report,
        $"{Report}/utgava/1",
        "/rattelser",
        Thread,
        Regions,
        RegionBrief,
        AreaBrief,
        Varmland,
        "/matris/2023?avsnitt=integration&kod=integration-validering",
        TogetherWords,
        "/matris/2023/samforekomst?kod=integration-validering&valj=ja",
        GroupsWords,
        "/strategier",
        "/strategier?ar=2023",
        Grants,
        $"{Grants}?visa=utbetalt&fran=2018",
        $"{Grants}?visa=sokande&lan=25",
        $"{Grants}?visa=kon",
        $"{Grants}?visa=medfinansiering",
        $"{Grants}?karta=kompetens",
    ];

    /// <summary>The pages that show a round's text.</summary>
    public static string[] WithText { get; } =
    [
        "/",
        Report,
        Chapter,
        Thread,
        Regions,
        RegionBrief,
        AreaBrief,
        Gavleborg,
        Varmland,
        Matrix,
        MatrixWords,
        TogetherWords,
        GroupsWords,
    ];

    /// <summary>With and without script: what a page is for must work both ways.</summary>
    public static TheoryData<bool> WithAndWithoutScript { get; } = [true, false];

    public static BrowserNewContextOptions Browser(bool hasScript = true, int width = 1280) =>
        new()
        {
            JavaScriptEnabled = hasScript,
            ViewportSize = new() { Width = width, Height = 900 },
        };
}
