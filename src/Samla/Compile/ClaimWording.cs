using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>How a marker's number is worded: exactly, by those missing, or by the word that the author chose where it can stand for the number.</summary>
internal static class ClaimWording
{
    /// <summary>What is said, and the words for it.</summary>
    public static (Claim Claim, ClaimWriter.Written Words) Of(Marker.Count marker, CountedWho counted)
    {
        var claim = Vague(marker, counted) ?? Exact(marker, counted);
        return (
            claim,
            counted.Whole is { } whole
                ? ClaimWriter.WritePart(claim, whole)
                : ClaimWriter.Write(claim, counted.Standing.Asked, "")
        );
    }

    private static Claim Exact(Marker.Count marker, CountedWho counted)
    {
        var (says, asked) = (counted.Standing.Says, counted.Standing.Asked);
        // While somebody is unread nobody knows what "all" or "all but three" would be: only the number is true.
        var isNumber = marker.Word == QuantifierKind.Exact || counted.Whole is not null || !counted.Unread.IsEmpty;
        return !says.IsEmpty && isNumber
            ? new Claim(new Quantifier(QuantifierKind.Exact, says.Count), ClaimRole.Members, says, counted.Subject)
            : ClaimWriter.Exact(says, asked, counted.Subject);
    }

    /// <summary>The claim with the word that the author chose; null where none is chosen, or none can be while somebody is unread.</summary>
    private static Claim? Vague(Marker.Count marker, CountedWho counted) =>
        marker.Word is { } word && word != QuantifierKind.Exact && counted.Unread.IsEmpty
            ? counted.Whole is not null && !ClaimWriter.StandsForPart(word)
                ? null
                : ClaimWriter.Vague(counted.Standing.Says, counted.Standing.Asked, word, counted.Subject)
            : null;

    /// <summary>Whether the word that the author chose can stand for the number; so it can where none is chosen.</summary>
    public static bool Fits(Marker.Count marker, CountedWho counted) =>
        marker.Word is null or QuantifierKind.Exact || !counted.Unread.IsEmpty || Vague(marker, counted) is not null;
}
