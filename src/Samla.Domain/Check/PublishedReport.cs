using Samla.Domain.Check.Understanding;
using Samla.Domain.Compile;

namespace Samla.Domain.Check;

/// <summary>A published report as it is understood: its sections, sentences, notes and claims, each with its place.</summary>
public sealed class PublishedReport
{
    public required PublishedText Text { get; init; }

    /// <summary>The words of each block, by its index, without marks.</summary>
    public required IReadOnlyList<IReadOnlyList<Word>> Words { get; init; }

    /// <summary>The regions that each block names, by its index, in order; none for notes.</summary>
    public required IReadOnlyList<IReadOnlyList<RegionMention>> Mentions { get; init; }

    /// <summary>In the order of the text; the first may be an untitled one, for what stands before any heading.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>All sentences of headings, paragraphs and bullets, in the order of the text. Notes have none.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>The notes, as many as <see cref="PublishedText.Notes"/> and in that order.</summary>
    public required IReadOnlyList<ReadFootnote> Footnotes { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<ReadClaim> Claims { get; init; }

    /// <summary>The whole note as a place.</summary>
    public Place PlaceOf(ReadFootnote footnote) =>
        new(footnote.Note.Block, 0, Text.Blocks[footnote.Note.Block].Text.Length);

    /// <summary>The sentence that holds a place; null for a place in a note.</summary>
    public Sentence? SentenceAt(Place place)
    {
        var at = Ordered.FirstNotBefore(
            Sentences,
            sentence =>
                sentence.Place.Block < place.Block
                || (sentence.Place.Block == place.Block && sentence.Place.End <= place.Start)
        );
        return at < Sentences.Count && Sentences[at].Place.Block == place.Block ? Sentences[at] : null;
    }

    /// <summary>The note that stands in a block; null for a block that is no note.</summary>
    public ReadFootnote? FootnoteAt(int block) => FootnoteByBlock.GetValueOrDefault(block);

    /// <summary>The section of a place; for a note the one in which its mark stands.</summary>
    public Section SectionAt(Place place) =>
        FootnoteAt(place.Block)?.Section ?? SentenceAt(place)?.Section ?? Sections[0];

    /// <summary>The printed page of a place; null where there are no pages.</summary>
    public int? PageAt(Place place) => Text.Blocks[place.Block].PageAt(place.Start);

    /// <summary>The printed page of a claim: that of its words of number, for a sentence may run over a page break.</summary>
    public int? PageOf(ReadClaim claim) => PageAt(claim.QuantifierPlace ?? claim.Sentence.Place);

    /// <summary>The words of a place, verbatim.</summary>
    public string TextOf(Place place) => Text.Blocks[place.Block].Text.Substring(place.Start, place.Length);

    /// <summary>The whole sentences and whole notes that a finding rests on, verbatim, each once.</summary>
    public IReadOnlyList<string> EvidenceOf(Finding finding) =>
        [.. finding.Places.SelectMany(SentencesOrNote).Select(TextOf).Distinct()];

    private IEnumerable<Place> SentencesOrNote(Place place)
    {
        if (SentenceAt(place) is not { } sentence)
        {
            return [Whole(place.Block)];
        }

        return Sentences
            .Skip(sentence.Index)
            .TakeWhile(next => next.Place.Block == place.Block && next.Place.Start < place.End)
            .Select(next => next.Place);
    }

    /// <summary>The claims about regions that have a list behind them, in the order of the text.</summary>
    public IReadOnlyList<ReadClaim> ListedClaims =>
        field ??= [.. Claims.Where(claim => claim is { Footnote.List: not null, Claim.Subject: ClaimSubject.Regions })];

    /// <summary>The place of a claim in <see cref="ListedClaims"/>.</summary>
    internal int IndexOfListed(ReadClaim claim) => ListedIndex[claim.Id];

    private Dictionary<string, int> ListedIndex =>
        field ??= ListedClaims
            .Index()
            .ToDictionary(claim => claim.Item.Id, claim => claim.Index, StringComparer.Ordinal);

    /// <summary>The claims of a sentence, in order.</summary>
    internal IEnumerable<ReadClaim> ClaimsIn(Sentence sentence) => ClaimsBySentence[sentence.Index];

    private ILookup<int, ReadClaim> ClaimsBySentence => field ??= Claims.ToLookup(claim => claim.Sentence.Index);

    /// <summary>What the sentences are about.</summary>
    internal ContentWords Contents => field ??= new ContentWords(this);

    /// <summary>The words of a sentence, without marks.</summary>
    internal ArraySegment<Word> WordsOf(Sentence sentence) =>
        ClaimFinder.Slice(Words[sentence.Place.Block], sentence.Place);

    /// <summary>The regions that a sentence names, in order.</summary>
    internal IEnumerable<RegionMention> MentionsIn(Sentence sentence)
    {
        var mentions = Mentions[sentence.Place.Block];
        var first = Ordered.FirstNotBefore(mentions, mention => mention.Place.Start < sentence.Place.Start);
        for (var at = first; at < mentions.Count && mentions[at].Place.Start < sentence.Place.End; at++)
        {
            yield return mentions[at];
        }
    }

    private Place Whole(int block) => new(block, 0, Text.Blocks[block].Text.Length);

    private Dictionary<int, ReadFootnote> FootnoteByBlock =>
        field ??= Footnotes.ToDictionary(footnote => footnote.Note.Block);
}

/// <summary>A section with its heading.</summary>
/// <param name="Index">Its place in <see cref="PublishedReport.Sections"/>.</param>
/// <param name="Number">
/// "3.1.2" as printed. An unnumbered summary is "S", or "3.S" within chapter 3; a foreword "F"; any other unnumbered section
/// goes by its title; "" before any heading.
/// </param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Level">1 for a chapter.</param>
/// <param name="Role">What it is.</param>
/// <param name="Block">The index of the heading's block; for the untitled first section 0.</param>
public sealed record Section(int Index, string Number, string Title, int Level, SectionRole Role, int Block)
{
    /// <summary>The number of its chapter: "3" for "3.1.2" and "3.S".</summary>
    public string Chapter => Number.Split('.')[0];

