using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What there is to know of a submitted version beside its texts: when, by whom, on what decision, and what was new in it.</summary>
public sealed class ViewReceipt(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who submitted it, by name.</param>
    /// <param name="Decision">The decision that counts; null where none is stated.</param>
    /// <param name="Changes">What is not as in the version before, by requirement; everything in the first.</param>
    /// <param name="ChangedInterventions">How many interventions are new, changed or gone since the version before.</param>
    public sealed record Result(
        SubmissionVersion Version,
        string By,
        SubmissionDecision? Decision,
        IReadOnlyDictionary<Key<Requirement>, Difference> Changes,
        int ChangedInterventions
    );

    /// <summary>What became of an answer between two versions.</summary>
    public enum Difference
    {
        Added,
        Changed,
        Removed,
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<Result?> Run(Id<Submission> submission, int number, CancellationToken cancellation)
    {
        var version = await db
            .SubmissionVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.SubmissionId == submission && v.Number == number, cancellation);
        if (version is null)
        {
            return null;
        }

        var decision = await db
            .SubmissionDecisions.AsNoTracking()
            .Where(d => d.SubmissionId == submission && d.Version == number)
            .OrderByDescending(d => d.Number)
            .FirstOrDefaultAsync(cancellation);
        var by = await names.Run([version.SubmittedBy], cancellation);
        return new Result(
            version,
            by[version.SubmittedBy],
            decision,
            await Changes(submission, number, cancellation),
            await ChangedInterventions(submission, number, cancellation)
        );
    }

    // From a version that did not hold them nothing can be told.
    private async Task<int> ChangedInterventions(Id<Submission> submission, int number, CancellationToken cancellation)
    {
        var isUnknown = await db.SubmissionVersions.AnyAsync(
            one =>
                one.SubmissionId == submission
                && (one.Number == number || one.Number == number - 1)
                && !one.HoldsInterventions,
            cancellation
        );
        if (isUnknown)
        {
            return 0;
        }

        var versions = await db
            .SubmittedInterventions.AsNoTracking()
            .Where(one => one.SubmissionId == submission && (one.Version == number || one.Version == number - 1))
            .Select(one => new
            {
                one.InterventionId,
                one.Version,
                one.Revision,
            })
            .ToListAsync(cancellation);
        return versions
            .GroupBy(one => one.InterventionId)
            .Count(versions =>
                versions.Select(one => one.Revision).ToList() is not [var one, var other] || one != other
            );
    }

    private async Task<Dictionary<Key<Requirement>, Difference>> Changes(
        Id<Submission> submission,
        int number,
        CancellationToken cancellation
    )
    {
        var versions = (
            await db
                .SubmittedAnswers.AsNoTracking()
                .Where(a => a.SubmissionId == submission && (a.Version == number || a.Version == number - 1))
                .ToListAsync(cancellation)
        ).ToLookup(answer => answer.Version);
        var now = versions[number].ToDictionary(answer => answer.RequirementId, answer => answer.SourceId);
        var before = versions[number - 1].ToDictionary(answer => answer.RequirementId, answer => answer.SourceId);
        return now
            .Keys.Union(before.Keys)
            .Select(requirement =>
                (
                    Requirement: requirement,
                    Difference: (now.GetValueOrDefault(requirement), before.GetValueOrDefault(requirement)) switch
                    {
                        _ when !before.ContainsKey(requirement) => Difference.Added,
                        _ when !now.ContainsKey(requirement) => Difference.Removed,
                        var (one, other) => one == other ? (Difference?)null : Difference.Changed,
                    }
                )
            )
            .Where(change => change.Difference is not null)
            .ToDictionary(change => change.Requirement, change => change.Difference!.Value);
    }
}
