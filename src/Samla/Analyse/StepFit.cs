using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Blind;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Whether what a step changed can be put back among what others have done since.</summary>
internal sealed class StepFit(SamlaDb db)
{
    /// <summary>What stands in the way, in Swedish, as it goes after a colon; null where nothing does.</summary>
    /// <param name="round">The step's round.</param>
    /// <param name="changes">What would be as <see cref="Changed{T}.After"/> says.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<string?> Problem(Key<Round> round, StepChanges changes, CancellationToken cancellation)
    {
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round)
            .ToDictionaryAsync(code => code.Id, cancellation);
        foreach (var change in changes.Codes)
        {
            codes.Remove(change.Thing.Id);
            if (change.After is { } after)
            {
                codes.Add(after.Id, after);
            }
        }

        return OfTree(changes, codes)
            ?? await OfLeft(round, changes, cancellation)
            ?? await OfCodings(changes, codes, cancellation)
            ?? await OfAttributions(changes, codes, cancellation)
            ?? await OfMemos(changes, cancellation)
            ?? await OfBlind(changes, codes, cancellation)
            ?? await OfPrinted(changes, codes, cancellation);
    }

    /// <summary>Every code must stand in a group that there is, and no group in itself.</summary>
    private static string? OfTree(StepChanges changes, Dictionary<Key<Code>, Code> codes)
    {
        foreach (var code in changes.Codes.Select(change => change.After).OfType<Code>())
        {
            var passed = new HashSet<Key<Code>>();
            for (var above = code; above.ParentId is { } parent; above = codes[parent])
            {
                if (!codes.ContainsKey(parent))
                {
                    return $"gruppen som ”{code.Label}” stod i finns inte längre.";
                }

                if (!passed.Add(parent))
                {
                    return $"någon har flyttat gruppen som ”{code.Label}” stod i.";
                }
            }
        }

        return codes.Values.Any(code => code.ParentId is { } parent && !codes.ContainsKey(parent))
                ? "någon har lagt en kod i gruppen."
            : codes.Values.Any(code => code.MergedIntoId is { } into && !codes.ContainsKey(into))
                ? "någon har slagit ihop en kod med den."
            : null;
    }

    /// <summary>A code that goes away, or is merged, must leave no codings behind that others gave.</summary>
    private async Task<string?> OfLeft(Key<Round> round, StepChanges changes, CancellationToken cancellation)
    {
        var codings = IdsOf(changes.Codings, coding => coding.Id);
        var attributions = IdsOf(changes.Attributions, one => one.Id);
        var printed = IdsOf(changes.Printed, claim => claim.Id);
        var goes = changes.Codes.Where(change => change.After is null).Select(change => change.Thing.Id).ToHashSet();
        foreach (
            var code in changes
                .Codes.Where(change => change.After is null or { MergedIntoId: not null })
                .Select(change => change.Thing)
        )
        {
            var isUsed =
                await db.Codings.AnyAsync(
                    one => one.RoundId == round && one.CodeId == code.Id && !codings.Contains(one.Id),
                    cancellation
                )
                || await db.Attributions.AnyAsync(
                    one => one.RoundId == round && one.CodeId == code.Id && !attributions.Contains(one.Id),
                    cancellation
                )
                || await db.PrintedClaims.AnyAsync(
                    one => one.RoundId == round && one.CodeId == code.Id && !printed.Contains(one.Id),
                    cancellation
                )
                || (
                    // What became of a matter follows a code that is merged too.
                    goes.Contains(code.Id)
                    && await db.MatterAnswers.AnyAsync(
                        one => one.RoundId == round && one.CodeId == code.Id,
                        cancellation
                    )
                )
                || (
                    // What is coded blind follows a code that is merged, but not one that is gone. Asked of what may be given, not
                    // of what was, which nobody is to know.
                    goes.Contains(code.Id)
                    && await (
                        from part in db.DoubleCodingSources
                        join source in db.Sources on part.SourceId equals source.Id
                        where source.RoundId == round && source.RequirementId == code.AnsweredRequirement
                        select part
                    ).AnyAsync(cancellation)
                );
            if (isUsed)
            {
                return $"koden ”{code.Label}” används.";
            }
        }

        return null;
    }

    private async Task<string?> OfCodings(
        StepChanges changes,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        var put = changes.Codings.Select(change => change.After).OfType<Coding>().ToList();
        if (put.Find(coding => IsGone(codes, coding.CodeId)) is { } gone)
        {
            return WhyGone(codes, gone.CodeId);
        }

        var own = IdsOf(changes.Codings, coding => coding.Id);
        var sources = put.Select(coding => coding.SourceId).Distinct().ToList();
        var there = await db
            .Codings.Where(coding => sources.Contains(coding.SourceId) && !own.Contains(coding.Id))
            .Places.ToListAsync(cancellation);
        var taken = there.ToHashSet();
        return put.Exists(coding => taken.Contains(CodingPlace.Of(coding))) ? "orden har redan fått koden igen." : null;
    }

    private async Task<string?> OfAttributions(
        StepChanges changes,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        var own = IdsOf(changes.Attributions, one => one.Id);
        foreach (var put in changes.Attributions.Select(change => change.After).OfType<Attribution>())
        {
            if (IsGone(codes, put.CodeId))
            {
                return WhyGone(codes, put.CodeId);
            }

            var isTaken = await db.Attributions.AnyAsync(
                one =>
                    one.RoundId == put.RoundId
                    && one.CodeId == put.CodeId
                    && one.ReporterId == put.ReporterId
                    && one.Coder == put.Coder
                    && !own.Contains(one.Id),
                cancellation
            );
            if (isTaken)
            {
                return "koden är redan given utan textställe igen.";
            }
        }

        return null;
    }

    /// <summary>What others have noted must not lose what it is about.</summary>
    private async Task<string?> OfMemos(StepChanges changes, CancellationToken cancellation)
    {
        var own = IdsOf(changes.Memos, memo => memo.Id);
        var codings = changes
            .Codings.Where(change => change.After is null)
            .Select(change => change.Before!.Id)
            .ToList();
        var codes = changes.Codes.Where(change => change.After is null).Select(change => change.Before!).ToList();
        var ids = codes.ConvertAll(code => code.Id);
        var rounds = codes.ConvertAll(code => code.RoundId);
        var isNoted =
            (codings.Count > 0 || ids.Count > 0)
            && await db.Memos.AnyAsync(
                memo =>
                    !own.Contains(memo.Id)
                    && (
                        (memo.CodingId != null && codings.Contains(memo.CodingId.Value))
                        || (memo.CodeId != null && ids.Contains(memo.CodeId) && rounds.Contains(memo.RoundId))
                    ),
                cancellation
            );
        if (isNoted)
        {
            return "någon har skrivit en anteckning om det.";
        }

        var put = changes
            .Memos.Select(change => change.After?.CodingId)
            .OfType<Id<Coding>>()
            .Except(changes.Codings.Select(change => change.After?.Id).OfType<Id<Coding>>())
            .ToList();
        return put.Count > 0 && await db.Codings.CountAsync(coding => put.Contains(coding.Id), cancellation) < put.Count
            ? "det som anteckningen gäller finns inte längre."
            : null;
    }

    /// <summary>What is coded blind is changed only by somebody who has not handed it in.</summary>
    private async Task<string?> OfBlind(
        StepChanges changes,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        foreach (var entered in changes.DoubleCodings.Select(change => change.After).OfType<DoubleCoding>())
        {
            if (
                entered.EnteredAt is not null
                && await db.Settlements.AnyAsync(
                    one => one.DoubleCodingId == entered.Id && one.SettledAt > entered.EnteredAt,
                    cancellation
                )
            )
            {
                return "skillnader har avgjorts på nytt sedan dess. För in dubbelkodningen igen.";
            }
        }

        var put = changes.BlindCodings.Select(change => change.After).OfType<BlindCoding>().ToList();
        if (put.Find(coding => !codes.ContainsKey(coding.CodeId)) is not null)
        {
            return "koden finns inte längre.";
        }

        var own = IdsOf(changes.BlindCodings, coding => coding.Id);
        foreach (var coding in changes.BlindCodings.Select(change => change.Thing))
        {
            var isHandedIn = !await db.DoubleCoders.AnyAsync(
                coder =>
                    coder.DoubleCodingId == coding.DoubleCodingId
                    && coder.Coder == coding.Coder
                    && coder.HandedInAt == null,
                cancellation
            );
            if (isHandedIn)
            {
                return "den dubbelkodningen är inlämnad.";
            }

            if (put.Contains(coding) && await db.IsCodedBlind(coding, own, cancellation))
            {
                return "orden har redan fått koden igen.";
            }
        }

        return null;
    }

    /// <summary>A report is there once, and what is tied must be tied to a code that there is.</summary>
    private async Task<string?> OfPrinted(
        StepChanges changes,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        var put = changes.Printed.Select(change => change.After).OfType<PrintedClaim>().ToList();
        if (put.Find(claim => claim.CodeId is { } code && IsGone(codes, code)) is { } gone)
        {
            return WhyGone(codes, gone.CodeId!);
        }

        var own = IdsOf(changes.Printed, claim => claim.Id);
        foreach (var (round, year) in put.Select(claim => (claim.RoundId, claim.Year)).Distinct())
        {
            var isTaken = await db.PrintedClaims.AnyAsync(
                one => one.RoundId == round && one.Year == year && !own.Contains(one.Id),
                cancellation
            );
            // A single one that is tied stands among the others of its report.
            if (isTaken && changes.Printed.Any(change => change.Before is null && change.After?.Year == year))
            {
                return $"det finns redan en inläst rapport om {year}.";
            }
        }

        return null;
    }

    private static bool IsGone(Dictionary<Key<Code>, Code> codes, Key<Code> id) =>
        codes.GetValueOrDefault(id) is not { MergedIntoId: null };

    private static string WhyGone(Dictionary<Key<Code>, Code> codes, Key<Code> id) =>
        codes.TryGetValue(id, out var merged)
            ? $"koden ”{merged.Label}” är ihopslagen med en annan."
            : "koden finns inte längre.";

    private static List<TId> IdsOf<T, TId>(IReadOnlyList<Changed<T>> changes, Func<T, TId> idOf)
        where T : class => [.. changes.Select(change => idOf(change.Thing))];
}
