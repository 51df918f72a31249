using Samla.Collect;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The last sheet of a workbook with tables: what its words mean, and where the texts come from.</summary>
internal static class KeySheet
{
    public static void Add(WorkbookWriter workbook, Round round, IEnumerable<(string Word, string Meaning)> words) =>
        workbook.AddSheet(
            "Förklaring",
            ["ord", "betyder"],
            (
                (IEnumerable<(string, string)>)
                    [
                        ("omgång", $"{round.Id}, {round.Title}"),
                        .. round.Mark is { } mark ? [("märkning", mark)] : Array.Empty<(string, string)>(),
                        .. words,
                    ]
            ).Select(line => (IReadOnlyList<object>)[line.Item1, line.Item2]),
            [],
            new SheetLayout(FrozenColumns: 0, column => column == 0 ? 24 : 100, HasFilter: false)
        );
}
