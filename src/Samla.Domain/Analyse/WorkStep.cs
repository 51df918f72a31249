using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>Something an analyst did to codes, codings, memos or readings: kept so that it can be undone, done again and read as history.</summary>
public sealed class WorkStep
{
    /// <summary>From 1, in the order that the steps were made, over all rounds.</summary>
    public required long Number { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, as the audit trail calls it, such as "code.merge".</summary>
    public required string Action { get; init; }

    /// <summary>What was done in Swedish, as it goes after a name: "slog ihop …".</summary>
    public required string Words { get; init; }

    /// <summary>The code that it was done to; null where it was no code.</summary>
    public required Key<Code>? CodeId { get; init; }

    /// <summary>The other code of a merge or a split; null for all else.</summary>
    public required Key<Code>? OtherCodeId { get; init; }

    /// <summary>The source it was done in; null where it reaches over several.</summary>
    public required Id<Source>? SourceId { get; init; }

    /// <summary>What was changed, as it was before and after, in JSON.</summary>
    public required string Changes { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>A number from the same series as <see cref="Number"/>, taken when the step was made, undone or done again: a page that has seen it has seen all.</summary>
    public required long Turn { get; set; }
}
