using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What a filled-in template says, before it is known what of it is new.</summary>
/// <param name="Seen">What the template was filled in with when it was made, by requirement.</param>
/// <param name="Fields">The fields that are in the file.</param>
/// <param name="Tables">The requirements' own tables that are in the file.</param>
/// <param name="SeenRows">The rows that the template was filled in with when it was made.</param>
/// <param name="Loose">Texts that stand in no field.</param>
/// <param name="Findings">What a person should know of the file itself.</param>
public sealed record SubmissionFile(
    Key<Round> Round,
    Key<Reporter> Reporter,
    IReadOnlyDictionary<string, SeenAnswer> Seen,
    IReadOnlyList<SubmissionFile.Field> Fields,
    IReadOnlyList<SubmissionFile.FilledTable> Tables,
    IReadOnlyList<SeenRow> SeenRows,
    IReadOnlyList<SubmissionFile.LooseText> Loose,
    IReadOnlyList<ImportFinding> Findings
)
{
    /// <summary>What is written to a requirement.</summary>
    /// <param name="Texts">None where the field is empty; several where it stands in several places with different texts.</param>
    public sealed record Field(Key<Requirement> Requirement, IReadOnlyList<string> Texts);

    /// <summary>A requirement's own table as it stands in the file.</summary>
    /// <param name="First">What stands uppermost: the head, unless somebody has taken it away.</param>
    /// <param name="Rows">The others.</param>
    public sealed record FilledTable(Key<Requirement> Requirement, FilledRow First, IReadOnlyList<FilledRow> Rows);

    /// <param name="Row">Which row it was when the file was made; null for a new one.</param>
    /// <param name="Number">Its place in the table as a reader counts: 1 is the one below the head.</param>
    public sealed record FilledRow(Guid? Row, int Number, IReadOnlyList<string> Cells);

    /// <param name="Where">Where it stands, as a reader of the file finds it.</param>
    /// <param name="Near">The requirement whose field is nearest above; null where there is none.</param>
    public sealed record LooseText(string Text, string Where, Key<Requirement>? Near);
}

/// <summary>What a finding of an import is about.</summary>
public enum ImportFindingKind
{
    /// <summary>Changes that somebody tracked were read as accepted.</summary>
    TrackedChanges,

    /// <summary>A field stands in several places.</summary>
    DoubledField,

    /// <summary>Rows that the template was filled in with are not in the file.</summary>
    MissingRow,

    /// <summary>A row holds something that cannot be understood.</summary>
    UnclearRow,

    /// <summary>A field is not in the file.</summary>
    MissingField,

    /// <summary>A field is empty, and the answer is not.</summary>
    EmptyField,

    /// <summary>The file and the web site have both changed an answer.</summary>
    Conflict,

    /// <summary>The web site has changed an answer that the file has not.</summary>
    ChangedOnWeb,

    TooLong,

    /// <summary>An answer to what is not asked.</summary>
    NotAsked,

    /// <summary>A picture or another thing without text.</summary>
    Picture,

    Comment,
    Note,
}

/// <summary>Something that a person should know about an import.</summary>
/// <param name="Requirement">What it is about; null for the whole file.</param>
/// <param name="Message">In Swedish.</param>
/// <param name="InFile">The file's text, of a conflict; null for others.</param>
/// <param name="OnWeb">The web site's text, of a conflict; null for others.</param>
public sealed record ImportFinding(
    ImportFindingKind Kind,
    Key<Requirement>? Requirement,
    string Message,
    string? InFile = null,
    string? OnWeb = null
)
{
    /// <summary>Its kind as programs know it.</summary>
    public string Rule =>
        Kind switch
        {
            ImportFindingKind.TrackedChanges => "tracked-changes",
            ImportFindingKind.DoubledField => "doubled-field",
            ImportFindingKind.MissingRow => "missing-row",
            ImportFindingKind.UnclearRow => "unclear-row",
            ImportFindingKind.MissingField => "missing-field",
            ImportFindingKind.EmptyField => "empty-field",
            ImportFindingKind.Conflict => "conflict",
            ImportFindingKind.ChangedOnWeb => "changed-on-web",
            ImportFindingKind.TooLong => "too-long",
            ImportFindingKind.NotAsked => "not-asked",
            ImportFindingKind.Picture => "picture",
            ImportFindingKind.Comment => "comment",
            ImportFindingKind.Note => "note",
        };

    /// <summary>Whether somebody must look at it; else it is only good to know.</summary>
    public bool NeedsLook =>
        Kind switch
        {
            ImportFindingKind.DoubledField
            or ImportFindingKind.MissingField
            or ImportFindingKind.MissingRow
            or ImportFindingKind.UnclearRow
            or ImportFindingKind.EmptyField
            or ImportFindingKind.Conflict
            or ImportFindingKind.TooLong
            or ImportFindingKind.NotAsked
            or ImportFindingKind.Picture
            or ImportFindingKind.Note => true,
            ImportFindingKind.TrackedChanges or ImportFindingKind.ChangedOnWeb or ImportFindingKind.Comment => false,
        };
}
