using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A document that is not taken out, with the version that counts.</summary>
internal sealed class CurrentDocument
{
    public required Document Document { get; init; }

    public required Id<Source> SourceId { get; init; }

    /// <inheritdoc cref="DocumentVersion.IsMadeUp"/>
    public required bool IsMadeUp { get; init; }
}

/// <summary>A text with whose it is: the answer of a reporter, or a document.</summary>
internal sealed class OwnedSource
{
    public required Source Source { get; init; }

    /// <summary>Who answered; null for a document.</summary>
    public required Reporter? Reporter { get; init; }

    /// <summary>Null for an answer.</summary>
    public required Document? Document { get; init; }

    /// <summary>Whether the round's mark is true of it: of an answer, and of a document that is made up.</summary>
    public required bool IsMarked { get; init; }

    /// <summary>A region's short name, a reporter's own, or a document's title.</summary>
    public string Name => Reporter?.ShortName ?? Document!.Title;
}

/// <summary>The texts that count, as questions others are built on.</summary>
internal static class CurrentSourceQueries
{
    extension(SamlaDb db)
    {
        /// <summary>A round's documents, each in its latest version.</summary>
        public IQueryable<CurrentDocument> CurrentDocuments(Key<Round> round) =>
            db.AllCurrentDocuments.Where(current => current.Document.RoundId == round);

        /// <summary>The documents of all rounds, each in its latest version.</summary>
        public IQueryable<CurrentDocument> AllCurrentDocuments =>
            from document in db.Documents
            join version in db.DocumentVersions
                on new { DocumentId = document.Id, Number = document.CurrentVersion } equals new
                {
                    version.DocumentId,
                    version.Number,
                }
            where document.RemovedAt == null
            select new CurrentDocument
            {
                Document = document,
                SourceId = version.SourceId,
                IsMadeUp = version.UploadedBy == Marks.Inventor,
            };

        /// <summary>The codes that a text can be given, and their groups, in the codebook's order; those that are no longer given are among them.</summary>
        /// <param name="round">The round.</param>
        /// <param name="requirement">What the text answers; null for a document.</param>
        /// <param name="kind">Who answered; null for a document.</param>
        public IQueryable<Code> CodesFor(Key<Round> round, Key<Requirement>? requirement, ReporterKind? kind)
        {
            var codes = db
                .Codes.AsNoTracking()
                .Where(code => code.RoundId == round && code.MergedIntoId == null && code.CountedFrom == null);
            codes = requirement is null
                ? codes.Where(code => code.Subject == ReporterKind.Document && code.ParentId != null)
                : codes.Where(code => code.RequirementId == requirement && code.Subject == kind);
            return codes.OrderBy(code => code.Order);
        }

        /// <summary>All texts with whose they are.</summary>
        public IQueryable<OwnedSource> OwnedSources =>
            from source in db.Sources
            from reporter in db.Reporters.Where(one => one.Id == source.ReporterId).DefaultIfEmpty()
            from version in db.DocumentVersions.Where(one => one.SourceId == source.Id).DefaultIfEmpty()
            from document in db.Documents.Where(one => one.Id == version.DocumentId).DefaultIfEmpty()
            select new OwnedSource
            {
                Source = source,
                Reporter = reporter,
                Document = document,
                IsMarked = source.Kind == SourceKind.Answer || version.UploadedBy == Marks.Inventor,
            };

        /// <summary>A round's answers that count, and its documents.</summary>
        public IQueryable<OwnedSource> CurrentSources(Key<Round> round)
        {
            var answers = db.CurrentAnswers(round).Select(answer => answer.SourceId);
            var documents = db.CurrentDocuments(round).Select(document => document.SourceId);
            return db.OwnedSources.Where(one =>
                one.Source.RoundId == round && (answers.Contains(one.Source.Id) || documents.Contains(one.Source.Id))
            );
        }
    }
}
