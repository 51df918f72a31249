using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>What has become of a message or a recommendation.</summary>
public enum MatterState
{
    /// <summary>Nothing that is known.</summary>
    Open,
    Partly,
    Done,
    Declined,
}

/// <summary>The states' words.</summary>
public static class MatterStates
{
    extension(MatterState state)
    {
        public string Swedish =>
            state switch
            {
                MatterState.Open => "Inget är känt",
                MatterState.Partly => "Delvis åtgärdat",
                MatterState.Done => "Åtgärdat",
                MatterState.Declined => "Blir inte av",
            };
    }
}

/// <summary>
/// What had become of a matter by a round: of what reporters ask of others (<see cref="CodeAspect.Message"/>) or the agency has recommended
/// (<see cref="CodeAspect.Recommendation"/>). The matter itself is a code, which lives on from round to round.
/// </summary>
public sealed class MatterAnswer
{
    /// <summary>The most signs of <see cref="Text"/>.</summary>
    public const int LongestText = 2_000;

    public required Key<Round> RoundId { get; init; }

    public required Key<Code> CodeId { get; init; }

    public required MatterState State { get; set; }

    /// <summary>What was done or answered, by whom and when; may be empty.</summary>
    public required string Text { get; set; }

    /// <summary>Counts the saves, so that nobody overwrites what they have not seen.</summary>
    public required int Revision { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>An actor of the audit trail.</summary>
    public required string SavedBy { get; set; }
}
