using System.Security.Cryptography;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>How what was read of a file becomes a version of a document.</summary>
internal static class DocumentVersions
{
    /// <summary>Adds the document's current version, its file and the source that its text is. Saves nothing.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="document">The document; its <see cref="Document.CurrentVersion"/> says which version it is.</param>
    /// <param name="fileName">As it was called where it came from.</param>
    /// <param name="text">What was read of it.</param>
    /// <param name="content">The file byte for byte.</param>
    /// <param name="actor">Who uploads it.</param>
    /// <param name="clock">Says when.</param>
    public static void AddVersion(
        this SamlaDb db,
        Document document,
        string fileName,
        DocumentText text,
        byte[] content,
        string actor,
        TimeProvider clock
    )
    {
        var now = clock.GetUtcNow();
        var source = new Source
        {
            Id = Id.New<Source>(clock),
            RoundId = document.RoundId,
            Kind = SourceKind.Document,
            ReporterId = null,
            RequirementId = null,
            Text = text.Text,
            Hash = Source.HashOf(text.Text),
            CreatedAt = now,
        };
        db.Sources.Add(source);
        db.DocumentVersions.Add(
            new DocumentVersion
            {
                DocumentId = document.Id,
                Number = document.CurrentVersion,
                SourceId = source.Id,
                FileName = fileName,
                MediaType = text.MediaType,
                FileHash = Convert.ToHexStringLower(SHA256.HashData(content)),
                FileSize = content.Length,
                PageStarts = [.. text.PageStarts],
                UploadedAt = now,
                UploadedBy = actor,
            }
        );
        db.DocumentFiles.Add(
            new DocumentFile
            {
                DocumentId = document.Id,
                Number = document.CurrentVersion,
                Content = content,
            }
        );
    }
}
