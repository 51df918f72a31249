namespace Samla.Domain.Collect;

/// <summary>What has become of a letter.</summary>
public enum LetterState
{
    /// <summary>It is to go, or the program was stopped before anybody knew.</summary>
    Begun,

    Sent,

    /// <summary>Laid in the outbox.</summary>
    Kept,

    /// <summary>The mail server may have taken it, but did not say so.</summary>
    Uncertain,

    NotSent,
}
