using Samla.Domain.Collect;

namespace Samla.Domain.Analyse;

/// <summary>
/// What a report that is in print said of how many, read from its text by the checker's grammar. It is beside the round's codings
/// and never among them: nobody can open the answers that it was counted from.
/// </summary>
public sealed class PrintedClaim : IUndoable
{
    /// <summary>The most signs of <see cref="Words"/>, and of <see cref="Section"/>.</summary>
    public const int LongestWords = 300;

    public required Id<PrintedClaim> Id { get; init; }

    /// <summary>The round in whose codebook it is tied: the report's own, or the one after it where the report's year has none.</summary>
    public required Key<Round> RoundId { get; init; }

    /// <summary>The year that the report is about.</summary>
    public required int Year { get; init; }

    /// <summary>Its place among the report's claims, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The heading that it stands under, with its number; empty before any heading.</summary>
    public required string Section { get; init; }

    /// <summary>As few of its words as it is known again by.</summary>
    public required string Words { get; init; }

    /// <summary>Those who do, by the note's list or by "samtliga"; at least one.</summary>
    public required RegionSet Regions { get; init; }

    /// <summary>Whose doings it counts; never other authorities, which have no county.</summary>
    public required ReporterKind Subject { get; init; }

    /// <summary>The number of the note that lists them; null where the words say it without one.</summary>
    public required int? Note { get; init; }

    /// <summary>The printed page; null where the file has no pages.</summary>
    public required int? Page { get; init; }

    /// <summary>The code that a person said it is about; null until then, and where no code is.</summary>
    public Key<Code>? CodeId { get; set; }

    /// <summary>The code's version when it was tied; null where it is not.</summary>
    public int? CodeVersion { get; set; }

    /// <summary>Who tied it, or said that no code fits.</summary>
    public string? TiedBy { get; set; }

    /// <summary>When; null while nobody has said anything of it.</summary>
    public DateTimeOffset? TiedAt { get; set; }
}
