using Samla.Domain.Check;

namespace Samla.Web.Check;

/// <summary>Leads from a mark to its note and back; where a number stands twice, to the first.</summary>
public sealed class NoteLinks
{
    private readonly Dictionary<int, int> _blockByNote = [];
    private readonly Dictionary<int, int> _blockByMark = [];

    public NoteLinks(PublishedText text)
    {
        foreach (var note in text.Notes)
        {
            _blockByNote.TryAdd(note.Number, note.Block);
        }

        foreach (var block in text.Blocks)
        {
            foreach (var mark in block.Marks)
            {
                _blockByMark.TryAdd(mark.Number, block.Index);
            }
        }
    }

    public bool HasNote(int number) => _blockByNote.ContainsKey(number);

    public bool HasMark(int number) => _blockByMark.ContainsKey(number);

    public bool IsNote(int number, Block block) => _blockByNote.GetValueOrDefault(number, -1) == block.Index;

    public bool IsMark(int number, Block block) => _blockByMark.GetValueOrDefault(number, -1) == block.Index;
}
