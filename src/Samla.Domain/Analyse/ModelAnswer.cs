using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>What came of a question to a language model.</summary>
public enum ModelEnding
{
    /// <summary>It answered in the form that was asked for, though perhaps nothing that could be kept.</summary>
    Answered,

    /// <summary>Nobody could be reached, or the line broke.</summary>
    NoContact,

    /// <summary>No answer came in the time that is set.</summary>
    TimedOut,

    /// <summary>The server or the model would not answer.</summary>
    Refused,

    /// <summary>The answer was larger than is read.</summary>
    TooLong,

    /// <summary>The answer was not in the form that was asked for.</summary>
    NotUnderstood,

    /// <summary>The one who asked went away.</summary>
    Abandoned,
}

/// <summary>
/// A question to a language model about one answer or document, with all that was sent and what came back. It is kept however it ended:
/// what has been sent has left the house. What is suggested in it counts for nothing; see <see cref="SuggestionVerdict"/>.
/// </summary>
public sealed class ModelAnswer : IFrozen
{
    public required Id<ModelAnswer> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>The answer or document that was asked about.</summary>
    public required Id<Source> SourceId { get; init; }

    /// <summary>The question that was put to a document; null for an answer, which has its own requirement.</summary>
    public required Key<Requirement>? QuestionId { get; init; }

    /// <summary>Where it was sent: a host and, where it is not the usual one, a port.</summary>
    public required string Host { get; init; }

    /// <summary>The model's name, as the host calls it.</summary>
    public required string Model { get; init; }

    /// <summary>Which wording of the fixed part of the prompt it is.</summary>
    public required int PromptVersion { get; init; }

    /// <summary>What was sent: the fixed part, an empty line, and the data as JSON.</summary>
    public required string Prompt { get; init; }

    /// <summary>The answer as it came; empty where none did.</summary>
    public required string Answer { get; init; }

    public required ModelEnding Ending { get; init; }

    /// <summary>How many suggestions had one of the codes, and a quote that stood once in the text.</summary>
    public required int Kept { get; init; }

    /// <summary>How many had not.</summary>
    public required int ThrownAway { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What the model is called as one that suggests codes.</summary>
    public string Coder => CoderOf(Model);

    /// <summary>What a model is called as one that suggests codes.</summary>
    public static string CoderOf(string model) => $"Språkmodellen {model}";
}
