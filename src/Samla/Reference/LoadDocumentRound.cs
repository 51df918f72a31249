using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Documents;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Reference;

/// <summary>Makes a sample round whose questions are put to documents: they are read in as an analyst would, and nobody has coded them.</summary>
public sealed class LoadDocumentRound(SamlaDb db, ReadDocumentFile read, TimeProvider clock)
{
    /// <summary>What could not be done, in Swedish; null when all went well.</summary>
    public async Task<string?> Run(DocumentRound sample, CancellationToken cancellation)
    {
        var round = sample.Round.ToRound();
        if (await db.Rounds.AnyAsync(r => r.Id == round.Id, cancellation))
        {
            return $"Omgången {round.Id} finns redan i databasen.";
        }

        db.Rounds.Add(round);
        db.Codes.AddRange(
            sample.Codebook.Select(
                (entry, order) => entry.ToCode(round.Id, order, ReporterKind.Document, withheld: null)
            )
        );
        foreach (var entry in sample.Documents)
        {
            var content = sample.Files[entry.File];
            if (read.Run(content, cancellation) is not ReadDocumentFile.Outcome.Read(var text))
            {
                return $"Dokumentet {entry.File} i omgången {round.Id} kan inte läsas.";
            }

            var document = new Document
            {
                Id = Id.New<Document>(clock),
                RoundId = round.Id,
                Title = entry.Title,
                Kind = SampleWords.DocumentKinds[entry.Kind],
                County = entry.County is { } county ? RegionCode.Parse(county, null) : null,
                CurrentVersion = 1,
            };
            db.Documents.Add(document);
            db.AddVersion(document, entry.File, text, content, LoadInvented.Actor, clock);
        }

        await db.Save(new Change(LoadInvented.Actor, "document.invent", round.Id.Value), cancellation);
        db.ChangeTracker.Clear();
        return null;
    }
}
