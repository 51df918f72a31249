using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>An author accepts what a chapter's claims say now, after a change behind them.</summary>
public sealed class AcceptClaims(SamlaDb db, RegionGroups groups, GrantTerms grants, TimeProvider clock)
{
    /// <param name="Who">Whom the claims count; see <see cref="AcceptedClaim.Who"/>.</param>
    /// <param name="What">What the author has seen; see <see cref="UnacceptedClaim.Seen"/>.</param>
    public readonly record struct Seen(string Who, string What);

    /// <summary>Accepts all of them, or none where one has changed since it was shown.</summary>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        IReadOnlyCollection<Seen> claims,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var accepted = await db
            .AcceptedClaims.Where(claim => claim.RoundId == round && claim.ChapterId == chapterId)
            .ToDictionaryAsync(claim => claim.Who, StringComparer.Ordinal, cancellation);
        List<Marker> markers = [.. claims.Select(claim => Marker.Read(claim.Who))];
        if (claims.Count == 0 || await ReportBasis.Read(db, round, markers, cancellation) is not { } basis)
        {
            return new Outcome.Refused("Det finns inget att godta.");
        }

        var now = new List<(AcceptedClaim Claim, CountedWho Counted)>();
        foreach (var ((who, seen), marker) in claims.Zip(markers))
        {
            if (marker is Marker.Amount(var asked))
            {
                if (await AcceptAmount(round, chapterId, asked, seen, basis, actor, cancellation) is { } refused)
                {
                    return refused;
                }

                continue;
            }

            if (!accepted.TryGetValue(who, out var claim))
            {
                return new Outcome.Refused("Påståendet står inte kvar i kapitlet. Så här är kapitlet nu.");
            }

            if (
                marker.Counted is null
                || CountedWho.Of(marker, basis, groups) is not CountedWho.Outcome.Found(var counted)
            )
            {
                return new Outcome.Refused("Påståendet går inte att räkna längre. Se kapitlets larm.");
            }

            if (counted.Seen != seen)
            {
                return new Outcome.Refused(
                    $"{counted.Name} har ändrats igen sedan sidan visades. Se hur det är nu, och godta det om meningen fortfarande stämmer."
                );
            }

            now.Add((claim, counted));
        }

        foreach (var (claim, counted) in now)
        {
            counted.AcceptAs(claim, clock.GetUtcNow(), actor);
        }

        await db.Save(new Change(actor, "claim.accept", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Accepted(claims.Count);
    }

    /// <summary>Nothing is saved here. Null where it is accepted.</summary>
    private async Task<Outcome.Refused?> AcceptAmount(
        Key<Round> round,
        Key<Chapter> chapterId,
        AmountAsked asked,
        string seen,
        ReportBasis basis,
        string actor,
        CancellationToken cancellation
    )
    {
        var key = $"{asked}";
        var accepted = await db.AcceptedAmounts.SingleOrDefaultAsync(
            amount => amount.RoundId == round && amount.ChapterId == chapterId && amount.Asked == key,
            cancellation
        );
        if (accepted is null || BoundAmount.Of(asked, basis.Grants, grants).Amount is not { } now)
        {
            return new Outcome.Refused("Beloppet går inte att godta längre. Se kapitlets larm.");
        }

        if (now.Words != seen)
        {
            return new Outcome.Refused(
                $"{now.Label} har ändrats igen sedan sidan visades. Se hur det är nu, och godta det om meningen fortfarande stämmer."
            );
        }

        (accepted.Words, accepted.AcceptedAt, accepted.AcceptedBy) = (now.Words, clock.GetUtcNow(), actor);
        return null;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Count">How many.</param>
        public sealed record Accepted(int Count) : Outcome;

        /// <param name="Message">Why nothing is accepted, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
