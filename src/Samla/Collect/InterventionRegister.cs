using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter's register of interventions in a round, and what can be said of them.</summary>
/// <param name="Sections">The sections in which the reporter is asked something, by their headings.</param>
/// <param name="Columns">What can be said, with the requirements that the reporter is asked.</param>
public sealed record InterventionRegister(
    Round Round,
    Reporter Reporter,
    IReadOnlyList<Taxonomy.Term> Sections,
    InterventionColumns Columns
)
{
    internal const string Closed = "Omgången är stängd. Insatserna kan läsas men inte ändras.";

    /// <summary>Null where the reporter takes no part in the round.</summary>
    internal static async Task<InterventionRegister?> Find(
        SamlaDb db,
        Taxonomy taxonomy,
        Key<Round> round,
        Key<Reporter> reporter,
        CancellationToken cancellation
    )
    {
        var found = await (
            from submission in db.Submissions.AsNoTracking()
            join one in db.Rounds.AsNoTracking() on submission.RoundId equals one.Id
            join whose in db.Reporters.AsNoTracking() on submission.ReporterId equals whose.Id
            where submission.RoundId == round && submission.ReporterId == reporter
            select new { Round = one, Reporter = whose }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var sections = await db.SectionsOf(found.Round.TemplateId).ToListAsync(cancellation);
        var asked = sections.ConvertAll(section => (Section: section, Terms: Asked(section, found.Reporter).ToList()));
        return new InterventionRegister(
            found.Round,
            found.Reporter,
            [.. asked.Where(one => one.Terms.Count > 0).Select(one => HeadingOf(one.Section))],
            new InterventionColumns(taxonomy, [.. asked.SelectMany(one => one.Terms)])
        );
    }

    /// <summary>"6 Kompetensförsörjning …".</summary>
    private static Taxonomy.Term HeadingOf(Section section) =>
        new(section.Id.Value, section.Chapter is { } chapter ? $"{chapter} {section.Title}" : section.Title);

    /// <summary>The requirements, as the reporter's pages number them: "6.1 Genomförande".</summary>
    private static IEnumerable<Taxonomy.Term> Asked(Section section, Reporter reporter) =>
        section
            .Requirements.Where(requirement => requirement.Asks(reporter))
            .OrderBy(requirement => requirement.Order)
            .Select(
                (requirement, at) =>
                    new Taxonomy.Term(
                        requirement.Id.Value,
                        section.Chapter is { } chapter ? $"{chapter}.{at + 1} {requirement.Title}" : requirement.Title,
                        section.Id.Value
                    )
            );
}

/// <summary>The questions about interventions that several use cases ask.</summary>
internal static class InterventionQueries
{
    extension(IQueryable<Intervention> interventions)
    {
        /// <summary>With all that belongs to them.</summary>
        public IQueryable<Intervention> Whole =>
            interventions
                .Include(intervention => intervention.Reporters)
                .Include(intervention => intervention.References)
                .AsSplitQuery();

        /// <summary>Those that have been handed in, each as it was then: all that others than their reporters may see. Also what is removed or merged.</summary>
        public async Task<List<Intervention>> AsSubmitted(CancellationToken cancellation)
        {
            var found = await interventions
                .AsNoTracking()
                .Where(intervention => intervention.SubmittedRevision != null)
                .ToListAsync(cancellation);
            return [.. found.Select(intervention => intervention.AsSubmitted()).OfType<Intervention>()];
        }

        /// <summary>Those that stand in a reporter's register.</summary>
        public IQueryable<Intervention> InRegister(Key<Round> round, Key<Reporter> reporter) =>
            interventions.Where(intervention =>
                intervention.RoundId == round
                && intervention.MergedIntoId == null
                && intervention.Reporters.Any(one => one.ReporterId == reporter && one.RemovedAt == null)
            );
    }

    extension(SamlaDb db)
    {
        /// <summary>
        /// The interventions of submitted versions by reporter, in the order of their ids. A version from before versions held them
        /// has, while it is the latest, what was handed in last.
        /// </summary>
        /// <param name="round">The round.</param>
        /// <param name="only">Whose; null for all.</param>
        /// <param name="number">Which version; null for the latest of each.</param>
        /// <param name="cancellation">Stops the question.</param>
        public async Task<ILookup<Key<Reporter>, Intervention>> SubmittedInterventionsOf(
            Key<Round> round,
            Key<Reporter>? only,
            int? number,
            CancellationToken cancellation
        )
        {
            var versions =
                from submission in db.Submissions
                where submission.RoundId == round && (only == null || submission.ReporterId == only)
                join version in db.SubmissionVersions on submission.Id equals version.SubmissionId
                where version.Number == (number ?? submission.CurrentVersion)
                select new { submission, version };
            var held = await (
                from one in versions
                join state in db.SubmittedInterventions
                    on new { one.version.SubmissionId, Version = one.version.Number } equals new
                    {
                        state.SubmissionId,
                        state.Version,
                    }
                orderby state.InterventionId
                select new { one.submission.ReporterId, state.State }
            ).ToListAsync(cancellation);
            var without = await versions
                .Where(one => !one.version.HoldsInterventions && one.version.Number == one.submission.CurrentVersion)
                .Select(one => one.submission.ReporterId)
                .ToListAsync(cancellation);
            var last =
                without.Count == 0
                    ? []
                    : await db
                        .Interventions.Whole.Where(one =>
                            one.RoundId == round && one.Reporters.Any(whose => without.Contains(whose.ReporterId))
                        )
                        .OrderBy(one => one.Id)
                        .AsSubmitted(cancellation);
            return held.Select(one => (one.ReporterId, Intervention: InterventionJson.Read(one.State)))
                .Concat(from one in last from reporter in without where one.IsIn(reporter) select (reporter, one))
                .ToLookup(one => one.Item1, one => one.Item2);
        }
    }

    /// <summary>What the audit trail calls an intervention.</summary>
    public static string SubjectOf(Key<Round> round, Key<Intervention> id) => $"{round}/insats/{id}";
}
