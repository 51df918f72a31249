using System.Security.Cryptography;
using System.Text;

namespace Samla.Domain.Collect;

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A submitted answer.</summary>
    Answer,

    /// <summary>A document that was read, such as a strategy.</summary>
    Document,
}

/// <summary>A text that can be coded and quoted. It never changes: offsets into it stay true.</summary>
public sealed class Source : IFrozen
{
    public required Id<Source> Id { get; init; }

    public required Key<Round> RoundId { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Whose words they are; null where no reporter wrote them.</summary>
    public required Key<Reporter>? ReporterId { get; init; }

    /// <summary>What the text answers; null for other documents.</summary>
    public required Key<Requirement>? RequirementId { get; init; }

    /// <summary>The text with line breaks as LF and no byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal: a later reader can tell that it is the same.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A text as sources keep it.</summary>
    public static string Normalised(string text) =>
        Characters.Keepable(text).TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();

    /// <summary>The hash of a text.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
