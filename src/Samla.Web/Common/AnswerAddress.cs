using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Common;

/// <summary>Where a whole answer can be read by anybody.</summary>
internal static class AnswerAddress
{
    /// <summary>The answer on the region's page, open, with the words of a code marked.</summary>
    public static string Of(RegionCode region, Key<Requirement> requirement, string code) =>
        $"/lan/{region}?svar={requirement}&kod={code}#svar-{requirement}";
}
