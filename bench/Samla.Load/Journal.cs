namespace Samla.Load;

/// <summary>An answer that editors write, with every text of it that the server has said it saved.</summary>
/// <remarks>A text is a list of lines, each written once by one editor and taken away by none: so each must stay.</remarks>
internal sealed class Journal(string name)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, string> _saves = [];
    private readonly List<string> _faults = [];

    /// <param name="Revision">0 before the first.</param>
    public readonly record struct Save(int Revision, string Text);

    /// <summary>How many write it.</summary>
    public int Writers { get; set; }

    /// <summary>The latest that was acknowledged.</summary>
    public Save Latest
    {
        get
        {
            lock (_lock)
            {
                return _saves.Count == 0 ? new Save(0, "") : new Save(_saves.Keys.Last(), _saves.Values.Last());
            }
        }
    }

    /// <summary>The server has said that it saved a text.</summary>
    public void Acknowledge(Save save)
    {
        lock (_lock)
        {
            if (!_saves.TryAdd(save.Revision, save.Text) && _saves[save.Revision] != save.Text)
            {
                _faults.Add($"{name}: two texts were acknowledged as revision {save.Revision}.");
            }
        }
    }

    /// <summary>What was acknowledged and is not shown.</summary>
    /// <param name="acknowledged">The latest, before the page was asked for.</param>
    /// <param name="shown">What the page shows.</param>
    public IEnumerable<string> Missing(Save acknowledged, Save shown)
    {
        var missing = Lost(acknowledged.Text, shown.Text);
        return shown.Revision < acknowledged.Revision
            ? missing.Prepend($"{name}: revision {acknowledged.Revision} was acknowledged, {shown.Revision} is shown.")
            : missing;
    }

    /// <summary>What does not hold when all have stopped.</summary>
    /// <param name="shown">What the page shows.</param>
    public IEnumerable<string> Review(Save shown)
    {
        lock (_lock)
        {
            var found = new List<string>(_faults);
            var before = new Save(0, "");
            foreach (var (revision, text) in _saves)
            {
                // Who saved had seen all that was saved before: else it was overwritten, if only for a while.
                found.AddRange(Lost(before.Text, text).Select(lost => $"{lost} (from revision {revision})"));
                before = new Save(revision, text);
            }

            found.AddRange(Missing(before, shown));
            if (before.Revision > 0 && shown != before)
            {
                found.Add($"{name}: the text that is shown, revision {shown.Revision}, is not the one saved last.");
            }

            return found;
        }
    }

    private IEnumerable<string> Lost(string before, string after) =>
        before
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Except(after.Split('\n'), StringComparer.Ordinal)
            .Select(line => $"{name} has lost: {line}");
}
