using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>
/// Adds the codings of a project to a round: those of its own answers, told by their words, and of its own codes, told by id or name.
/// All of it is one step, which can be undone.
/// </summary>
public sealed class ImportProject(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round whose answers were coded.</param>
    /// <param name="project">As it was read.</param>
    /// <param name="actor">Who reads it in, and who codings are by where the project says nothing of that.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        ExchangeProject project,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (!await db.Rounds.AnyAsync(one => one.Id == round, cancellation))
        {
            return new Outcome.Refused($"Omgången {round} finns inte.");
        }

        var now = clock.GetUtcNow();
        var matching = await ExchangeMatching.Of(db, round, project, actor, now, cancellation);
        foreach (var source in project.Sources)
        {
            matching.Take(source);
        }

        db.Codings.AddRange(matching.Codings);
        db.Memos.AddRange(matching.Memos);
        if (matching.Codings.Count + matching.Memos.Count > 0)
        {
            await db.SaveStep(
                round,
                new Deed(
                    actor,
                    "project.import",
                    $"läste in ett projekt (kodningar: {matching.Codings.Count}, anteckningar: {matching.Memos.Count})"
                ),
                now,
                cancellation
            );
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Imported(
            matching.Codings.Count,
            matching.Memos.Count,
            matching.AlreadyThere,
            matching.Unplaced
        );
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Codings">How many were added.</param>
        /// <param name="Memos">How many notes on answers were added.</param>
        /// <param name="AlreadyThere">How many codings and notes were in the round already.</param>
        /// <param name="Unplaced">What was not added, and why, in Swedish.</param>
        public sealed record Imported(int Codings, int Memos, int AlreadyThere, IReadOnlyList<string> Unplaced)
            : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