    /// <summary>How a Swedish sentence refers to it: "avsnitt 3.1", "sammanfattningen i kapitel 3"; "" before any heading.</summary>
    public string Swedish =>
        Number switch
        {
            "" => "",
            "S" => "sammanfattningen",
            "F" => "förordet",
            [.., '.', 'S'] => $"sammanfattningen i kapitel {Chapter}",
            [>= '0' and <= '9', ..] => $"avsnitt {Number}",
            _ => $"avsnittet {Title}",
        };

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
/// <param name="List">Its list of regions, with offsets into the note's block; null where it holds none.</param>
public sealed record ReadFootnote(Footnote Footnote, Note Note, Section Section, int? Page, RegionList.Read? List);

/// <summary>A region's name in the text.</summary>
/// <param name="Region">The region.</param>
/// <param name="Place">The words, without a genitive s.</param>
/// <param name="Genitive">Whether the name stands in the genitive ("Skånes").</param>
public sealed record RegionMention(RegionCode Region, Place Place, bool Genitive);

/// <summary>A claim as it was read.</summary>
/// <param name="Id">"c" and the note's number for a claim with a note; "u" and a running number for one without.</param>
/// <param name="Claim">What it says.</param>
/// <param name="Sentence">The sentence that says it.</param>
/// <param name="QuantifierPlace">The words of number, which may have the mark inside them; null where there are none.</param>
/// <param name="Footnote">The note behind it; null where there is none.</param>
/// <param name="Relation">How its words set it against the claims before it.</param>
public sealed record ReadClaim(
    string Id,
    Claim Claim,
    Sentence Sentence,
    Place? QuantifierPlace,
    ReadFootnote? Footnote,
    ClaimRelation Relation
);
