using System.Globalization;
using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// A form that experts judge documents by (bedömningsmall): questions in groups, answered on a scale or in words. The same id in another
/// round is the same form at another time.
/// </summary>
public sealed class AssessmentForm
{
    public const int LongestTitle = 200;
    public const int LongestPurpose = 2_000;

    /// <summary>With fewer there is nobody to agree with.</summary>
    public const int FewestExperts = 2;

    private IReadOnlyList<AssessmentLevel>? _levels;
    private IReadOnlyList<AssessmentQuestion>? _questions;

    public required Key<Round> RoundId { get; init; }

    public required Key<AssessmentForm> Id { get; init; }

    public required string Title { get; set; }

    /// <summary>What is to be found out by it; empty where nobody has said.</summary>
    public required string Purpose { get; set; }

    /// <summary>Whether an expert can answer that a question does not apply to a document.</summary>
    public required bool AllowsNotApplicable { get; set; }

    /// <summary>Whether every step above the lowest has to be shown by words of the document.</summary>
    public required bool NeedsEvidence { get; set; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When documents were first handed out to be judged by it: from then on its questions are as they are. Null until then.</summary>
    public DateTimeOffset? HandedOutAt { get; set; }

    /// <summary>The scale as it is written; see <see cref="AssessmentFormText"/>.</summary>
    public required string LevelText
    {
        get;
        set => (field, _levels) = (value, null);
    }

    /// <summary>The questions as they are written; see <see cref="AssessmentFormText"/>.</summary>
    public required string QuestionText
    {
        get;
        set => (field, _questions) = (value, null);
    }

    /// <summary>The steps of the scale, the lowest first.</summary>
    public IReadOnlyList<AssessmentLevel> Levels =>
        _levels ??= [.. AssessmentFormText.ReadLevels(LevelText).Levels.OrderBy(level => level.Value)];

    /// <summary>In order.</summary>
    public IReadOnlyList<AssessmentQuestion> Questions =>
        _questions ??= AssessmentFormText.ReadQuestions(QuestionText).Questions;

    /// <summary>The questions under each heading, in order.</summary>
    public IEnumerable<IGrouping<(string Letter, string Title), AssessmentQuestion>> Groups =>
        Questions.GroupBy(question => (question.Letter, question.GroupTitle));

    public AssessmentQuestion? Find(Key<AssessmentQuestion> id) => Questions.FirstOrDefault(one => one.Id == id);

    /// <summary>Whether a question on its scale can be answered so.</summary>
    public bool Takes(Judgement judgement) =>
        judgement.Level is { } level ? Levels.Any(one => one.Value == level) : AllowsNotApplicable;

    /// <summary>A step in words: "2 Beskrivs"; that the question does not apply where there is none.</summary>
    public string LabelOf(Judgement judgement) =>
        judgement.Level is { } value
            ? $"{value.ToString(CultureInfo.InvariantCulture)} {Levels.FirstOrDefault(level => level.Value == value)?.Label}".TrimEnd()
            : "Gäller inte";
}

/// <summary>A step of a form's scale.</summary>
/// <param name="Value">From 0 to <see cref="Highest"/>; no two have the same.</param>
/// <param name="Description">When it is chosen; empty where the label is enough.</param>
public sealed record AssessmentLevel(int Value, string Label, string Description)
{
    public const int Highest = 9;
    public const int LongestLabel = 40;
    public const int LongestDescription = 300;
}

/// <summary>A question of a form.</summary>
/// <param name="Letter">That of the group it stands in: "A".</param>
/// <param name="GroupTitle">The group's heading.</param>
/// <param name="IsFree">Whether it is answered in words and on no scale.</param>
public sealed record AssessmentQuestion(
    Key<AssessmentQuestion> Id,
    string Letter,
    string GroupTitle,
    string Text,
    bool IsFree
)
{
    public const int LongestText = 500;
    public const int LongestGroup = 200;
}
