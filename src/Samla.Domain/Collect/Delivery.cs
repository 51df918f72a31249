namespace Samla.Domain.Collect;

/// <summary>How a submitted version was handed over.</summary>
public enum DeliveryWay
{
    /// <summary>By a letter that the mail server took.</summary>
    Letter,

    /// <summary>By a letter that lies in the outbox: somebody must send it from there.</summary>
    Outbox,

    /// <summary>Outside Samla, in a way that the reporter tells.</summary>
    ByHand,

    /// <summary>By a letter that was begun and never known to be taken or refused: it may have come.</summary>
    Uncertain,

    /// <summary>By a letter that was not sent after all; nothing was handed over.</summary>
    NotSent,
}

/// <summary>A submitted version handed over to the round's recipient (överlämning), with proof of what was handed over.</summary>
public sealed class Delivery
{
    /// <summary>The most signs that somebody's own words about it may have.</summary>
    public const int MostSigns = 500;

    /// <summary>The most times that a submission can be handed over in a day and a night: nobody needs more, and nobody can send letters without end.</summary>
    public const int MostInADay = 10;

    public required Id<Delivery> Id { get; init; }

    public required Id<Submission> SubmissionId { get; init; }

    public required int Version { get; init; }

    /// <summary>As the round named the recipient then.</summary>
    public required string Recipient { get; init; }

    public required DeliveryWay Way { get; set; }

    /// <summary>The address that the letter went to; null where there was none.</summary>
    [Personal]
    public required string? Address { get; init; }

    /// <summary>The reporter's own words on how; null where a letter was sent.</summary>
    public required string? Words { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string FileHash { get; init; }

    /// <summary>In bytes.</summary>
    public required int FileSize { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who handed it over, as the audit trail names people.</summary>
    public required string By { get; init; }

    /// <summary>The day on which the recipient says to have it; null until it has said so.</summary>
    public DateOnly? AcknowledgedOn { get; set; }

    /// <summary>What the recipient calls the matter, such as its own record number; null until it has said so.</summary>
    public string? AcknowledgementReference { get; set; }

    /// <summary>Who noted it, as the audit trail names people; null until then.</summary>
    public string? AcknowledgedBy { get; set; }
}

/// <summary>The file that was handed over, byte for byte: what was on paper or in a letter can be laid beside it.</summary>
public sealed class DeliveredFile : IFrozen
{
    public required Id<Delivery> DeliveryId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>How far the handing over of a submission has come.</summary>
public enum DeliveryState
{
    /// <summary>The version that counts has not been handed over, nor has any before it.</summary>
    NotDelivered,

    /// <summary>An earlier version has been, the one that counts has not.</summary>
    EarlierVersion,

    /// <summary>It lies in the outbox.</summary>
    InOutbox,

    /// <summary>A letter was begun, and may have come.</summary>
    Uncertain,

    Delivered,

    /// <summary>The recipient has said that it is there.</summary>
    Acknowledged,
}

/// <summary>What a submission's deliveries amount to.</summary>
public static class DeliveryStates
{
    extension(DeliveryState)
    {
        /// <summary>The furthest that the version that counts has come.</summary>
        public static DeliveryState Of(IReadOnlyCollection<Delivery> deliveries, int currentVersion)
        {
            var made = deliveries.Where(delivery => delivery.Way != DeliveryWay.NotSent).ToList();
            var current = made.FindAll(delivery => delivery.Version == currentVersion);
            return current.Exists(delivery => delivery.AcknowledgedOn is not null) ? DeliveryState.Acknowledged
                : current.Exists(delivery => delivery.Way is DeliveryWay.Letter or DeliveryWay.ByHand)
                    ? DeliveryState.Delivered
                : current.Exists(delivery => delivery.Way == DeliveryWay.Uncertain) ? DeliveryState.Uncertain
                : current.Count > 0 ? DeliveryState.InOutbox
                : made.Count > 0 ? DeliveryState.EarlierVersion
                : DeliveryState.NotDelivered;
        }
    }
}
