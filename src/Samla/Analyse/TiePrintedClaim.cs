using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>A person says which code a claim of a printed report is about, that none fits, or takes that back. Nothing is tied without one.</summary>
public sealed class TiePrintedClaim(SamlaDb db, TimeProvider clock)
{
    /// <summary>Ties it to a code.</summary>
    public Task<Outcome> Run(Id<PrintedClaim> claim, Key<Code> code, string actor, CancellationToken cancellation) =>
        Say(claim, code, isSaid: true, actor, cancellation);

    /// <summary>Says that no code of the round is about it.</summary>
    public Task<Outcome> SetAside(Id<PrintedClaim> claim, string actor, CancellationToken cancellation) =>
        Say(claim, null, isSaid: true, actor, cancellation);

    /// <summary>Makes it as if nobody had said anything of it.</summary>
    public Task<Outcome> Untie(Id<PrintedClaim> claim, string actor, CancellationToken cancellation) =>
        Say(claim, null, isSaid: false, actor, cancellation);

    private async Task<Outcome> Say(
        Id<PrintedClaim> id,
        Key<Code>? codeId,
        bool isSaid,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var claim = await db.PrintedClaims.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (claim is null)
        {
            return new Outcome.Refused("Påståendet finns inte längre: den tryckta rapporten är borttagen.");
        }

        var code = await db
            .Codes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.RoundId == claim.RoundId && one.Id == codeId, cancellation);
        if (codeId is not null && Problem(claim, code) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        if (claim.CodeId == codeId && claim.CodeVersion == code?.Version && claim.TiedAt is not null == isSaid)
        {
            return new Outcome.Said(claim);
        }

        var before = claim.CodeId;
        var now = clock.GetUtcNow();
        claim.CodeId = codeId;
        claim.CodeVersion = code?.Version;
        claim.TiedBy = isSaid ? actor : null;
        claim.TiedAt = isSaid ? now : null;
        await db.SaveStep(
            claim.RoundId,
            new Deed(actor, isSaid ? "printed.tie" : "printed.untie", WordsOf(claim, code)) { Code = codeId ?? before },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Said(claim);
    }

    private static string? Problem(PrintedClaim claim, Code? code) =>
        code is not { Kind: CodeKind.Leaf } ? "Koden finns inte. Välj en i listan."
        : code.MergedIntoId is not null ? $"Koden ”{code.Label}” är ihopslagen med en annan. Välj den i stället."
        : code.Subject != claim.Subject
            ? $"Koden ”{code.Label}” gäller andra än dem som påståendet räknar. Välj en annan."
        : null;

    private static string WordsOf(PrintedClaim claim, Code? code)
    {
        var which = $"påstående {claim.Number} i den tryckta rapporten om {claim.Year}";
        return code is not null ? $"knöt {which} till koden ”{code.Label}”"
            : claim.TiedAt is not null ? $"sade att ingen kod passar {which}"
            : $"löste {which}";
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Claim">As it is now.</param>
        public sealed record Said(PrintedClaim Claim) : Outcome;

        /// <param name="Message">Why nothing was done, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
