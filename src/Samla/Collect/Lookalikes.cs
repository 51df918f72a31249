using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>An intervention that another is like.</summary>
/// <param name="Origin">Where its words come from.</param>
/// <param name="Reporters">Who carries it out, by their own names.</param>
/// <param name="IsOwn">Whether it is in the same register.</param>
public sealed record Lookalike(
    Key<Intervention> Id,
    Key<Round> Round,
    string Name,
    string Summary,
    Origin Origin,
    IReadOnlyList<string> Reporters,
    bool IsOwn
);

/// <summary>What a reporter may be shown as like its own: its own of all rounds, and of others what they have submitted.</summary>
internal static class LookalikeQueries
{
    public sealed record Candidate(Lookalike Shown, InterventionLikeness Likeness);

    extension(SamlaDb db)
    {
        public async Task<List<Candidate>> LookalikeCandidates(
            Key<Round> round,
            Key<Reporter> reporter,
            CancellationToken cancellation
        )
        {
            // A draft is nobody else's business: of others only what is as it was handed in.
            var rows = await db
                .Interventions.Where(one =>
                    one.MergedIntoId == null
                    && one.Reporters.Any(whose =>
                        whose.RemovedAt == null
                        && (whose.ReporterId == reporter || one.SubmittedRevision == one.Revision)
                    )
                )
                .Select(one => new
                {
                    one.Id,
                    one.RoundId,
                    one.Name,
                    one.Summary,
                    one.Origin,
                    Reporters = one
                        .Reporters.Where(whose => whose.RemovedAt == null)
                        .Select(whose => whose.ReporterId)
                        .ToList(),
                })
                .AsNoTracking()
                .ToListAsync(cancellation);
            var names = await db
                .Reporters.AsNoTracking()
                .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
            return rows.ConvertAll(row => new Candidate(
                new Lookalike(
                    row.Id,
                    row.RoundId,
                    row.Name,
                    row.Summary,
                    row.Origin,
                    [.. row.Reporters.Select(id => names[id]).Order(SwedishText.Order)],
                    row.RoundId == round && row.Reporters.Contains(reporter)
                ),
                new InterventionLikeness(row.Name, row.Summary)
            ));
        }
    }
}

/// <summary>What is like an intervention that is being written, in all sections, of all reporters and rounds.</summary>
public sealed class FindLookalikes(SamlaDb db)
{
    private const int MostShown = 5;
    private const int FewestSigns = 4;

    /// <param name="round">The round.</param>
    /// <param name="reporter">Who writes.</param>
    /// <param name="name">What it is called so far.</param>
    /// <param name="summary">What is told of it so far.</param>
    /// <param name="itself">The intervention that is written, where it is kept already.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<IReadOnlyList<Lookalike>> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        string name,
        string summary,
        Key<Intervention>? itself,
        CancellationToken cancellation
    )
    {
        if (name.Trim().Length < FewestSigns)
        {
            return [];
        }

        var written = new InterventionLikeness(name, summary);
        return
        [
            .. (await db.LookalikeCandidates(round, reporter, cancellation))
                .Where(one => one.Shown.Id != itself)
                .Select(one => (one.Shown, Score: written.To(one.Likeness)))
                .Where(one => one.Score >= InterventionLikeness.Threshold)
                .OrderByDescending(one => one.Score)
                .Take(MostShown)
                .Select(one => one.Shown),
        ];
    }
}

/// <summary>The interventions of a register that are like another, its own or somebody else's.</summary>
public sealed class ListLookalikes(SamlaDb db)
{
    /// <summary>The most pairs within the register, and the most with others; who has dealt with them finds the next.</summary>
    public const int MostPairs = 50;

    /// <param name="Own">One of the register.</param>
    /// <param name="Other">What it is like; of two of the register each pair is there once.</param>
    public sealed record Pair(Lookalike Own, Lookalike Other, double Score);

    /// <summary>The most alike first, those within the register before others.</summary>
    public async Task<IReadOnlyList<Pair>> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation)
    {
        var all = await db.LookalikeCandidates(round, reporter, cancellation);
        return
        [
            .. all.Where(one => one.Shown.IsOwn)
                .SelectMany(own =>
                    all.Where(other => !other.Shown.IsOwn || IsAfter(other.Shown.Id, own.Shown.Id))
                        .Select(other => new Pair(own.Shown, other.Shown, own.Likeness.To(other.Likeness)))
                )
                .Where(pair => pair.Score >= InterventionLikeness.Threshold)
                .GroupBy(pair => pair.Other.IsOwn)
                .OrderByDescending(pairs => pairs.Key)
                .SelectMany(pairs => pairs.OrderByDescending(pair => pair.Score).Take(MostPairs)),
        ];
    }

    private static bool IsAfter(Key<Intervention> one, Key<Intervention> other) =>
        string.CompareOrdinal(one.Value, other.Value) > 0;
}
