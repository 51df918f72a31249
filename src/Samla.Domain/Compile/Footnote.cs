namespace Samla.Domain.Compile;

/// <summary>What a note holds.</summary>
public enum FootnoteKind
{
    /// <summary>A list of regions.</summary>
    Regions,

    /// <summary>A list of county administrative boards.</summary>
    Agencies,

    /// <summary>A source, or a reference to another place in the report.</summary>
    Reference,

    /// <summary>A list of regions with a remark.</summary>
    Mixed,

    /// <summary>An explanation.</summary>
    Other,
}

/// <summary>A numbered note and the regions it lists.</summary>
/// <param name="Number">As printed, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text without the number, on one line.</param>
/// <param name="Regions">The regions of its list; empty where it holds none.</param>
public sealed record Footnote(int Number, FootnoteKind Kind, string Text, RegionSet Regions);

/// <summary>The kinds' names in the public JSON and CSV.</summary>
public static class FootnoteKinds
{
    extension(FootnoteKind kind)
    {
        public string Name =>
            kind switch
            {
                FootnoteKind.Regions => "regions",
                FootnoteKind.Agencies => "agencies",
                FootnoteKind.Reference => "reference",
                FootnoteKind.Mixed => "mixed",
                FootnoteKind.Other => "other",
            };
    }
}
