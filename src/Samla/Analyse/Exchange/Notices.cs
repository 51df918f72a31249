namespace Samla.Analyse.Exchange;

/// <summary>What is to be told of a project that was read.</summary>
internal sealed class Notices
{
    private const int MostNamed = 5;

    private readonly Dictionary<string, List<string>> _assumed = [];
    private readonly List<UnplacedSelection> _unplaced = [];
    private readonly List<string> _leftOut = [];

    public ExchangeReport Report => new([.. _assumed.Select(Told)], _unplaced, _leftOut);

    public void Assume(string what, string source)
    {
        if (!_assumed.TryGetValue(what, out var sources))
        {
            _assumed[what] = sources = [];
        }

        sources.Add(source);
    }

    public void Unplaced(UnplacedSelection selection) => _unplaced.Add(selection);

    public void LeaveOut(string what) => _leftOut.Add(what);

    /// <summary>Tells of so many; nothing where there are none.</summary>
    public void LeaveOut(int count, string what)
    {
        if (count > 0)
        {
            LeaveOut($"{what} är inte lästa ({count} st).");
        }
    }

    private static string Told(KeyValuePair<string, List<string>> assumed)
    {
        var named = string.Join(", ", assumed.Value.Take(MostNamed).Select(name => $"”{Troubles.Short(name)}”"));
        var more = assumed.Value.Count > MostNamed ? $" och {assumed.Value.Count - MostNamed} till" : "";
        return $"{assumed.Key} Gäller {named}{more}.";
    }
}
