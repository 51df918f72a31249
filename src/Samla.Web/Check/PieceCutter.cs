using System.Globalization;
using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>
/// Cuts a block's text into pieces in one sweep from left to right, so that places may nest and overlap as they like.
/// </summary>
internal sealed class PieceCutter
{
    private readonly Block _block;
    private readonly Note? _note;
    private readonly List<MarkedPlace> _places;
    private readonly List<MarkedPlace> _open = [];
    private readonly List<Piece> _pieces = [];
    private readonly int _lead;
    private int _nextPlace;
    private int _nextMark;

    private PieceCutter(Block block, Note? note, IEnumerable<MarkedPlace> places)
    {
        _block = block;
        _note = note;
        _lead = block.Kind is BlockKind.Bullet ? block.Text.TakeWhile(IsLead).Count() : 0;
        _places = [.. places.OrderBy(p => p.Place.Start).ThenByDescending(p => p.Place.End)];
    }

    /// <summary>The pieces of a block, in order.</summary>
    /// <param name="block">The block.</param>
    /// <param name="note">The note that the block is, if it is one.</param>
    /// <param name="places">The places in the block, cut to its text.</param>
    public static IReadOnlyList<Piece> Cut(Block block, Note? note, IEnumerable<MarkedPlace> places)
    {
        var cutter = new PieceCutter(block, note, places);
        var from = 0;
        foreach (var to in cutter.Cuts())
        {
            cutter.Add(from, to);
            from = to;
        }

        return cutter._pieces;
    }

    private SortedSet<int> Cuts()
    {
        var cuts = new SortedSet<int> { 0, _block.Text.Length };
        cuts.UnionWith(_places.Select(p => p.Place.Start));
        cuts.UnionWith(_places.Select(p => p.Place.End));
        cuts.UnionWith(_block.Marks.Select(m => m.Start));
        cuts.UnionWith(_block.Marks.Select(m => m.End));
        cuts.UnionWith(_block.PageBreaks);
        cuts.Add(_note?.TextStart ?? _lead);

        return cuts;
    }

    private void Add(int from, int to)
    {
        MarkedPlace[] marks = [.. _open];
        Open(upTo: to);
        MarkedPlace[] ends = [.. _open.Where(p => p.Place.End == to).OrderBy(p => p.Finding.Number)];
        _open.RemoveAll(p => p.Place.End == to);
        if (from == to && ends is [])
        {
            return;
        }

        var (kind, number) = KindOf(from, to);
        _pieces.Add(new Piece(kind, _block.Text[from..to], number, marks, ends) { PageBegins = PageAt(from) });
    }

    // Not the digits of a numbered list, nor a quotation mark or bracket before the first word.
    private static bool IsLead(char c) =>
        c is ' ' or '\t' or '*' or '•' or '‣' or '·'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.PrivateUse;

    private void Open(int upTo)
    {
        for (; _nextPlace < _places.Count && _places[_nextPlace].Place.Start <= upTo; _nextPlace++)
        {
            _open.Add(_places[_nextPlace]);
        }
    }

    private (PieceKind Kind, int Number) KindOf(int from, int to)
    {
        if (_note is not null && to <= _note.TextStart)
        {
            return (PieceKind.NoteNumber, _note.Number);
        }

        if (to <= _lead)
        {
            return (PieceKind.Bullet, 0);
        }

        while (_nextMark < _block.Marks.Count && _block.Marks[_nextMark].End <= from)
        {
            _nextMark++;
        }

        return
            _nextMark < _block.Marks.Count
            && _block.Marks[_nextMark] is var mark
            && mark.Start <= from
            && to <= mark.End
            ? (PieceKind.NoteMark, mark.Number)
            : (PieceKind.Text, 0);
    }

    private int? PageAt(int from) =>
        from > 0
        && _block.Page is { } page
        && _block.PageBreaks.Index().FirstOrDefault(b => b.Item == from) is { Item: > 0 } found
            ? page + found.Index + 1
            : null;
}
