using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>What a person said of a suggestion.</summary>
public enum Verdict
{
    /// <summary>The suggested code was given.</summary>
    Accepted,

    /// <summary>Another code was given in its place.</summary>
    Corrected,

    /// <summary>No code was given, and the suggestion is not shown again.</summary>
    Rejected,
}

/// <summary>A person's word on a code that was suggested for a passage. Nothing that was suggested counts without one.</summary>
public sealed class SuggestionVerdict : IUndoable
{
    /// <summary>What the coder is called that learns from the round's codings and those of rounds before.</summary>
    public const string Learner = "Kodförslag";

    public required Id<SuggestionVerdict> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required Id<Source> SourceId { get; init; }

    /// <summary>The code that was suggested.</summary>
    public required Key<Code> CodeId { get; init; }

    /// <summary>UTF-16 offset of the passage in the source's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 length of the passage.</summary>
    public required int Length { get; init; }

    /// <summary>Who suggested it: <see cref="Learner"/>, or a <see cref="ModelAnswer.Coder"/>.</summary>
    public string Suggester { get; init; } = Learner;

    /// <summary>From 0 to 1, as it was shown; 0 from a language model, which does not say how sure it is.</summary>
    public required double Confidence { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The code that was given; null where it was rejected.</summary>
    public required Key<Code>? GivenCodeId { get; init; }

    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }
}
