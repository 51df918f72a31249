using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>The file that was handed over, byte for byte.</summary>
public sealed class ReadDeliveredFile(SamlaDb db)
{
    public sealed record Result(string Name, byte[] Content);

    /// <summary>Null where the reporter has no such delivery.</summary>
    public Task<Result?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        Id<Delivery> id,
        CancellationToken cancellation
    ) =>
        (
            from submission in db.Submissions.AsNoTracking()
            join delivery in db.Deliveries.AsNoTracking() on submission.Id equals delivery.SubmissionId
            join file in db.DeliveredFiles.AsNoTracking() on delivery.Id equals file.DeliveryId
            where submission.RoundId == round && submission.ReporterId == reporter && delivery.Id == id
            select new Result(delivery.FileName, file.Content)
        ).SingleOrDefaultAsync(cancellation);
}
