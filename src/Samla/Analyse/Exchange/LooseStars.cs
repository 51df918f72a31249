namespace Samla.Analyse.Exchange;

/// <summary>Stars that stand as passages of their own in a file, as programs may write them that have one code to a passage.</summary>
internal sealed class LooseStars
{
    private readonly HashSet<(int Start, int End)> _places = [];

    public void Add(int start, int end) => _places.Add((start, end));

    /// <summary>The passages with stars on those of the same words; a star on other words is told.</summary>
    public List<ExchangeSelection> On(List<ExchangeSelection> selections, string source, Notices notices)
    {
        var coded = selections
            .Where(selection => selection.Codings.Count > 0)
            .Select(selection => (selection.Start, selection.End))
            .ToHashSet();
        foreach (var (start, _) in _places.Except(coded).Order())
        {
            notices.LeaveOut(
                $"Stjärnan vid tecken {start} i ”{Troubles.Short(source)}” är inte läst: inga kodade ord börjar och slutar där den gör det."
            );
        }

        return selections.ConvertAll(selection =>
            _places.Contains((selection.Start, selection.End))
                ? selection with
                {
                    Codings = [.. selection.Codings.Select(coding => coding with { IsStarred = true })],
                }
                : selection
        );
    }
}
