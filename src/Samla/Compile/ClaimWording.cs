using Samla.Domain;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>How a marker's number is worded: exactly, by those missing, or by the words that the author chose where they can stand for the number.</summary>
internal static class ClaimWording
{
    /// <summary>What is said, and the words for it.</summary>
    public static (Claim Claim, ClaimWriter.Written Words) Of(Marker.Count marker, CountedWho counted)
    {
        if (Own(marker, counted) is { } own)
        {
            return (
                own,
                ClaimWriter.Write(own, counted.Standing.Asked, "") with
                {
                    BeforeMark = SwedishText.Capitalized(marker.Own!),
                }
            );
        }

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
        var isNumber =
            marker.Word == QuantifierKind.Exact
            || counted.Whole is not null
            || !counted.Unread.IsEmpty
            || IsOfSomeDocuments(counted);
        return !says.IsEmpty && isNumber
            ? new Claim(new Quantifier(QuantifierKind.Exact, says.Count), ClaimRole.Members, says, counted.Subject)
            : ClaimWriter.Exact(says, asked, counted.Subject);
    }

    /// <summary>Of documents "all" would be taken for all regions, also those of which there is none here.</summary>
    private static bool IsOfSomeDocuments(CountedWho counted) =>
        !counted.Standing.NotAsked.IsEmpty && counted.Rows.Any(row => row.Code.IsAboutDocuments);

    /// <summary>The claim with the word that the author chose; null where none is chosen, or none can be while somebody is unread.</summary>
    private static Claim? Vague(Marker.Count marker, CountedWho counted) =>
        marker.Word is { } word && word != QuantifierKind.Exact && counted.Unread.IsEmpty
            ? counted.Whole is not null && !ClaimWriter.StandsForPart(word)
                ? null
                : ClaimWriter.Vague(counted.Standing.Says, counted.Standing.Asked, word, counted.Subject)
            : null;

    /// <summary>The claim in the author's own words; null where there are none, or they say something else.</summary>
    private static Claim? Own(Marker.Count marker, CountedWho counted)
    {
        var (says, asked) = (counted.Standing.Says, counted.Standing.Asked);
        return
            counted.Whole is null
            && Read(marker.Own ?? "", counted) is { } quantifier
            && (counted.Unread.IsEmpty || quantifier.Kind == QuantifierKind.Exact)
            && quantifier.CanStandFor(says.Count, asked.Count)
            ? new Claim(
                quantifier,
                quantifier.Kind == QuantifierKind.AllButN ? ClaimRole.Exceptions : ClaimRole.Members,
                says,
                counted.Subject
            )
            : null;
    }

    private static Quantifier? Read(string own, CountedWho counted) =>
        ClaimGrammar.ReadAlone(own, counted.Subject, counted.Standing.Asked.Count);

    /// <summary>Why the words that the author chose are not written, as a sentence; null where they are, or where others follow from who is unread.</summary>
    public static string? WhyNot(Marker.Count marker, CountedWho counted)
    {
        var of = $"{counted.Standing.Says.Count} av {counted.Standing.Asked.Count}";
        if (marker.Own is { } own)
        {
            return Own(marker, counted) is not null ? null
                : counted.Whole is not null ? "en del av ett annat påstående kan inte skrivas med egna ord."
                : Read(own, counted) is null
                    ? $"”{own}” går inte att läsa som ett antal {(counted.Subject == ClaimSubject.Agencies ? "länsstyrelser" : "regioner")}."
                : $"”{own}” kan inte stå för {of}.";
        }

        return
            marker.Word is null or QuantifierKind.Exact || !counted.Unread.IsEmpty || Vague(marker, counted) is not null
            ? null
            : $"det valda ordet kan inte stå för {of}.";
    }
}
