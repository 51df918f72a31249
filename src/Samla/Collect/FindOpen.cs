using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>A submission that can be worked on, or why it cannot.</summary>
internal static class FindOpen
{
    /// <param name="Submission">Null where there is none, or its round is closed.</param>
    /// <param name="Trouble">Why, in Swedish; null where nothing is wrong.</param>
    public sealed record Found(Submission? Submission, Reporter? Reporter, Round? Round, string? Trouble);

    public static async Task<Found> Open(
        this SamlaDb db,
        Key<Round> round,
        Key<Reporter> reporter,
        CancellationToken cancellation
    )
    {
        var found = await (
            from submission in db.Submissions.AsNoTracking()
            join reporting in db.Rounds.AsNoTracking() on submission.RoundId equals reporting.Id
            join whose in db.Reporters.AsNoTracking() on submission.ReporterId equals whose.Id
            where submission.RoundId == round && submission.ReporterId == reporter
            select new Found(submission, whose, reporting, null)
        ).SingleOrDefaultAsync(cancellation);
        return found switch
        {
            null => new Found(null, null, null, "Redovisningen finns inte."),
            { Round.IsOpen: false } => new Found(null, null, null, "Omgången är stängd, så inget ändras längre."),
            _ => found,
        };
    }

    /// <summary>Whether a section of the round's template is there, and has something that is asked of the reporter.</summary>
    public static async Task<bool> Asks(
        this SamlaDb db,
        Found found,
        Key<Section> section,
        CancellationToken cancellation
    ) =>
        (
            await db
                .Requirements.AsNoTracking()
                .Where(r => r.TemplateId == found.Round!.TemplateId && r.SectionId == section)
                .ToListAsync(cancellation)
        ).Exists(requirement => requirement.Asks(found.Reporter!));
}
