using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Analyse.Crossing;

/// <summary>Who says what in different parts of the country, or where the regions differ otherwise: a row for each code, a column for each value.</summary>
public sealed class ViewCodesByTrait(ChooseCodes chooseCodes, RegionTraits traits)
{
    /// <param name="Columns">The whole country, then the values of the trait.</param>
    public sealed record Result(ChooseCodes.Result Chosen, RegionTrait Trait, IReadOnlyList<RegionTrait.Value> Columns);

    /// <summary>The column of all 21, to compare the others with.</summary>
    public static RegionTrait.Value Country { get; } = new("alla", "Hela landet", RegionSet.All);

    /// <summary>Null where there is no such round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="choice">The codes.</param>
    /// <param name="trait">The trait's id; the first where there is none such.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result?> Run(Key<Round> round, CodeChoice choice, string? trait, CancellationToken cancellation)
    {
        var by = traits.Find(trait);
        return await chooseCodes.Run(round, choice, cancellation) is { } chosen
            ? new Result(chosen, by, [Country, .. by.Values])
            : null;
    }
}
