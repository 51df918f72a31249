using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Web.Compile;

/// <summary>Where a report's plan is found.</summary>
internal static class PlanAddress
{
    public static string Of(Key<Round> round) => $"/arbete/{round}/upplagg";

    /// <summary>Where a chapter is added.</summary>
    public static string New(Key<Round> round) => $"{Of(round)}/nytt";

    /// <summary>Where is said what a chapter rests on.</summary>
    public static string Of(Key<Round> round, Key<Chapter> chapter) => $"{Of(round)}/{chapter}";
}
