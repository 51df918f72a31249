namespace Samla.Domain.Compile;

/// <summary>A claim that has changed.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is now; null where it is gone.</param>
public sealed record ClaimChange(ReportClaim? Before, ReportClaim? After)
{
    public string Label => (After ?? Before)!.Label;

    public string Code => (After ?? Before)!.Code;

    /// <summary>Those who say it now and did not.</summary>
    public RegionSet Came => Says(After) - Says(Before);

    /// <summary>Those who said it and do not now.</summary>
    public RegionSet Went => Says(Before) - Says(After);

    private static RegionSet Says(ReportClaim? claim) => claim?.Standing.Says ?? [];
}

/// <summary>A claim that says something else than what an author has accepted.</summary>
/// <param name="Section">The heading it stands under, such as "3.1.1".</param>
/// <param name="Change">What was accepted, and what is counted now.</param>
/// <param name="Accepted">Who accepted it, and when.</param>
/// <param name="Moved">Those who do not stand where they stood, also where the number is another because somebody is read now, or not.</param>
/// <param name="Seen">What is counted now, to be sent along by whoever accepts it: nobody accepts what they have not seen.</param>
public sealed record UnacceptedClaim(
    string Section,
    ClaimChange Change,
    AcceptedClaim Accepted,
    RegionSet Moved,
    string Seen
)
{
    /// <summary>Whether it is a number; else it is names in running text.</summary>
    public bool IsCounted => Change.After!.Id.Length > 0;

    /// <summary>Whether those who are counted are the same, and those of the earlier year that they are compared with are not.</summary>
    public bool IsOfEarlierYear =>
        Change.Before!.Standing == Change.After!.Standing && Change.Before.NoteText != Change.After.NoteText;

    public ReportAlarm Alarm =>
        new(
            Section,
            Change.Before!.Words == Change.After!.Words
                ? $"”{Change.Label}” {(IsOfEarlierYear ? "jämförs med andra" : "räknar andra")} än när det godtogs. Godta det eller se över kodningen."
                : $"”{Change.Label}” har ändrats från ”{Change.Before.Words}” till ”{Change.After.Words}” sedan det godtogs. Godta det eller se över kodningen.",
            IsBlocking: false
        );
}
