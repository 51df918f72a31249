using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where the pages of double coding are.</summary>
internal static class DoubleCodingAddress
{
    public static string All(Key<Round> round) => $"/arbete/{round}/dubbelkodning";

    public static string Of(DoubleCoding coding) => $"{All(coding.RoundId)}/{coding.Id}";

    public static string Differences(DoubleCoding coding) => $"{Of(coding)}/skillnader";

    public static string Of(DoubleCoding coding, Id<Source> source) => $"{Of(coding)}/kalla/{source}";
}
