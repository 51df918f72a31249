using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>
/// Adds the codings, stars and notes of a project to a round: those of its own answers, told by their words, and of its own codes, told
/// by id or name.
/// All of it is one step, which can be undone.
/// </summary>
public sealed class ImportProject(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round whose answers were coded.</param>
    /// <param name="project">As it was read.</param>
    /// <param name="isDryRun">Whether to say what would be added, and not add it.</param>
    /// <param name="actor">Who reads it in, and who codings are by where the project says nothing of that.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<ExchangeImport> Run(
        Key<Round> round,
        ExchangeProject project,
        bool isDryRun,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (!await db.Rounds.AnyAsync(one => one.Id == round, cancellation))
        {
            return new ExchangeImport.Refused($"Omgången {round} finns inte.");
        }

        var now = clock.GetUtcNow();
        var matching = await ExchangeMatching.Of(db, round, project, actor, now, cancellation);
        matching.Take(project);
        var imported = new ExchangeImport.Imported(
            matching.Codings.Count,
            matching.Memos.Count,
            matching.AlreadyThere,
            matching.Unplaced
        )
        {
            Attributions = matching.Attributions.Count,
            Stars = matching.Stars,
            Assumed = matching.Assumed,
            Codes = matching.Touched,
        };
        if (!isDryRun && !imported.IsNothing)
        {
            db.Codings.AddRange(matching.Codings);
            db.Attributions.AddRange(matching.Attributions);
            db.Memos.AddRange(matching.Memos);
            await db.SaveStep(round, new Deed(actor, "project.import", Words(imported)), now, cancellation);
        }

        if (isDryRun)
        {
            // The stars must not be taken along by a later save.
            db.ChangeTracker.Clear();
        }

        await transaction.CommitOwn(cancellation);
        return imported;
    }

    private static string Words(ExchangeImport.Imported imported)
    {
        string[] parts =
        [
            $"kodningar: {imported.Codings}",
            $"anteckningar: {imported.Memos}",
            imported.Attributions > 0 ? $"koder utan textställe: {imported.Attributions}" : "",
            imported.Stars > 0 ? $"stjärnor: {imported.Stars}" : "",
        ];
        return $"läste in ett projekt ({string.Join(", ", parts.Where(part => part.Length > 0))})";
    }
}
