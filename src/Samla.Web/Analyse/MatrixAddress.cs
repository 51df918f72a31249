using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Web.Analyse;

/// <summary>Where a part of the matrix stands; what is open is in the address, so that it can be sent to somebody.</summary>
internal static class MatrixAddress
{
    public static string Of(Key<Round> round, Key<Code> section) => $"/matris/{round}?avsnitt={section}";

    /// <summary>With the words of everybody who says it open below the code.</summary>
    public static string Of(Key<Round> round, Key<Code> section, Key<Code> code) =>
        $"{Of(round, section)}&kod={code}#{code}";

    /// <summary>With a region's words open below the code.</summary>
    public static string Of(Key<Round> round, Key<Code> section, Key<Code> code, RegionCode region) =>
        $"{Of(round, section)}&kod={code}&lan={region}#{code}";
}
