using Samla.Domain.Compile;

namespace Samla.Domain.Check;

/// <summary>A published report as it is understood: its sections, sentences, notes and claims, each with its place.</summary>
public sealed class PublishedReport
{
    public required PublishedText Text { get; init; }

    /// <summary>In the order of the text; the first may be an untitled one, for what stands before any heading.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>All sentences of headings, paragraphs and bullets, in the order of the text. Notes have none.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The notes, as many as <see cref="PublishedText.Notes"/> and in that order.</summary>
    public required IReadOnlyList<ReadFootnote> Footnotes { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<ReadClaim> Claims { get; init; }
}

/// <summary>What a section is in the report's build.</summary>
public enum SectionRole
{
    Body,

    /// <summary>The agency's analysis of a chapter.</summary>
    Analysis,

    /// <summary>A summary, of a chapter or of all.</summary>
    Summary,

    /// <summary>The report's conclusions.</summary>
    Conclusions,
}

/// <summary>A section with its heading.</summary>
/// <param name="Index">Its place in <see cref="PublishedReport.Sections"/>.</param>
/// <param name="Number">
/// "3.1.2" as printed. An unnumbered summary is "S", or "3.S" within chapter 3; a foreword "F"; "" before any heading.
/// </param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Level">1 for a chapter.</param>
/// <param name="Role">What it is.</param>
/// <param name="Block">The index of the heading's block; for the untitled first section 0.</param>
public sealed record Section(int Index, string Number, string Title, int Level, SectionRole Role, int Block)
{
    /// <summary>The number of its chapter: "3" for "3.1.2" and "3.S".</summary>
    public string Chapter => Number.Split('.')[0];

    /// <summary>Whether this section is <paramref name="other"/> or stands under it.</summary>
    public bool IsWithin(Section other) =>
        Number == other.Number || Number.StartsWith(other.Number + ".", StringComparison.Ordinal);
}

/// <summary>A sentence in a block.</summary>
/// <param name="Index">Its place in <see cref="PublishedReport.Sentences"/>.</param>
/// <param name="Place">Where it stands, with its marks.</param>
/// <param name="Section">Its section.</param>
public sealed record Sentence(int Index, Place Place, Section Section);

/// <summary>A note as it is understood.</summary>
/// <param name="Footnote">Its number, kind, text and regions.</param>
/// <param name="Note">The note as printed.</param>
/// <param name="Section">The section in which its mark stands, or else the one it stands in itself.</param>
/// <param name="Page">The printed page it stands on.</param>
/// <param name="Names">Each name of a region, or county administrative board, in its list, in the order of the list.</param>
public sealed record ReadFootnote(
    Footnote Footnote,
    Note Note,
    Section Section,
    int? Page,
    IReadOnlyList<RegionMention> Names
);

/// <summary>A region's name in the text.</summary>
/// <param name="Region">The region.</param>
/// <param name="Place">The words, without a genitive s.</param>
/// <param name="Genitive">Whether the name stands in the genitive ("Skånes").</param>
/// <param name="Misspelled">Whether the words are only nearly the name.</param>
public sealed record RegionMention(RegionCode Region, Place Place, bool Genitive = false, bool Misspelled = false);

/// <summary>A claim as it was read.</summary>
/// <param name="Id">"c" and the note's number for a claim with a note; "u" and a running number for one without.</param>
/// <param name="Claim">What it says.</param>
/// <param name="Sentence">The sentence that says it.</param>
/// <param name="QuantifierPlace">The words of number, which may have the mark inside them; null where there are none.</param>
/// <param name="Footnote">The note behind it; null where there is none.</param>
public sealed record ReadClaim(
    string Id,
    Claim Claim,
    Sentence Sentence,
    Place? QuantifierPlace,
    ReadFootnote? Footnote
);
