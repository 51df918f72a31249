namespace Samla.Domain.Analyse;

/// <summary>What an expert answers a question on a scale.</summary>
/// <param name="Level">The step; null where the question does not apply to the document.</param>
public sealed record Judgement(int? Level)
{
    public static Judgement NotApplicable { get; } = new((int?)null);
}

/// <summary>Where a question of a form stands for a document.</summary>
public abstract record AssessmentOutcome
{
    private AssessmentOutcome() { }

    /// <summary>Not all who are to judge the document have handed in.</summary>
    public sealed record Waiting : AssessmentOutcome;

    /// <summary>They judged otherwise, and nobody has settled it.</summary>
    public sealed record Differs : AssessmentOutcome;

    /// <summary>They judged alike, or it is settled.</summary>
    /// <param name="Judgement">What counts.</param>
    /// <param name="IsSettled">Whether they judged otherwise at first.</param>
    public sealed record Known(Judgement Judgement, bool IsSettled) : AssessmentOutcome;

    /// <summary>What counts; null while nothing does.</summary>
    public Judgement? Counted => (this as Known)?.Judgement;

    /// <param name="judgements">One for each expert who judges the document; null from one who has not handed in.</param>
    /// <param name="settled">What a difference was settled as; null where none is.</param>
    public static AssessmentOutcome Of(IReadOnlyCollection<Judgement?> judgements, Judgement? settled) =>
        judgements.Count < AssessmentForm.FewestExperts || judgements.Contains(null) ? new Waiting()
        : judgements.Distinct().Count() == 1 ? new Known(judgements.First()!, IsSettled: false)
        : settled is not null ? new Known(settled, IsSettled: true)
        : new Differs();
}
