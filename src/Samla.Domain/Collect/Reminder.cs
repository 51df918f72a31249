namespace Samla.Domain.Collect;

/// <summary>That the agency wrote to some of a round's reporters, to remind them to hand in.</summary>
public sealed class Reminder
{
    /// <summary>Chosen when the form is shown, so that the same form sent twice is one reminder.</summary>
    public required Id<Reminder> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>As it was written, with its places not yet filled in.</summary>
    public required string Text { get; init; }

    /// <summary>Who sent it, as the audit trail names the person.</summary>
    public required string SentBy { get; init; }

    /// <summary>When the first letter was to go.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When all letters had been tried; null before that, and for good where the program was stopped meanwhile.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Those who were chosen.</summary>
    public List<RemindedReporter> Reporters { get; init; } = [];
}

/// <summary>What came of a reminder for one reporter. Who its people were is not kept: they are looked up when letters are sent.</summary>
public sealed class RemindedReporter
{
    public required Id<Reminder> ReminderId { get; init; }

    public required Key<Reporter> ReporterId { get; init; }

    /// <summary>How many the letter was for; 0 where nobody there could sign in.</summary>
    public required int Recipients { get; init; }

    /// <summary>How many letters the mail server took.</summary>
    public int Sent { get; set; }

    /// <summary>How many letters were laid in the outbox.</summary>
    public int Kept { get; set; }

    /// <summary>How many letters the mail server may have taken, but did not say so.</summary>
    public int Uncertain { get; set; }

    /// <summary>How many letters could not be sent.</summary>
    public int Failed { get; set; }

    /// <summary>Why a letter was not sent, or is uncertain, in Swedish; null where all went.</summary>
    public string? Trouble { get; set; }

    /// <summary>How many letters nobody knows of: they are still to go, or the program was stopped before they went.</summary>
    public int Unanswered => Recipients - Sent - Kept - Uncertain - Failed;

    /// <summary>Whether a letter has gone to somebody there, as far as anybody knows.</summary>
    public bool IsReached => Sent + Kept + Uncertain > 0;
}
