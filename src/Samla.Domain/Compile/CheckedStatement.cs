namespace Samla.Domain.Compile;

/// <summary>What a report says of one reporter in one sentence or quotation, with the reporter's own words behind it.</summary>
/// <param name="Id">The same for the same words in the same chapter that count the same: SHA-256 in hexadecimal.</param>
/// <param name="ChapterId">The chapter's key.</param>
/// <param name="Chapter">The chapter's number and title.</param>
/// <param name="Heading">The number of the heading that it stands under, such as "3.1.2".</param>
/// <param name="Kind">What it has to do with the reporter.</param>
/// <param name="Text">The sentence, or the quotation without its marks.</param>
/// <param name="Notes">The texts of its footnotes.</param>
/// <param name="Counted">The labels of what it counts the reporter for.</param>
/// <param name="Missing">The labels of what it counts others for, and the reporter not, though the reporter was asked.</param>
/// <param name="Words">What the reporter itself has written, of what it is counted for and of the quotation.</param>
public sealed record CheckedStatement(
    string Id,
    string ChapterId,
    string Chapter,
    string Heading,
    StatementKind Kind,
    string Text,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Missing,
    IReadOnlyList<CheckedWords> Words
);

/// <summary>What a statement has to do with a reporter.</summary>
public enum StatementKind
{
    /// <summary>It is counted, or its name is there.</summary>
    Names,

    /// <summary>Its words are quoted.</summary>
    Quotes,

    /// <summary>It was asked, and is not among those who are counted.</summary>
    LeavesOut,
}

/// <summary>A reporter's own words, or the reason that stands for them.</summary>
/// <param name="Text">Word for word.</param>
/// <param name="Requirement">The key of the requirement that they answer; null for a document, and for a reason.</param>
/// <param name="Where">The requirement's or document's title; empty for a reason.</param>
public sealed record CheckedWords(string Text, string? Requirement, string Where)
{
    /// <summary>Whether it is the agency's reason why the reporter is counted without words.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReason => Where.Length == 0;
}
