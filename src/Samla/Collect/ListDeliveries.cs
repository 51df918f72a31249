using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>When and how a submission's versions were handed over.</summary>
public sealed class ListDeliveries(SamlaDb db, ActorNames names)
{
    /// <param name="By">Who handed it over, by name.</param>
    /// <param name="AcknowledgedBy">Who noted that it was received, by name; null where nobody has.</param>
    public sealed record Line(Delivery Delivery, string By, string? AcknowledgedBy);

    /// <summary>The latest first; without letters that were not sent.</summary>
    public async Task<IReadOnlyList<Line>> Run(Id<Submission> submission, CancellationToken cancellation)
    {
        var deliveries = await db
            .Deliveries.AsNoTracking()
            .Where(delivery => delivery.SubmissionId == submission && delivery.Way != DeliveryWay.NotSent)
            .OrderByDescending(delivery => delivery.At)
            .ToListAsync(cancellation);
        var called = await names.Run(
            deliveries.SelectMany(one => new[] { one.By, one.AcknowledgedBy }).OfType<string>(),
            cancellation
        );
        return
        [
            .. deliveries.Select(one => new Line(
                one,
                called[one.By],
                one.AcknowledgedBy is { } actor ? called[actor] : null
            )),
        ];
    }
}
