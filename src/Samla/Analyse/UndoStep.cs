using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Undoes what a person last did in a round's coding, or does again what was undone. Nobody else's work is touched.</summary>
public sealed class UndoStep(SamlaDb db, TimeProvider clock)
{
    /// <summary>Undoes the person's last step that is not undone.</summary>
    public Task<Outcome> Run(Key<Round> round, string actor, CancellationToken cancellation) =>
        Turn(round, null, actor, isUndo: true, cancellation);

    /// <summary>Undoes the step that the person was shown as the last one, and no other.</summary>
    public Task<Outcome> Run(Key<Round> round, long seen, string actor, CancellationToken cancellation) =>
        Turn(round, seen, actor, isUndo: true, cancellation);

    /// <summary>Does again what was last undone; what is done after an undo takes the place of what was undone.</summary>
    public Task<Outcome> Redo(Key<Round> round, string actor, CancellationToken cancellation) =>
        Turn(round, null, actor, isUndo: false, cancellation);

    /// <summary>Does the step again that the person was shown as the one that was last undone, and no other.</summary>
    public Task<Outcome> Redo(Key<Round> round, long seen, string actor, CancellationToken cancellation) =>
        Turn(round, seen, actor, isUndo: false, cancellation);

    /// <summary>What would be undone and done again now; nothing is changed.</summary>
    public async Task<Peeked> Peek(Key<Round> round, string actor, CancellationToken cancellation) =>
        new(
            await StepOf(await Next(round, actor, isUndo: true, cancellation), cancellation),
            await StepOf(await Next(round, actor, isUndo: false, cancellation), cancellation)
        );

    // Without what it changed, which may be megabytes.
    private static Task<PeekedStep?> StepOf(IQueryable<WorkStep> next, CancellationToken cancellation) =>
        next.Select(step => new PeekedStep(step.Number, step.Words, step.Action)).FirstOrDefaultAsync(cancellation);

    private async Task<Outcome> Turn(
        Key<Round> round,
        long? seen,
        string actor,
        bool isUndo,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await Find(round, actor, isUndo, cancellation) is not { } step)
        {
            return new Outcome.Refused(isUndo ? "Det finns inget att ångra." : "Det finns inget att göra om.");
        }

        if (seen is not null && seen != step.Number)
        {
            return new Outcome.Refused(
                isUndo
                    ? $"Du har ändrat något sedan sidan visades. Nu går det att ångra att du {step.Words}."
                    : $"Du har ändrat något sedan sidan visades. Nu går det att göra om att du {step.Words}."
            );
        }

