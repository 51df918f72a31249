using System.Globalization;
using Samla.Domain.Compile;

namespace Samla.Domain.Check.Understanding;

/// <summary>Finds the claims of a report, sentence by sentence, by the grammar that also writes them.</summary>
internal static class ClaimFinder
{
    public static List<ReadClaim> Find(
        PublishedText text,
        IReadOnlyList<IReadOnlyList<Word>> words,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<ReadFootnote> footnotes
    )
    {
        var byNumber = new Dictionary<int, ReadFootnote>();
        foreach (var footnote in footnotes.Where(footnote => footnote.List is not null))
        {
            byNumber.TryAdd(footnote.Footnote.Number, footnote);
        }

        var claims = new List<ReadClaim>();
        var cited = new Dictionary<string, int>(StringComparer.Ordinal);
        var unnoted = 0;
        foreach (var sentence in sentences)
        {
            var block = text.Blocks[sentence.Place.Block];
            if (block.Kind == BlockKind.Heading)
            {
                continue;
            }

            var sentenceWords = Slice(words[block.Index], sentence.Place);
            var notes = MarkedNotes(block, sentence.Place, byNumber);
            var found = ClaimReader
                .From(block.Text, sentenceWords, [.. notes.Select(note => note.Marked)], RegionSet.All)
                .OrderBy(read =>
                    read.Note is { } note ? notes[note].Marked.At : sentenceWords[read.Phrase!.FirstWord].Start
                );
            foreach (var read in found)
            {
                var footnote = read.Note is { } index ? notes[index].Footnote : null;
                if (footnote is null && block.Kind == BlockKind.Cell)
                {
                    continue;
                }

                var id = footnote is null
                    ? "u" + (++unnoted).ToString(CultureInfo.InvariantCulture)
                    : Unique(cited, "c" + footnote.Footnote.Number.ToString(CultureInfo.InvariantCulture));
                claims.Add(
                    new ReadClaim(
                        id,
                        read.Claim,
                        sentence,
                        PlaceOf(sentenceWords, read.Phrase, block),
                        footnote,
                        RelationFinder.Of(sentenceWords, read.Phrase)
                    )
                );
            }
        }

        return claims;
    }

    /// <summary>The words of a block that stand in a place.</summary>
    public static ArraySegment<Word> Slice(IReadOnlyList<Word> words, Place place)
    {
        var first = Ordered.FirstNotBefore(words, word => word.Start < place.Start);
        var end = Ordered.FirstNotBefore(words, word => word.Start < place.End);
        return new ArraySegment<Word>((Word[])words, first, end - first);
    }

    // "c17", and for a note that is cited again "c17-2".
    private static string Unique(Dictionary<string, int> cited, string id)
    {
        var time = cited[id] = cited.GetValueOrDefault(id) + 1;
        return time == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{time}");
    }

    private static List<(ClaimReader.MarkedNote Marked, ReadFootnote Footnote)> MarkedNotes(
        Block block,
        Place sentence,
        Dictionary<int, ReadFootnote> byNumber
    ) =>
        [
            .. block
                .MarksIn(sentence.Start, sentence.End)
                .Where(mark => byNumber.ContainsKey(mark.Number))
                .Select(mark =>
                    (new ClaimReader.MarkedNote(byNumber[mark.Number].Footnote, mark.Start), byNumber[mark.Number])
                ),
        ];

    private static Place? PlaceOf(ArraySegment<Word> words, ClaimGrammar.Phrase? phrase, Block block)
    {
        if (phrase is null)
        {
            return null;
        }

        var start = words[phrase.FirstWord].Start;
        return new Place(block.Index, start, words[phrase.EndWord - 1].End - start);
    }
}
