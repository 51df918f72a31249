using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter's interventions of the round before, to take along into this one's register.</summary>
public sealed class ListEarlierInterventions(SamlaDb db, Taxonomy taxonomy)
{
    /// <param name="Earlier">As it was handed in.</param>
    /// <param name="Carried">What has become of it in this round's register; null where it has not been taken along.</param>
    public sealed record Candidate(Intervention Earlier, Key<Intervention>? Carried)
    {
        /// <summary>The outcomes that were expected: what became of them is asked.</summary>
        public IReadOnlyList<Outcome> Expected =>
            [
                .. Earlier
                    .Outcomes.Where(outcome => outcome.State == OutcomeState.Expected)
                    .OrderBy(outcome => outcome.Order),
            ];
    }

    /// <param name="Candidates">Those that have not been taken along before the others, each by name in Swedish order.</param>
    public sealed record Result(InterventionRegister Register, Round Earlier, IReadOnlyList<Candidate> Candidates);

    /// <summary>Null where the reporter takes no part in the round, or there is no round before.</summary>
    public async Task<Result?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation)
    {
        var register = await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation);
        if (register?.Round.PreviousRoundId is not { } before)
        {
            return null;
        }

        var earlier = await db.Rounds.AsNoTracking().SingleAsync(one => one.Id == before, cancellation);
        var candidates = await db.Carryable(before, reporter, cancellation);
        var carried = await db
            .Interventions.AsNoTracking()
            .InRegister(round, reporter)
            .Where(one => one.CarriedFromId != null)
            .Select(one => new { From = one.CarriedFromId!, one.Id })
            .ToListAsync(cancellation);
        var found = carried.DistinctBy(one => one.From).ToDictionary(one => one.From, one => one.Id);
        return new Result(
            register,
            earlier,
            [
                .. candidates
                    .Select(one => new Candidate(one, found.GetValueOrDefault(one.Id)))
                    .OrderBy(one => one.Carried is not null)
                    .ThenBy(one => one.Earlier.Name, SwedishText.Order),
            ]
        );
    }
}
