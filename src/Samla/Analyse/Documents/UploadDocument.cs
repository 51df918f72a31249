using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>Reads a file that is to be a document. It waits until somebody has seen what was read and said yes, or no.</summary>
public sealed class UploadDocument(SamlaDb db, ReadDocumentFile read, TimeProvider clock)
{
    private const int LongestName = 200;

    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <param name="round">The round that it is to be in.</param>
    /// <param name="document">The document that it is a new version of; null for a new one.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="actor">Who uploads it.</param>
    /// <param name="cancellation">Stops between pages.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Id<Document>? document,
        string name,
        byte[] file,
        string actor,
        CancellationToken cancellation
    )
    {
        var outcome = read.Run(file, cancellation);
        if (outcome is not ReadDocumentFile.Outcome.Read(var text))
        {
            return new Outcome.Refused(((ReadDocumentFile.Outcome.Refused)outcome).Message);
        }

        await using var transaction = await db.BeginAlone(cancellation);
        if (
            document is { } replaced
            && !await db.Documents.AnyAsync(
                one => one.Id == replaced && one.RoundId == round && one.RemovedAt == null,
                cancellation
            )
        )
        {
            return new Outcome.Refused("Dokumentet är borttaget, så ingen ny version kan läggas till.");
        }

        var now = clock.GetUtcNow();
        var late = now - Waits;
        db.DocumentUploads.RemoveRange(await db.DocumentUploads.Where(one => one.At < late).ToListAsync(cancellation));
        var upload = new DocumentUpload
        {
            Id = Id.New<DocumentUpload>(clock),
            RoundId = round,
            DocumentId = document,
            FileName = Characters.Beginning(Characters.Keepable(Path.GetFileName(name)), LongestName),
            MediaType = text.MediaType,
            Content = file,
            Text = text.Text,
            PageStarts = [.. text.PageStarts],
            EmptyPages = [.. text.EmptyPages],
            At = now,
            By = actor,
        };
        db.DocumentUploads.Add(upload);
        await db.Save(new Change(actor, "document.upload", $"{round}, {upload.FileName}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Waiting(upload.Id);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Waiting(Id<DocumentUpload> Upload) : Outcome;

        /// <param name="Message">What is wrong and what to do, in Swedish; nothing is kept.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
