namespace Samla.Domain.Analyse;

/// <summary>How well experts agree who judged the same documents by the same questions.</summary>
/// <remarks>
/// Whether a question applies is no step of the scale: the percentage counts it as an answer of its own, the other measures leave such
/// a judgement out. Steps next to each other are a smaller difference than the ends of the scale (<see cref="ScaleWeights.Linear"/>).
/// </remarks>
/// <param name="Units">How many pairs of document and question at least two have judged.</param>
/// <param name="Percent">The same answer, without regard to chance.</param>
/// <param name="Kappa">Cohen's, weighted; for two experts.</param>
/// <param name="Ac2">Gwet's, weighted; for any number.</param>
public sealed record AssessmentAgreement(int Units, Coefficient Percent, Coefficient Kappa, Coefficient Ac2)
{
    /// <param name="levels">The values of the scale's steps, the lowest first.</param>
    /// <param name="experts">How many there are in all.</param>
    /// <param name="units">For each document and question what each expert answered, always in the same order; null from one who has not.</param>
    public static AssessmentAgreement Of(
        IReadOnlyList<int> levels,
        int experts,
        IReadOnlyCollection<IReadOnlyList<Judgement?>> units
    )
    {
        var places = levels.Index().ToDictionary(level => level.Item, level => level.Index);
        var answers = Ratings.Of(
            levels.Count + 1,
            experts,
            units.Select(unit => (IReadOnlyList<int?>)[.. unit.Select(one => Place(one, levels.Count))])
        );
        var steps = Ratings.Of(
            levels.Count,
            experts,
            units
                .Select(unit => (IReadOnlyList<int?>)[.. unit.Select(one => Place(one, null))])
                // A lone judgement says nothing of agreement, and would still change what AC2 takes chance to be.
                .Where(unit => unit.Count(place => place is not null) > 1)
        );
        return new AssessmentAgreement(
            answers.CountsBy(2).Count,
            PercentAgreement.Of(answers),
            CohensKappa.Of(steps, ScaleWeights.Linear),
            GwetsAc.Of(steps, ScaleWeights.Linear)
        );

        int? Place(Judgement? judgement, int? notApplicable) =>
            judgement is null ? null
            : judgement.Level is { } level ? places[level]
            : notApplicable;
    }
}
