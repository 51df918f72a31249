using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>
/// Takes the codebook of the round before into a round: what is in use there and missing here, with the same ids, words and order. All
/// of it is one step, which can be undone.
/// </summary>
public sealed class CarryCodebook(SamlaDb db, TimeProvider clock)
{
    /// <param name="Added">Groups and codes as they would stand in the round, in order.</param>
    /// <param name="Left">The codes that cannot follow, in the order of the earlier codebook.</param>
    /// <param name="AlreadyThere">How many of the earlier codes the round has already; they stay as they are.</param>
    public sealed record Plan(
        Round Round,
        Round Earlier,
        IReadOnlyList<Carried> Added,
        IReadOnlyList<LeftBehind> Left,
        int AlreadyThere
    )
    {
        /// <summary>The codes among what is added.</summary>
        public IReadOnlyList<Carried> Codes => [.. Added.Where(one => one.Code.Kind == CodeKind.Leaf)];

        /// <summary>Those that get another version, so that no one takes their numbers for answers to the same question.</summary>
        public IReadOnlyList<Carried> Raised => [.. Codes.Where(one => one.Code.Version != one.EarlierVersion)];
    }

    /// <param name="Code">As it would stand in the round.</param>
    /// <param name="Kind">How its question answers to the earlier one.</param>
    /// <param name="Note">What differs between the questions; empty where nobody has said.</param>
    public sealed record Carried(Code Code, int EarlierVersion, MappingKind Kind, string Note);

    /// <param name="Code">As it stands in the earlier round.</param>
    /// <param name="Why">A Swedish sentence.</param>
    public sealed record LeftBehind(Code Code, string Why);

    /// <summary>What would be done; nothing is changed. Null where there is no such round, or none before it.</summary>
    public async Task<Plan?> Peek(Key<Round> round, CancellationToken cancellation) =>
        await PlanOf(
            round,
            await db.Codes.AsNoTracking().Where(code => code.RoundId == round).ToListAsync(cancellation),
            cancellation
        );

    public async Task<Outcome> Run(Key<Round> round, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var codebook = await Codebook.Read(db, round, cancellation);
        if (await PlanOf(round, codebook.Codes, cancellation) is not { } plan)
        {
            return new Outcome.Refused("Omgången har ingen föregående omgång att ta koder från.");
        }

        if (plan.Codes.Count == 0)
        {
            return new Outcome.Refused($"Det finns inget att ta över från {plan.Earlier.Title}.");
        }

        foreach (var (code, _, _, _) in plan.Added)
        {
            db.Codes.Add(code);
            codebook.Add(code);
        }

        codebook.PutBack([]);
        await db.SaveStep(
            round,
            new Deed(
                actor,
                "code.carry",
                $"tog över kodschemat från omgång {plan.Earlier.Id} (koder: {SwedishFigures.Of(plan.Codes.Count)})"
            ),
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Done(plan);
    }

    private async Task<Plan?> PlanOf(Key<Round> id, IReadOnlyList<Code> own, CancellationToken cancellation)
    {
        var rounds = await (
            from now in db.Rounds.AsNoTracking()
            join before in db.Rounds.AsNoTracking() on now.PreviousRoundId equals before.Id
            where now.Id == id
            select new { now, before }
        ).SingleOrDefaultAsync(cancellation);
        if (rounds is null)
        {
            return null;
        }

        var (round, earlier) = (rounds.now, rounds.before);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == earlier.Id)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var asked = await db
            .Requirements.AsNoTracking()
            .Where(requirement => requirement.TemplateId == round.TemplateId)
            .ToDictionaryAsync(requirement => requirement.Id, cancellation);
        var mappings = await db
            .RequirementMappings.AsNoTracking()
            .Where(mapping => mapping.TemplateId == round.TemplateId && mapping.EarlierTemplateId == earlier.TemplateId)
            .OrderBy(mapping => mapping.Order)
            .ToListAsync(cancellation);
        var (added, left, there) = new CodebookCarrying(round, earlier, own, codes, asked, mappings).Carry();
        return new Plan(round, earlier, added, left, there);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Done(Plan Plan) : Outcome;

        /// <param name="Message">Why nothing was done, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
