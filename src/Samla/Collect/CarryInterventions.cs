using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>
/// A reporter takes interventions of the round before along into its register, and says what became of the outcomes that were
/// expected. All else is as it was, and can be changed afterwards.
/// </summary>
public sealed class CarryInterventions(SamlaDb db, Taxonomy taxonomy, FindPredecessors findPredecessors)
{
    /// <summary>What became of an outcome, and how that is known.</summary>
    public sealed record FollowedUp(OutcomeState State, Evidence Evidence);

    /// <param name="Earlier">Which.</param>
    /// <param name="Outcomes">By the outcome's place; those that are not there stay as they were.</param>
    public sealed record Pick(Key<Intervention> Earlier, IReadOnlyDictionary<int, FollowedUp> Outcomes);

    /// <param name="round">The round whose register they come into.</param>
    /// <param name="reporter">Whose register.</param>
    /// <param name="picks">Those to take along; one that is there already is left as it is.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        IReadOnlyList<Pick> picks,
        string actor,
        CancellationToken cancellation
    )
    {
        // Alone, so that nobody takes the same ones along, or the same ids, in between.
        await using var transaction = await db.BeginAlone(cancellation);
        var register = await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation);
        if (register?.Round.PreviousRoundId is not { } before)
        {
            return new Outcome.Refused("Det finns ingen tidigare omgång att hämta insatser från.");
        }

        if (!register.Round.IsOpen)
        {
            return new Outcome.Refused(InterventionRegister.Closed);
        }

        var earlier = (await db.Carryable(before, reporter, cancellation)).ToDictionary(one => one.Id);
        var there = (
            await db
                .Interventions.Whole.Where(one => one.RoundId == round && one.CarriedFromId != null)
                .ToListAsync(cancellation)
        ).FindAll(one => one.IsInRegister());
        var ids = new InterventionIds(await db.Interventions.Select(one => one.Id).ToListAsync(cancellation));
        var requirements = Successors(await findPredecessors.Run(round, reporter, cancellation));
        var carried = 0;
        foreach (var pick in picks.DistinctBy(pick => pick.Earlier))
        {
            if (!earlier.TryGetValue(pick.Earlier, out var one))
            {
                return new Outcome.Refused("En av insatserna finns inte längre. Ladda om sidan och välj igen.");
            }

            var known = there.Find(copy => copy.CarriedFromId == one.Id);
            if (known?.IsIn(reporter) != true)
            {
                var carriedId = Carry(one, known, register, ids, requirements, pick);
                await db.Save(
                    new Change(actor, "intervention.carry", InterventionQueries.SubjectOf(round, carriedId)),
                    cancellation
                );
                carried++;
            }
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Carried(carried);
    }

    /// <summary>Makes one that is not in the register be there.</summary>
    private Key<Intervention> Carry(
        Intervention earlier,
        Intervention? known,
        InterventionRegister register,
        InterventionIds ids,
        ILookup<Key<Requirement>, Key<Requirement>> requirements,
        Pick pick
    )
    {
        if (known is null)
        {
            return db.Interventions.Add(Copy(earlier, register, ids, requirements, pick)).Entity.Id;
        }

        // It was taken along by another that carries it out, and this reporter took it out of its own register again.
        known.BeginChange();
        Enter(known, register, earlier, requirements);
        return known.Id;
    }

    private static Intervention Copy(
        Intervention earlier,
        InterventionRegister register,
        InterventionIds ids,
        ILookup<Key<Requirement>, Key<Requirement>> requirements,
        Pick pick
    )
    {
        var copy = new Intervention
        {
            Id = ids.For(earlier.Name),
            RoundId = register.Round.Id,
            Origin = earlier.Origin,
            CarriedFromId = earlier.Id,
            Name = earlier.Name,
            HasProperName = earlier.HasProperName,
            Type = earlier.Type,
            Summary = earlier.Summary,
        };
        copy.Take(earlier);
        foreach (var outcome in copy.Outcomes)
        {
            if (pick.Outcomes.TryGetValue(outcome.Order, out var followed))
            {
                (outcome.State, outcome.Evidence) = (followed.State, followed.Evidence);
            }
        }

        // What several carry out is one intervention from the start, as it was the year before.
        copy.Reporters.AddRange(
            earlier
                .Reporters.Where(one => one.RemovedAt is null && one.ReporterId != register.Reporter.Id)
                .Select(one => new InterventionReporter { InterventionId = copy.Id, ReporterId = one.ReporterId })
        );
        Enter(copy, register, earlier, requirements);
        return copy;
    }

    /// <summary>Puts it into the reporter's register, referred to from where it was referred to before.</summary>
    private static void Enter(
        Intervention now,
        InterventionRegister register,
        Intervention earlier,
        ILookup<Key<Requirement>, Key<Requirement>> requirements
    )
    {
        if (now.Reporters.Find(one => one.ReporterId == register.Reporter.Id) is { } there)
        {
            there.RemovedAt = null;
        }
        else
        {
            now.Reporters.Add(new() { InterventionId = now.Id, ReporterId = register.Reporter.Id });
        }

        now.References.AddRange(
            earlier
                .RequirementsOf(register.Reporter.Id)
                .SelectMany(requirement => requirements[requirement])
                .Distinct()
                .Except(now.RequirementsOf(register.Reporter.Id))
                .Select(requirement => new InterventionReference
                {
                    InterventionId = now.Id,
                    ReporterId = register.Reporter.Id,
                    RequirementId = requirement,
                })
                .ToList()
        );
    }

    /// <summary>Which requirement now asks for what one of the round before did; none where a person must choose.</summary>
    private static ILookup<Key<Requirement>, Key<Requirement>> Successors(FindPredecessors.Result? predecessors) =>
        (
            from one in predecessors?.OfRequirement ?? new Dictionary<Key<Requirement>, FindPredecessors.Predecessors>()
            from earlier in one.Value.Earlier
            where earlier.Kind is MappingKind.Same or MappingKind.Partly or MappingKind.Merged
            select (Earlier: earlier.Requirement.Id, Now: one.Key)
        ).ToLookup(pair => pair.Earlier, pair => pair.Now);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Number">How many came into the register.</param>
        public sealed record Carried(int Number) : Outcome;

        /// <param name="Message">Why, and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}

/// <summary>What can be taken along.</summary>
internal static class CarryableInterventions
{
    extension(SamlaDb db)
    {
        /// <summary>A reporter's interventions in an earlier round, as they were handed in.</summary>
        public async Task<List<Intervention>> Carryable(
            Key<Round> earlier,
            Key<Reporter> reporter,
            CancellationToken cancellation
        ) =>
            [
                .. (
                    await db
                        .Interventions.AsNoTracking()
                        .Whole.Where(one =>
                            one.RoundId == earlier && one.Reporters.Any(whose => whose.ReporterId == reporter)
                        )
                        .ToListAsync(cancellation)
                )
                    .Select(one => one.AsSubmitted())
                    .OfType<Intervention>()
                    .Where(one => one.IsIn(reporter)),
            ];
    }
}
