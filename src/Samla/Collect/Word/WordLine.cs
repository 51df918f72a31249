using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect.Word;

/// <summary>A line of a Word file: what stands in one paragraph, or in one row of a table, of one field or of none.</summary>
/// <param name="Field">Whose answer it is; null for what stands outside the fields.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
/// <param name="Table">The table that it is a row of; null for others.</param>
/// <param name="Heading">The nearest heading above; "" before the first.</param>
/// <param name="Near">The nearest field above; null before the first.</param>
internal sealed record WordLine(
    string Text,
    FieldInFile? Field,
    bool IsItem,
    object? Table,
    string Heading,
    Key<Requirement>? Near
)
{
    private const string Item = "- ";

    /// <summary>The cells of a row of a requirement's own table, with LF between paragraphs; null for other lines.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>Which row it was when the file was made; null for a new one.</summary>
    public Guid? Row { get; init; }

    /// <summary>The text as an answer has it: a list is lines with a hyphen.</summary>
    public string Written =>
        IsItem && Text.Length > 0 && !Text.StartsWith(Item, StringComparison.Ordinal) ? Item + Text : Text;
}

/// <summary>A field as it stands in a file; one requirement may have several, where somebody has copied one.</summary>
internal sealed class FieldInFile(Key<Requirement> requirement, bool isRows)
{
    public Key<Requirement> Requirement { get; } = requirement;

    /// <summary>Whether it is the requirement's own table; else its text.</summary>
    public bool IsRows { get; } = isRows;
}
