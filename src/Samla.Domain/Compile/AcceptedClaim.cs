using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Domain.Compile;

/// <summary>
/// What an author last accepted of whom a chapter counts: where the 21 stood then. All of the chapter's claims that count them are
/// accepted as one, since they cannot differ in number or list.
/// </summary>
public sealed class AcceptedClaim
{
    public required Key<Round> RoundId { get; init; }

    /// <summary>The chapter.</summary>
    public required Key<Chapter> ChapterId { get; init; }

    /// <summary>Whom, as the author wrote it; see <see cref="Marker.AcceptedAs"/>. A code that is merged away keeps its name here.</summary>
    public required string Who { get; init; }

    public RegionSet Says { get; private set; }

    public RegionSet Silent { get; private set; }

    public RegionSet NotAsked { get; private set; }

    public RegionSet NotRead { get; private set; }

    /// <summary>Those of the claim that they are a part of; none where they are counted among all that were asked.</summary>
    public RegionSet Whole { get; private set; }

    /// <summary>Those whose answers could still change the number.</summary>
    public RegionSet Unread { get; private set; }

    /// <summary>The earlier year that it was compared with; null where it was not.</summary>
    public int? EarlierYear { get; private set; }

    /// <summary>Whether that year's number was read from print.</summary>
    public bool IsEarlierPrinted { get; private set; }

    public RegionSet EarlierSays { get; private set; }

    public RegionSet EarlierSilent { get; private set; }

    public RegionSet EarlierNotAsked { get; private set; }

    public DateTimeOffset AcceptedAt { get; private set; }

    /// <summary>An actor of the audit trail.</summary>
    public string AcceptedBy { get; private set; } = "";

    /// <summary>Where the 21 stood in the earlier year.</summary>
    public Standing Earlier =>
        new(EarlierSays, EarlierSilent, EarlierNotAsked, RegionSet.All - EarlierSays - EarlierSilent - EarlierNotAsked);

    /// <summary>Where the 21 stood.</summary>
    public Standing Standing => new(Says, Silent, NotAsked, NotRead);

    /// <summary>An author accepts how it is now.</summary>
    /// <param name="standing">Where the 21 stand.</param>
    /// <param name="whole">See <see cref="Whole"/>.</param>
    /// <param name="unread">See <see cref="Unread"/>.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who; see <see cref="AcceptedBy"/>.</param>
    public void Accept(Standing standing, RegionSet whole, RegionSet unread, DateTimeOffset at, string by)
    {
        (Says, Silent, NotAsked, NotRead) = (standing.Says, standing.Silent, standing.NotAsked, standing.NotRead);
        (Whole, Unread) = (whole, unread);
        (AcceptedAt, AcceptedBy) = (at, by);
    }

    /// <summary>What it is compared with, as it is accepted.</summary>
    /// <param name="earlier">Where the 21 stood; null where it is compared with nothing.</param>
    /// <param name="year">See <see cref="EarlierYear"/>.</param>
    /// <param name="isPrinted">See <see cref="IsEarlierPrinted"/>.</param>
    public void Compare(Standing? earlier, int? year, bool isPrinted)
    {
        (EarlierYear, IsEarlierPrinted) = (year, isPrinted);
        (EarlierSays, EarlierSilent, EarlierNotAsked) = (
            earlier?.Says ?? [],
            earlier?.Silent ?? [],
            earlier?.NotAsked ?? []
        );
    }
}
