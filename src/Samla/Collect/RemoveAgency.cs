using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Removes an authority that nothing refers to: no round, no account, no consultation.</summary>
public sealed class RemoveAgency(SamlaDb db)
{
    /// <summary>Null where it is gone; else why it stays, in Swedish.</summary>
    public async Task<string?> Run(Key<Reporter> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var agency = await db.Reporters.SingleOrDefaultAsync(
            one => one.Id == id && one.Kind == ReporterKind.Agency,
            cancellation
        );
        if (agency is null)
        {
            return null;
        }

        if (await WhyItStays(agency, cancellation) is { } reason)
        {
            return reason;
        }

        db.Reporters.Remove(agency);
        await db.Save(new Change(actor, "agency.remove", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private async Task<string?> WhyItStays(Reporter agency, CancellationToken cancellation) =>
        await db.Submissions.AnyAsync(one => one.ReporterId == agency.Id, cancellation)
            ? $"{agency.Name} är med i en omgång. Ta bort den ur omgången först; det går tills den har börjat svara."
        : await db.Accounts.AnyAsync(one => one.ReporterId == agency.Id, cancellation)
            ? $"Det finns eller har funnits konton hos {agency.Name}. Det som har gjorts med dem ska gå att spåra, så myndigheten kan inte tas bort."
        : await db.ConsultedReporters.AnyAsync(one => one.ReporterId == agency.Id, cancellation)
            ? $"{agency.Name} har tillfrågats i en remiss. Myndigheten blir kvar."
        : await db.RemindedReporters.AnyAsync(one => one.ReporterId == agency.Id, cancellation)
            ? $"{agency.Name} har fått en påminnelse. Myndigheten blir kvar."
        : null;
}
