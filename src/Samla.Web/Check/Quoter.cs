using System.Text;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>Takes out of the report what a finding's card shows of it: short, without note marks, in whole words.</summary>
internal sealed class Quoter(PublishedReport report)
{
    private const int LongestWords = 90;
    private const int LongestPassage = 260;
    private const string Left = "… ";
    private const string Right = " …";

    /// <summary>The marked words alone, for a block that stands beside the card.</summary>
    public IReadOnlyList<QuotedWords> Words(IEnumerable<Place> places)
    {
        var words = places
            .OrderBy(place => place.Start)
            .Select(place => Shortened(Plain(place.Block, place.Start, place.End).Trim()))
            .Where(text => text.Length > 0)
            .Distinct();
        return
            string.Join(' ' + Left, words).Replace(Right + ' ' + Left, ' ' + Left, StringComparison.Ordinal)
                is { Length: > 0 } all
            ? [new QuotedWords(all, IsHit: false)]
            : [];
    }

    /// <summary>The note or the sentence around the marked words, for a block that stands elsewhere.</summary>
    public IReadOnlyList<QuotedWords> Passage(IReadOnlyList<Place> places)
    {
        var block = places[0].Block;
        var (from, to) = Around(places[0]);
        var (start, end) = Window(block, from, to, places[0].Start);
        var words = new List<QuotedWords>();
        var at = start;
        foreach (var place in places.OrderBy(place => place.Start))
        {
            var (hitStart, hitEnd) = (Math.Max(place.Start, at), Math.Min(place.End, end));
            // What is all of it, or nearly, need not be pointed out.
            if (hitStart < hitEnd && (hitEnd - hitStart) * 3 < (end - start) * 2)
            {
                words.Add(new QuotedWords(Plain(block, at, hitStart), IsHit: false));
                words.Add(new QuotedWords(Plain(block, hitStart, hitEnd), IsHit: true));
                at = hitEnd;
            }
        }

        words.Add(new QuotedWords(Plain(block, at, end), IsHit: false));
        return
        [
            .. start > from ? [new QuotedWords(Left, IsHit: false)] : Array.Empty<QuotedWords>(),
            .. words.Where(part => part.Text.Length > 0),
            .. end < to ? [new QuotedWords(Right, IsHit: false)] : Array.Empty<QuotedWords>(),
        ];
    }

    private (int From, int To) Around(Place place) =>
        report.FootnoteAt(place.Block) is { } footnote
            ? (footnote.Note.TextStart, report.Text.Blocks[place.Block].Text.Length)
        : report.SentenceAt(place) is { Place: var sentence } ? (sentence.Start, sentence.End)
        : (place.Start, place.End);

    private (int Start, int End) Window(int block, int from, int to, int hit)
    {
        if (to - from <= LongestPassage)
        {
            return (from, to);
        }

        var text = report.Text.Blocks[block].Text;
        var start = Math.Clamp(hit - (LongestPassage / 3), from, to - LongestPassage);
        start = start == from ? from : AfterSpace(text, start);
        return (start, BeforeSpace(text, start, Math.Min(to, start + LongestPassage), to));
    }

    private static int AfterSpace(string text, int from) =>
        text.IndexOf(' ', from) is >= 0 and var space ? space + 1 : from;

    private static int BeforeSpace(string text, int from, int end, int last) =>
        end < last && text.LastIndexOf(' ', end - 1) is var space && space > from ? space : end;

    private static string Shortened(string text) =>
        text.Length <= LongestWords ? text : text[..BeforeSpace(text, 0, LongestWords, text.Length)] + Right;

    private string Plain(int block, int start, int end)
    {
        var text = report.Text.Blocks[block].Text;
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length));
        var plain = new StringBuilder();
        foreach (var mark in report.Text.Blocks[block].MarksIn(start, end))
        {
            plain.Append(text, start, mark.Start - start);
            start = Math.Min(mark.End, end);
        }

        return plain.Append(text, start, Math.Max(end - start, 0)).ToString();
    }
}
