using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Merges a code into another, which takes over its codings. The merged one is retired and says where it went.</summary>
public sealed class MergeCodes(SamlaDb db, TimeProvider clock)
{
    public async Task<CodebookOutcome> Run(
        Key<Round> round,
        Key<Code> fromId,
        Key<Code> intoId,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var codebook = await Codebook.Read(db, round, cancellation);
        var (from, into) = (codebook.Find(fromId), codebook.Find(intoId));
        if (from is null || into is null)
        {
            return CodebookOutcome.Gone;
        }

        if (Problem(from, into) is { } problem)
        {
            return new CodebookOutcome.Refused(problem);
        }

        await TakeOverCodings(round, from, into, cancellation);
        await TakeOverAttributions(round, from, into, cancellation);
        await AskAgain(round, from, into, cancellation);
        await TakeOverPrinted(round, from, into, cancellation);
        // What was merged into the one that is now merged follows along, so that nothing points at a code without codings.
        foreach (var earlier in codebook.Codes.Where(code => code.MergedIntoId == fromId))
        {
            earlier.MergedIntoId = intoId;
        }

        var now = clock.GetUtcNow();
        from.MergedIntoId = intoId;
        from.RetiredAt ??= now;
        into.Version++;
        await db.SaveStep(
            round,
            new Deed(actor, "code.merge", $"slog ihop koden ”{from.Label}” med ”{into.Label}”")
            {
                Code = fromId,
                OtherCode = intoId,
            },
            now,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new CodebookOutcome.Changed(intoId);
    }

    private static string? Problem(Code from, Code into) =>
        from == into ? "Välj en annan kod att slå ihop med."
        : from.Kind != CodeKind.Leaf || into.Kind != CodeKind.Leaf ? "Bara koder kan slås ihop, inte grupper."
        : from.MergedIntoId is not null ? $"Koden ”{from.Label}” är redan ihopslagen med en annan."
        : from.CountedFrom is not null || into.CountedFrom is not null
            ? "En kod som räknas kan inte slås ihop med en annan: det den räknas ur säger vilka som har den."
        : !into.IsGiven ? $"Koden ”{into.Label}” ges inte längre. Välj en som används."
        : (from.Withheld is null) != (into.Withheld is null)
            ? "Den ena koden räknas inte, den andra gör det. De kan inte slås ihop."
        : from.RequirementId != into.RequirementId || from.Subject != into.Subject
            ? from.IsAboutDocuments != into.IsAboutDocuments
                    ? "Den ena koden gäller dokument, den andra svar. De kan inte slås ihop."
                : from.IsAboutDocuments ? "Koderna gäller olika frågor och kan inte slås ihop."
                : "Koderna gäller olika krav och kan inte slås ihop: antalen vore inte antal svar på samma fråga."
        : null;

    private async Task TakeOverCodings(Key<Round> round, Code from, Code into, CancellationToken cancellation)
    {
        var codings = await db
            .Codings.Where(coding => coding.RoundId == round && (coding.CodeId == from.Id || coding.CodeId == into.Id))
            .ToListAsync(cancellation);
        var kept = codings.Where(coding => coding.CodeId == into.Id).ToDictionary(CodingPlace.Of);
        var moved = new Dictionary<Id<Coding>, Coding>();
        foreach (var coding in codings.Where(coding => coding.CodeId == from.Id))
        {
            // The same person gave both codes to the same words: one is enough.
            if (kept.TryGetValue(CodingPlace.Of(coding) with { Code = into.Id }, out var same))
            {
                same.IsStarred |= coding.IsStarred;
                moved[coding.Id] = same;
                db.Codings.Remove(coding);
            }
            else
            {
                coding.CodeId = into.Id;
            }
        }

        await MoveMemos(moved, cancellation);
    }

    /// <summary>Memos on codings that were doubles go on to the coding that is left.</summary>
    private async Task MoveMemos(Dictionary<Id<Coding>, Coding> moved, CancellationToken cancellation)
    {
        List<Id<Coding>> gone = [.. moved.Keys];
        var memos = await db
            .Memos.Where(memo => memo.CodingId != null && gone.Contains(memo.CodingId.Value))
            .ToListAsync(cancellation);
        foreach (var memo in memos)
        {
            db.Entry(memo).Property(m => m.CodingId).CurrentValue = moved[memo.CodingId!.Value].Id;
        }
    }

    private async Task TakeOverAttributions(Key<Round> round, Code from, Code into, CancellationToken cancellation)
    {
        var attributions = await db
            .Attributions.Where(one => one.RoundId == round && (one.CodeId == from.Id || one.CodeId == into.Id))
            .ToListAsync(cancellation);
        var kept = attributions.Where(one => one.CodeId == into.Id).ToDictionary(one => (one.ReporterId, one.Coder));
        foreach (var attribution in attributions.Where(one => one.CodeId == from.Id))
        {
            if (kept.TryGetValue((attribution.ReporterId, attribution.Coder), out var same))
            {
                same.Reason = Together(same.Reason, attribution.Reason);
                db.Attributions.Remove(attribution);
            }
            else
            {
                attribution.CodeId = into.Id;
            }
        }
    }

    /// <summary>Both reasons, since one person gave each code for its own; the first alone where there is no room for both.</summary>
    private static string Together(string kept, string other) =>
        kept == other || kept.Length + 1 + other.Length > Attribution.LongestReason ? kept : $"{kept}\n{other}";

    /// <summary>What was read from print follows along as of the version before, since it was tied to what the code meant then.</summary>
    private async Task TakeOverPrinted(Key<Round> round, Code from, Code into, CancellationToken cancellation)
    {
        var printed = await db
            .PrintedClaims.Where(claim => claim.RoundId == round && claim.CodeId == from.Id)
            .ToListAsync(cancellation);
        foreach (var claim in printed)
        {
            claim.CodeId = into.Id;
            claim.CodeVersion = into.Version;
        }
    }

    /// <summary>What was settled of either code was settled of something else: those who settle are asked again.</summary>
    private async Task AskAgain(Key<Round> round, Code from, Code into, CancellationToken cancellation) =>
        db.Settlements.RemoveRange(
            await db
                .Settlements.Where(one => one.CodeId == from.Id || one.CodeId == into.Id)
                .Where(one =>
                    db.DoubleCodings.Any(coding =>
                        coding.Id == one.DoubleCodingId && coding.RoundId == round && coding.EnteredAt == null
                    )
                )
                .ToListAsync(cancellation)
        );
}
