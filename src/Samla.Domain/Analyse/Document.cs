using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>A regional development strategy or a programme of one.</summary>
    Strategy,

    /// <summary>A report of an authority.</summary>
    AgencyReport,

    /// <summary>What was published of an earlier round.</summary>
    EarlierReport,

    Other,
}

/// <summary>A text that nobody handed in and that a round is read by all the same, such as a strategy. Its words are sources like the answers'.</summary>
public sealed class Document
{
    /// <summary>The most signs that a title may have.</summary>
    public const int LongestTitle = 200;

    public required Id<Document> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required string Title { get; set; }

    public required DocumentKind Kind { get; set; }

    /// <summary>The county that it is about; null for others.</summary>
    public required RegionCode? County { get; set; }

    /// <summary>The number of the latest version, from 1: the one that counts.</summary>
    public required int CurrentVersion { get; set; }

    /// <summary>When it was taken out; its texts stay, and do not count. Null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>A file of a document, and the source that its text became. A new file is a new version.</summary>
public sealed class DocumentVersion : IFrozen
{
    public required Id<Document> DocumentId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required Id<Source> SourceId { get; init; }

    public required string FileName { get; init; }

    /// <summary>Such as "application/pdf"; told by what is in the file, not by its name.</summary>
    public required string MediaType { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string FileHash { get; init; }

    /// <summary>In bytes.</summary>
    public required int FileSize { get; init; }

    /// <summary>Where each page begins in the source's text, in UTF-16 offsets; none for files without pages.</summary>
    public required IReadOnlyList<int> PageStarts { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Who did, as the audit trail names people.</summary>
    public required string UploadedBy { get; init; }

    /// <summary>Whether we made it up: its round's mark is true of it, as it is not of what a person uploads.</summary>
    public bool IsMadeUp => UploadedBy == Marks.Inventor;
}

/// <summary>The file itself, byte for byte: what was read can be laid beside it.</summary>
public sealed class DocumentFile : IFrozen
{
    public required Id<Document> DocumentId { get; init; }

    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>A file that was read and that nobody has said yes to. It is no source, and goes after a day.</summary>
public sealed class DocumentUpload
{
    public required Id<DocumentUpload> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    /// <summary>The document that it is to be a new version of; null for a new one.</summary>
    public required Id<Document>? DocumentId { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Content { get; init; }

    [Draft]
    public required string Text { get; init; }

    /// <inheritdoc cref="DocumentVersion.PageStarts"/>
    public required IReadOnlyList<int> PageStarts { get; init; }

    /// <summary>The numbers of pages without text.</summary>
    public required IReadOnlyList<int> EmptyPages { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}
