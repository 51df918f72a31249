using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

internal static class SectionWorkQueries
{
    /// <summary>What is known of the work on a section; begun where nothing is.</summary>
    public static async Task<SectionWork> WorkOn(
        this SamlaDb db,
        Id<Submission> submission,
        Key<Section> section,
        CancellationToken cancellation
    )
    {
        var work = await db.SectionWork.SingleOrDefaultAsync(
            w => w.SubmissionId == submission && w.SectionId == section,
            cancellation
        );
        return work ?? db.SectionWork.Add(new SectionWork { SubmissionId = submission, SectionId = section }).Entity;
    }
}
