using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Publish;

/// <summary>Where briefs are.</summary>
internal static class BriefAddress
{
    public static string Of(RegionCode region) => $"/lan/{region}/i-korthet";

    public static string Of(Key<Round> round, string chapter) => $"/rapport/{round}/{chapter}/i-korthet";

    /// <summary>How many there are in all, where not all of a list have a place on two pages; null where all have.</summary>
    public static string? Rest(int all, int shown) => all > shown ? $"Och {Numeral.Write(all - shown)} till." : null;
}
