using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>That an expert is to judge a document by a form, without seeing what others answer (bedömning).</summary>
public sealed class Assessment
{
    public required Id<Assessment> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required Key<AssessmentForm> FormId { get; init; }

    /// <summary>The text of the document's version that is judged.</summary>
    public required Id<Source> SourceId { get; init; }

    /// <summary>As the audit trail names people.</summary>
    public required string Expert { get; init; }

    public required string HandedOutBy { get; init; }

    public required DateTimeOffset HandedOutAt { get; init; }

    /// <summary>When the expert was done with the document; the answers then change no more. Null until then.</summary>
    public DateTimeOffset? HandedInAt { get; set; }

    /// <summary>When the expert was relieved of it before handing in; what was answered stays and never counts. Null where they were not.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Goes up each time the expert saves.</summary>
    public int Revision { get; set; }

    /// <summary>Whether the expert can still answer.</summary>
    public bool IsOpen => HandedInAt is null && LeftAt is null;
}

/// <summary>An expert's answer to a question.</summary>
public sealed class AssessmentAnswer
{
    /// <summary>The most signs of a free answer, and of the words beside a step of the scale.</summary>
    public const int LongestText = 4_000;

    public required Id<Assessment> AssessmentId { get; init; }

    public required Key<AssessmentQuestion> QuestionId { get; init; }

    /// <summary>The chosen step; null where it does not apply, and for a free answer.</summary>
    public required int? Level { get; set; }

    /// <summary>Whether the expert has answered that it does not apply.</summary>
    public required bool IsNotApplicable { get; set; }

    /// <summary>The free answer, or what the expert remarks; may be empty.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset AnsweredAt { get; set; }

    /// <summary>The answer on the scale; null where there is none yet, and for a free question.</summary>
    public Judgement? Judgement =>
        IsNotApplicable ? Judgement.NotApplicable
        : Level is { } level ? new Judgement(level)
        : null;
}

/// <summary>Words of the document that an expert rests an answer on.</summary>
public sealed class AssessmentEvidence
{
    public required Id<AssessmentEvidence> Id { get; init; }

    public required Id<Assessment> AssessmentId { get; init; }

    public required Key<AssessmentQuestion> QuestionId { get; init; }

    /// <summary>UTF-16 offset of the words in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 length of the words, at least 1.</summary>
    public required int Length { get; init; }

    /// <summary>The words as they stand.</summary>
    public required string Quote { get; init; }
}

/// <summary>How a difference between experts was settled.</summary>
public sealed class AssessmentSettlement
{
    public const int LongestReason = Settlement.LongestReason;

    public required Key<Round> RoundId { get; init; }

    public required Key<AssessmentForm> FormId { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required Key<AssessmentQuestion> QuestionId { get; init; }

    /// <summary>The step; null where the question does not apply.</summary>
    public required int? Level { get; set; }

    /// <summary>Why, in words that somebody can check.</summary>
    public required string Reason { get; set; }

    public required SettledBy By { get; set; }

    /// <summary>Who wrote it down.</summary>
    public required string Actor { get; set; }

    public required DateTimeOffset SettledAt { get; set; }

    public Judgement Judgement => new(Level);
}
