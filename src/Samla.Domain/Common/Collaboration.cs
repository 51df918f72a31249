namespace Samla.Domain;

/// <summary>A standing collaboration between regions, by which reports sometimes name a set of them.</summary>
/// <param name="Name">As reports write it.</param>
/// <param name="Members">The regions in it; for NUTS 2 areas the counties that make up the area (Eurostat's classification).</param>
public sealed record Collaboration(string Name, RegionSet Members)
{
    /// <summary>The collaborations whose members are public and complete.</summary>
    public static IReadOnlyList<Collaboration> All { get; } =
    [
        new("Regionsamverkan Sydsverige", Of("06", "07", "08", "10", "12", "13")),
        new("Norra Mellansverige", Of("17", "20", "21")),
        new("Småland och Öarna", Of("06", "07", "08", "09")),
        new("Skåne-Blekinge", Of("10", "12")),
        new("Mellersta Norrland", Of("22", "23")),
        new("Övre Norrland", Of("24", "25")),
        new("Östra Mellansverige", Of("03", "04", "05", "18", "19")),
        new("Västsverige", Of("13", "14")),
    ];

    private static RegionSet Of(params ReadOnlySpan<string> codes)
    {
        RegionSet members = [];
        foreach (var code in codes)
        {
            members |= [RegionCode.Parse(code, provider: null)];
        }

        return members;
    }
}
