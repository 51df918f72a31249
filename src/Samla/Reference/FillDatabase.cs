using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;

namespace Samla.Reference;

/// <summary>Fills a new database: the first line of the audit trail, the reporters that there are, the templates and, unless told not to, the sample.</summary>
public sealed class FillDatabase(
    SamlaDb db,
    LoadTemplates templates,
    LoadSample load,
    LoadInvented loadInvented,
    LoadDocumentRound loadDocuments,
    LoadGrants loadGrants,
    SampleAccounts accounts
)
{
    /// <summary>Who has done what is there from the start, as the audit trail names it.</summary>
    internal const string Actor = "Samla";

    /// <param name="sampleFolder">The folder that holds a folder for each sample round, and one of decisions on grants; null for none.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(string? sampleFolder, CancellationToken cancellation)
    {
        if (await db.Audit.AnyAsync(cancellation))
        {
            return new Outcome.AlreadyFilled();
        }

        var sample = sampleFolder is null ? null : Samples.Read(sampleFolder);
        if (sample is Samples.Outcome.Refused(var errors))
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

        await db.Save(new Change(Actor, "database.init", "database"), cancellation);
        if (sample is Samples.Outcome.Fits(var fits))
        {
            if (await Load(fits, sampleFolder!, cancellation) is { } trouble)
            {
                return new Outcome.Refused(trouble);
            }

            await accounts.Make(cancellation);
        }
        else if (await LoadReference(cancellation) is { } trouble)
        {
            return new Outcome.Refused(trouble);
        }

        await transaction.CommitOwn(cancellation);

        return new Outcome.Filled();
    }

    private async Task<string?> LoadReference(CancellationToken cancellation)
    {
        if (Templates.Read(DataFolder.Registers) is not Templates.Outcome.Fits(var shipped))
        {
            return "Mallarna som följer med kan inte läsas, och ingenting är ändrat.";
        }

        await db.AddKnownReporters(cancellation);
        await db.Save(new Change(Actor, "reporter.load", "regioner och länsstyrelser"), cancellation);
        return await templates.Run(shipped, cancellation);
    }

    private async Task<string?> Load(Samples samples, string folder, CancellationToken cancellation)
    {
        var trouble =
            await templates.Run(samples.Templates, cancellation) ?? await loadGrants.Run(folder, cancellation);
        // First, since documents may be what a report rests on: nothing that is done after an edition is to touch it.
        foreach (var sample in samples.OfDocuments)
        {
            trouble ??= await loadDocuments.Run(sample, cancellation);
        }

        foreach (var sample in samples.Reconstructed)
        {
            trouble ??= await load.Run(sample, cancellation);
        }

        foreach (var sample in samples.Invented)
        {
            trouble ??= await loadInvented.Run(sample, cancellation);
        }

        return trouble;
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
