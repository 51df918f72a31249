using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;
using Samla.Reference;

namespace Samla.Compile;

/// <summary>An author accepts what a chapter's claims say now, after a change behind them.</summary>
public sealed class AcceptClaims(
    SamlaDb db,
    ReadReportBasis readBasis,
    RegionGroups groups,
    GrantTerms grants,
    TimeProvider clock
)
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
        if (claims.Count == 0 || await readBasis.Run(round, markers, cancellation) is not { } basis)
        {
            return new Outcome.Refused("Det finns inget att godta.");
        }

        var now = new List<(AcceptedClaim Claim, CountedWho Counted)>();
        var amounts = await db
            .AcceptedAmounts.Where(amount => amount.RoundId == round && amount.ChapterId == chapterId)
            .ToDictionaryAsync(amount => amount.Asked, StringComparer.Ordinal, cancellation);
        var told = new List<(AcceptedAmount Amount, string Words)>();
        foreach (var ((who, seen), marker) in claims.Zip(markers))
        {
            if (marker is Marker.Amount { Asked: var asked })
            {
                if (!amounts.TryGetValue($"{asked}", out var amount))
                {
                    return new Outcome.Refused("Beloppet står inte kvar i kapitlet. Så här är kapitlet nu.");
                }

                if (BoundAmount.Of(asked, basis.Grants, grants).Amount is not { } known)
                {
                    return new Outcome.Refused("Beloppet går inte att räkna längre. Se kapitlets larm.");
                }

                if (known.Words != seen)
                {
                    return ChangedAgain(known.Label);
                }

                told.Add((amount, known.Words));
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
                return ChangedAgain(counted.Name);
            }

            now.Add((claim, counted));
        }

        foreach (var (claim, counted) in now)
        {
            counted.AcceptAs(claim, clock.GetUtcNow(), actor);
        }

        foreach (var (amount, words) in told)
        {
            (amount.Words, amount.AcceptedAt, amount.AcceptedBy) = (words, clock.GetUtcNow(), actor);
        }

        await db.Save(new Change(actor, "claim.accept", $"{round}/{chapterId}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Accepted(claims.Count);
    }

    private static Outcome.Refused ChangedAgain(string name) =>
        new(
            $"{name} har ändrats igen sedan sidan visades. Se hur det är nu, och godta det om meningen fortfarande stämmer."
        );

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Count">How many.</param>
        public sealed record Accepted(int Count) : Outcome;

        /// <param name="Message">Why nothing is accepted, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
