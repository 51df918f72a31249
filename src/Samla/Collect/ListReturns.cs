using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What the agency has returned of a submission, and what is still to be corrected.</summary>
public sealed class ListReturns(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who returned it, by name.</param>
    /// <param name="ClosedBy">The version that answered it; null as long as none has.</param>
    public sealed record Line(SubmissionReturn Return, string By, int? ClosedBy);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Line>> Run(Submission submission, CancellationToken cancellation)
    {
        var returns = await db
            .SubmissionReturns.AsNoTracking()
            .Include(one => one.Comments)
            .Where(one => one.SubmissionId == submission.Id)
            .OrderByDescending(one => one.At)
            .ToListAsync(cancellation);
        var called = await names.Run(returns.Select(one => one.By), cancellation);
        return [.. returns.Select(one => new Line(one, called[one.By], one.ClosedBy(submission.CurrentVersion)))];
    }
}
