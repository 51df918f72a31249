using System.Globalization;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Reference;

namespace Samla.Analyse.Assessments;

/// <summary>A form as people write it; see <see cref="AssessmentFormText"/>.</summary>
/// <param name="Levels">The scale.</param>
/// <param name="Questions">The groups and their questions.</param>
public sealed record FormWords(
    string Title,
    string Purpose,
    string Levels,
    string Questions,
    bool AllowsNotApplicable,
    bool NeedsEvidence
)
{
    public static FormWords Of(AssessmentForm form) =>
        new(form.Title, form.Purpose, form.LevelText, form.QuestionText, form.AllowsNotApplicable, form.NeedsEvidence);

    /// <summary>The form that comes with the program.</summary>
    public static FormWords Of(AssessmentFormFile file) =>
        new(
            file.Title,
            file.Purpose,
            string.Concat(
                file.Scale.Levels.Select(level =>
                    string.Create(CultureInfo.InvariantCulture, $"{level.Value} {level.Label}: {level.Description}\n")
                )
            ),
            string.Join(
                '\n',
                file.Groups.Select(group =>
                    $"{group.Letter}. {group.Title}\n{string.Concat(group.Questions.Select(one => $"{one.Id}. {one.Text}\n"))}"
                )
            ),
            file.Scale.NotApplicable,
            file.Scale.RequiresQuote
        );
}

/// <summary>What became of a change to assessments.</summary>
public abstract record AssessmentResult
{
    private AssessmentResult() { }

    /// <param name="Form">The form that was added; null where none was.</param>
    public sealed record Done(Key<AssessmentForm>? Form = null) : AssessmentResult;

    /// <param name="Messages">Why nothing was changed, in Swedish: at least one.</param>
    public sealed record Refused(IReadOnlyList<string> Messages) : AssessmentResult
    {
        public Refused(string message)
            : this([message]) { }
    }
}
