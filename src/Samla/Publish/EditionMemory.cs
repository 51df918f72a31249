using Samla.Domain;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>The whole editions that were read last. An edition never changes, so what was read once stays true.</summary>
public sealed class EditionMemory
{
    private const int Most = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(Id<Edition> Edition, IReadOnlyList<ReportChapter> Chapters)> _latest = [];

    /// <summary>The edition's chapters; null where they must be read.</summary>
    public IReadOnlyList<ReportChapter>? Find(Id<Edition> edition)
    {
        lock (_lock)
        {
            return _latest.FirstOrDefault(kept => kept.Edition == edition).Chapters;
        }
    }

    public void Keep(Id<Edition> edition, IReadOnlyList<ReportChapter> chapters)
    {
        lock (_lock)
        {
            _latest.AddFirst((edition, chapters));
            if (_latest.Count > Most)
            {
                _latest.RemoveLast();
            }
        }
    }
}
