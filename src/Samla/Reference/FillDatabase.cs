using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;

namespace Samla.Reference;

/// <summary>Fills a new database: the first line of the audit trail and, unless told not to, the sample round.</summary>
public sealed class FillDatabase(SamlaDb db, LoadSample load, SampleAccounts accounts)
{
    /// <param name="sampleFolder">The sample's folder; null for none.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(string? sampleFolder, CancellationToken cancellation)
    {
        if (await db.Audit.AnyAsync(cancellation))
        {
            return new Outcome.AlreadyFilled();
        }

        var sample = sampleFolder is null ? null : Sample.Read(sampleFolder);
        if (sample is Sample.Outcome.Refused(var errors))
        {
            const int MostShown = 20;
            var rest = errors.Count > MostShown ? $" … och {errors.Count - MostShown} till." : "";
            return new Outcome.Refused(
                $"Exempelomgången kan inte läsas in, och ingenting är ändrat. {string.Join(" | ", errors.Take(MostShown))}{rest}"
            );
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.Audit.AnyAsync(cancellation))
        {
            return new Outcome.AlreadyFilled(); // by somebody who began at the same time
        }

        await db.Save(new Change("Samla", "database.init", "database"), cancellation);
        if (sample is Sample.Outcome.Fits(var fits))
        {
            if (await load.Run(fits, cancellation) is { } trouble)
            {
                return new Outcome.Refused(trouble);
            }

            await accounts.Make(cancellation);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return new Outcome.Filled();
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Filled : Outcome;

        public sealed record AlreadyFilled : Outcome;

        /// <param name="Message">Why, in Swedish; nothing was saved.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
