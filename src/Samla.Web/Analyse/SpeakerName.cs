using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>What a reporter is called beside its words.</summary>
internal static class SpeakerName
{
    /// <summary>A region's short name; else the reporter's own.</summary>
    public static string Of(Reporter reporter) =>
        reporter is { Kind: ReporterKind.Region, County: { } county } ? Regions.Of(county).Name : reporter.Name;
}
