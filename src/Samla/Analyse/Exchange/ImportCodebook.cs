using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Adds the codes of a codebook that a round's own has not. Those that it has stay as they are. All of it is one step, which can be undone.</summary>
public sealed class ImportCodebook(SamlaDb db, TimeProvider clock)
{
    /// <summary>More than ten times the largest codebook that we know of.</summary>
    private const int MostNew = 5_000;

    /// <param name="round">The round whose codebook it is added to.</param>
    /// <param name="codes">As they were read.</param>
    /// <param name="isDryRun">Whether to say what would be added, and not add it.</param>
    /// <param name="actor">Who reads it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<ExchangeImport> Run(
        Key<Round> round,
        IReadOnlyList<ExchangeCode> codes,
        bool isDryRun,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (!await db.Rounds.AnyAsync(one => one.Id == round, cancellation))
        {
            return new ExchangeImport.Refused($"Omgången {round} finns inte.");
        }

        var codebook = await Codebook.Read(db, round, cancellation);
        var taken = (await db.Codes.Select(code => code.Id).Distinct().ToListAsync(cancellation))
            .Select(id => id.Value)
            .ToHashSet(StringComparer.Ordinal);
        var matching = new CodebookMatching(round, codebook.Codes, taken);
        matching.Take(codes, parent: null);
        if (matching.New.Count > MostNew)
        {
            return new ExchangeImport.Refused(
                $"Filen har {SwedishFigures.Of(matching.New.Count)} nya koder. Samla läser in högst {SwedishFigures.Of(MostNew)} åt gången. Kontrollera att rätt fil är vald, eller dela upp kodschemat."
            );
        }

        if (!isDryRun && matching.New.Count > 0)
        {
            db.Codes.AddRange(matching.New);
            foreach (var code in matching.New)
            {
                codebook.Add(code);
            }

            codebook.PutBack([]);
            await db.SaveStep(
                round,
                new Deed(actor, "codebook.import", $"läste in ett kodschema (koder och grupper: {matching.New.Count})"),
                clock.GetUtcNow(),
                cancellation
            );
        }

        await transaction.CommitOwn(cancellation);
        return new ExchangeImport.Imported(0, 0, matching.AlreadyThere, matching.Unplaced)
        {
            NewCodes = matching.New.Count,
            Codes = [.. matching.New.Select(code => new ExchangeImport.TouchedCode(code.Id, code.Label, 0))],
        };
    }
}
