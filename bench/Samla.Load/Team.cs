using Samla.Domain;

namespace Samla.Load;

/// <summary>All who write, and the journals of what they write.</summary>
internal sealed class Team : IDisposable
{
    /// <summary>At each reporter; the last of them writes the same answer as the first.</summary>
    private const int EditorsOfOne = 5;

    private const int AtOnce = 4;

    private readonly List<Editor> _editors = [];
    private readonly Dictionary<string, Journal> _journals = new(StringComparer.Ordinal);
    private readonly List<(Editor Reader, Journal Journal)> _answers = [];

    private Team() { }

    public static int Most => Regions.All.Count * EditorsOfOne;

    /// <summary>Signs all of them in, each with a page open.</summary>
    public static async Task<Team> Open(
        Server server,
        Measures measures,
        int editors,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(editors, Most);
        var team = new Team();
        for (var number = 0; number < editors; number++)
        {
            var (reporter, place) = Math.DivRem(number, EditorsOfOne);
            var editor = new Editor(server, measures, number, $"{Regions.All[reporter].Code}", clock);
            team._editors.Add(editor);
            var account = place % 2 == 0 ? "handlaggare" : "ansvarig";
            await editor.Open(account, section: place % (EditorsOfOne - 1), cancellation);
            if (!team._journals.TryGetValue(editor.Path, out var journal))
            {
                team._journals[editor.Path] = journal = new Journal(editor.Path);
                team._answers.Add((editor, journal));
            }

            journal.Writers++;
        }

        return team;
    }

    /// <summary>All write until they are stopped; ends when each has saved its last line.</summary>
    public Task Write(Random chance, TimeSpan pause, CancellationToken stop, CancellationToken cancellation) =>
        Task.WhenAll([
            .. _editors.Select(editor =>
                editor.Write(_journals[editor.Path], chance.NextDouble() * pause, pause, stop, cancellation)
            ),
        ]);

    /// <summary>The latest that was acknowledged of each answer.</summary>
    public IReadOnlyDictionary<Journal, Journal.Save> Acknowledged() =>
        _journals.Values.ToDictionary(journal => journal, journal => journal.Latest);

    /// <summary>What was acknowledged and is not on the pages, also while others write on.</summary>
    public Task<IReadOnlyList<string>> FindMissing(
        IReadOnlyDictionary<Journal, Journal.Save> acknowledged,
        CancellationToken cancellation
    ) => ReadBack((journal, shown) => journal.Missing(acknowledged[journal], shown), cancellation);

    /// <summary>What does not hold when all have stopped.</summary>
    public Task<IReadOnlyList<string>> Review(CancellationToken cancellation) =>
        ReadBack((journal, shown) => journal.Review(shown), cancellation);

    public void Dispose() => _editors.ForEach(editor => editor.Dispose());

    private async Task<IReadOnlyList<string>> ReadBack(
        Func<Journal, Journal.Save, IEnumerable<string>> find,
        CancellationToken cancellation
    )
    {
        var found = new List<string>();
        foreach (var some in _answers.Chunk(AtOnce))
        {
            var pages = await Task.WhenAll(some.Select(answer => answer.Reader.Read(cancellation)));
            found.AddRange(some.Zip(pages).SelectMany(pair => find(pair.First.Journal, pair.Second)));
        }

        return found;
    }
}
