using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>What is decided of a document.</summary>
/// <param name="Title">As lists show it.</param>
/// <param name="County">The county that it is about; null for others.</param>
public sealed record DocumentDetails(string Title, DocumentKind Kind, RegionCode? County);

/// <summary>Says yes to a file that was read: it becomes a document, or a new version of one, and its text a source.</summary>
public sealed class AddDocument(SamlaDb db, CarryCodings carry, TimeProvider clock)
{
    public async Task<Outcome> Run(
        Key<Round> round,
        Id<DocumentUpload> id,
        DocumentDetails details,
        string actor,
        CancellationToken cancellation
    )
    {
        var title = Characters.Keepable(details.Title).ReplaceLineEndings(" ").Trim();
        if (title.Length is 0 or > Document.LongestTitle)
        {
            return new Outcome.Refused(
                title.Length == 0
                    ? "Skriv en titel."
                    : $"Titeln är för lång. Den får ha högst {Document.LongestTitle} tecken."
            );
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var upload = await db.DocumentUploads.SingleOrDefaultAsync(
            one => one.Id == id && one.RoundId == round,
            cancellation
        );
        if (upload is null)
        {
            return new Outcome.Gone();
        }

        var document = upload.DocumentId is { } replaced
            ? await db.Documents.SingleAsync(one => one.Id == replaced, cancellation)
            : null;
        if (document is { RemovedAt: not null })
        {
            return new Outcome.Refused("Dokumentet är borttaget, så ingen ny version kan läggas till.");
        }

        if (document is null)
        {
            document = new Document
            {
                Id = Id.New<Document>(clock),
                RoundId = round,
                Title = title,
                Kind = details.Kind,
                County = details.County,
                CurrentVersion = 0,
            };
            db.Documents.Add(document);
        }

        (document.Title, document.Kind, document.County) = (title, details.Kind, details.County);
        document.CurrentVersion++;
        db.AddVersion(
            document,
            upload.FileName,
            new DocumentText(upload.MediaType, upload.Text, upload.PageStarts, upload.EmptyPages),
            upload.Content,
            actor,
            clock
        );
        db.DocumentUploads.Remove(upload);
        await db.Save(
            new Change(actor, "document.add", $"{round}, {title}, version {document.CurrentVersion}"),
            cancellation
        );
        await carry.Run(document, actor, cancellation);
        await transaction.CommitOwn(cancellation);
        return new Outcome.Added(document.Id);
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Added(Id<Document> Document) : Outcome;

        /// <summary>Somebody has answered it already, or it has waited for more than a day.</summary>
        public sealed record Gone : Outcome;

        /// <param name="Message">What is wrong and what to do, in Swedish; nothing is changed.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