        var changes = StepChanges.Parse(step.Changes);
        if (await Apply(round, isUndo ? changes.Backwards() : changes, cancellation) is { } problem)
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(
                $"{(isUndo ? "Det går inte att ångra" : "Det går inte att göra om")} att du {step.Words}: {problem}"
            );
        }

        if (changes.Codes.Count > 0)
        {
            var codebook = await Codebook.Read(db, step.RoundId, cancellation);
            codebook.PutBack([.. changes.Codes.Select(change => change.Thing.Id)]);
        }

        step.UndoneAt = isUndo ? clock.GetUtcNow() : null;
        step.Turn = await db.NextTurn(cancellation);
        await db.Save(new Change(actor, isUndo ? "step.undo" : "step.redo", $"{step.Number}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Done(step.Words, step.SourceId, step.CodeId);
    }

    private async Task<WorkStep?> Find(Key<Round> round, string actor, bool isUndo, CancellationToken cancellation) =>
        await (await Next(round, actor, isUndo, cancellation)).FirstOrDefaultAsync(cancellation);

    /// <summary>The step that would be undone or done again, first.</summary>
    private async Task<IQueryable<WorkStep>> Next(
        Key<Round> round,
        string actor,
        bool isUndo,
        CancellationToken cancellation
    )
    {
        // What was coded blind and is handed in, or given up, is not there to be undone; what was done before it is.
        var own = db
            .WorkSteps.Where(step => step.RoundId == round && step.Actor == actor)
            .Where(step =>
                !EF.Functions.Like(step.Action, "blind.%")
                || (
                    !db.DoubleCoders.Any(coder => coder.Coder == actor && coder.HandedInAt >= step.At)
                    && !db.DoubleCodings.Any(coding => coding.RoundId == round && coding.AbandonedAt >= step.At)
                )
            );
        var done = own.Where(step => step.UndoneAt == null);
        if (isUndo)
        {
            return done.OrderByDescending(step => step.Number);
        }

        var after = await done.MaxAsync(step => (long?)step.Number, cancellation) ?? 0;
        return own.Where(step => step.Number > after).OrderBy(step => step.Number);
    }

    /// <summary>Why the changes no longer fit what there is, in Swedish; null where they were made.</summary>
    private async Task<string?> Apply(Key<Round> round, StepChanges changes, CancellationToken cancellation)
    {
        if (await new StepFit(db).Problem(round, changes, cancellation) is { } misfit)
        {
            return misfit;
        }

        var rounds = changes.Codes.Select(change => change.Thing.RoundId).ToHashSet();
        var codes =
            rounds.Count == 0
                ? []
                : await db.Codes.Where(code => rounds.Contains(code.RoundId)).ToListAsync(cancellation);
        var codings = await Existing(changes.Codings, coding => coding.Id, Codings, cancellation);
        var attributions = await Existing(changes.Attributions, one => one.Id, Attributions, cancellation);
        var memos = await Existing(changes.Memos, memo => memo.Id, Memos, cancellation);
        var readings = await Existing(changes.Readings, reading => reading.SourceId, Readings, cancellation);
        var verdicts = await Existing(changes.Verdicts, verdict => verdict.Id, Verdicts, cancellation);
        var blind = await Existing(changes.BlindCodings, coding => coding.Id, BlindCodings, cancellation);
        var doubles = await Existing(changes.DoubleCodings, coding => coding.Id, DoubleCodings, cancellation);
        var printed = await Existing(changes.Printed, claim => claim.Id, Printed, cancellation);
        var fits =
            Put(changes.Codings, codings, coding => coding.Id)
            && Put(changes.Attributions, attributions, one => one.Id)
            && Put(changes.Memos, memos, memo => memo.Id)
            && Put(changes.Readings, readings, reading => (reading.SourceId, reading.Reader))
            && Put(changes.Verdicts, verdicts, verdict => verdict.Id)
            && Put(changes.BlindCodings, blind, coding => coding.Id)
            && Put(changes.DoubleCodings, doubles, coding => coding.Id)
            && Put(changes.Printed, printed, claim => claim.Id)
            // Last: a code is taken away when its codings have gone back to the one they came from.
            && Put(changes.Codes, codes, code => (code.RoundId, code.Id), StepChanges.WithoutPlace);
        return fits ? null : "det har ändrats sedan dess.";
    }

    private bool Put<T, TKey>(
        IReadOnlyList<Changed<T>> changes,
        IReadOnlyList<T> existing,
        Func<T, TKey> keyOf,
        Func<T?, T?>? shown = null
    )
        where T : class
        where TKey : notnull
    {
        shown ??= thing => thing;
        var there = existing.ToDictionary(keyOf);
        var pairs = changes.Select(one => (one.Before, one.After, There: Current(one))).ToList();
        // All are compared first: when a group goes, its codes lose it.
        if (pairs.Exists(pair => !StepChanges.IsSame(shown(pair.There), shown(pair.Before))))
        {
            return false;
        }

        foreach (var (_, after, current) in pairs)
        {
            if (after is null)
            {
                db.Remove(current!);
            }
            else if (current is null)
            {
                db.Add(after);
            }
            else
            {
                db.Entry(current).CurrentValues.SetValues(after);
            }
        }

        return true;

        T? Current(Changed<T> change) => there.GetValueOrDefault(keyOf(change.Thing));
    }

    private static async Task<IReadOnlyList<T>> Existing<T, TKey>(
        IReadOnlyList<Changed<T>> changes,
        Func<T, TKey> keyOf,
        Func<List<TKey>, IQueryable<T>> find,
        CancellationToken cancellation
    )
        where T : class
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var keys = changes.Select(change => keyOf(change.Thing)).Distinct().ToList();
        return await find(keys).ToListAsync(cancellation);
    }

    private IQueryable<Coding> Codings(List<Id<Coding>> ids) => db.Codings.Where(one => ids.Contains(one.Id));

    private IQueryable<Attribution> Attributions(List<Id<Attribution>> ids) =>
        db.Attributions.Where(one => ids.Contains(one.Id));

    private IQueryable<Memo> Memos(List<Id<Memo>> ids) => db.Memos.Where(one => ids.Contains(one.Id));

    private IQueryable<Reading> Readings(List<Id<Source>> sources) =>
        db.Readings.Where(one => sources.Contains(one.SourceId));

    private IQueryable<SuggestionVerdict> Verdicts(List<Id<SuggestionVerdict>> ids) =>
        db.SuggestionVerdicts.Where(one => ids.Contains(one.Id));

    private IQueryable<BlindCoding> BlindCodings(List<Id<BlindCoding>> ids) =>
        db.BlindCodings.Where(one => ids.Contains(one.Id));

    private IQueryable<DoubleCoding> DoubleCodings(List<Id<DoubleCoding>> ids) =>
        db.DoubleCodings.Where(one => ids.Contains(one.Id));

    private IQueryable<PrintedClaim> Printed(List<Id<PrintedClaim>> ids) =>
        db.PrintedClaims.Where(one => ids.Contains(one.Id));

    /// <param name="Undo">What would be undone; null where nothing is left.</param>
    /// <param name="Redo">What would be done again; null where nothing was undone last.</param>
    public sealed record Peeked(PeekedStep? Undo, PeekedStep? Redo);

    /// <param name="Number">Its number among all steps.</param>
    /// <param name="Words">What was done, as it goes after "du".</param>
    /// <param name="Action">What was done, as the audit trail calls it.</param>
    public sealed record PeekedStep(long Number, string Words, string Action);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Words">What was undone or done again, as it goes after "du".</param>
        /// <param name="Source">The source it was done in; null where it reaches over several.</param>
        /// <param name="Code">The code; null where it was no code.</param>
        public sealed record Done(string Words, Id<Source>? Source, Key<Code>? Code) : Outcome;

        /// <param name="Message">Why nothing was done, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
