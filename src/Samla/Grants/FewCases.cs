namespace Samla.Grants;

/// <summary>
/// Hides sums of few cases, and as many more as are needed so that none can be worked out from the sums that are shown: in a row or a column where anything is hidden there are
/// at least two. In the words of statistical disclosure control: primary and secondary suppression.
/// </summary>
internal static class FewCases
{
    /// <param name="rows">The rows, without the one of all.</param>
    /// <param name="all">All rows together.</param>
    /// <param name="smallest">The fewest cases that are shown.</param>
    public static (List<ViewGrants.Row> Rows, ViewGrants.Row All) Hide(
        IReadOnlyList<ViewGrants.Row> rows,
        ViewGrants.Row all,
        int smallest
    )
    {
        if (all.Parts.Count == 0)
        {
            return (HideRows(rows, row => row.Cases < smallest), all);
        }

        var (hidden, gone) = Choose(rows, all, smallest);
        List<ViewGrants.Row> parted = [.. rows.Select((row, at) => With(row, column => hidden[at, column]))];
        return (
            HideRows(
                parted,
                row => row.Cases < smallest || row.Parts.Where(part => part.Cases > 0).ToList() is [{ IsHidden: true }]
            ),
            With(all, gone.Contains)
        );
    }

    private static ViewGrants.Row With(ViewGrants.Row row, Func<int, bool> isHidden) =>
        row with
        {
            Parts =
            [
                .. row.Parts.Select((part, column) => part with { IsHidden = part.Cases > 0 && isHidden(column) }),
            ],
        };

    /// <summary>Hides the wholes of rows, where a whole would tell as much as its parts.</summary>
    private static List<ViewGrants.Row> HideRows(
        IReadOnlyList<ViewGrants.Row> rows,
        Func<ViewGrants.Row, bool> isTelling
    )
    {
        var hidden = rows.Index()
            .Where(row => row.Item.Cases > 0 && isTelling(row.Item))
            .Select(row => row.Index)
            .ToHashSet();
        if (hidden.Count == 1)
        {
            hidden.UnionWith(Next(rows.Select((row, at) => (at, row.Cases)), hidden));
        }

        return [.. rows.Select((row, at) => row with { IsHidden = hidden.Contains(at) })];
    }

    /// <summary>The parts that are hidden, by row and column, and the columns whose totals are.</summary>
    private static (bool[,] Hidden, HashSet<int> Gone) Choose(
        IReadOnlyList<ViewGrants.Row> rows,
        ViewGrants.Row all,
        int smallest
    )
    {
        var columns = all.Parts.Count;
        var hidden = new bool[rows.Count, columns];
        HashSet<int> gone =
        [
            .. all
                .Parts.Index()
                .Where(part => part.Item.Cases > 0 && part.Item.Cases < smallest)
                .Select(part => part.Index),
        ];
        foreach (var (at, row) in rows.Index())
        {
            foreach (var (column, part) in row.Parts.Index())
            {
                hidden[at, column] = part.Cases > 0 && (part.Cases < smallest || row.Cases < smallest);
            }
        }

        // Each turn hides at least one more, or is the last.
        while (HideColumns() | HideInRows() | HideInColumns()) { }

        return (hidden, gone);

        bool HideColumns()
        {
            var more =
                gone.Count == 1 ? Next(all.Parts.Select((part, column) => (column, part.Cases)), gone).ToList() : [];
            gone.UnionWith(more);
            foreach (var column in gone)
            {
                for (var at = 0; at < rows.Count; at++)
                {
                    hidden[at, column] = rows[at].Parts[column].Cases > 0;
                }
            }

            return more.Count > 0;
        }

        bool HideInRows()
        {
            var isMore = false;
            for (var at = 0; at < rows.Count; at++)
            {
                var here = Enumerable.Range(0, columns).Where(column => hidden[at, column]).ToHashSet();
                foreach (
                    var column in here.Count == 1
                        ? Next(rows[at].Parts.Select((part, index) => (index, part.Cases)), here)
                        : []
                )
                {
                    hidden[at, column] = isMore = true;
                }
            }

            return isMore;
        }

        bool HideInColumns()
        {
            var isMore = false;
            foreach (var column in Enumerable.Range(0, columns).Where(column => !gone.Contains(column)))
            {
                var here = Enumerable.Range(0, rows.Count).Where(at => hidden[at, column]).ToHashSet();
                if (here.Count != 1)
                {
                    continue;
                }

                isMore = true;
                if (Next(rows.Select((row, index) => (index, row.Parts[column].Cases)), here).ToList() is [var next])
                {
                    hidden[next, column] = true;
                }
                else
                {
                    gone.Add(column); // the only one in its column: the total is the same
                }
            }

            return isMore;
        }
    }

    /// <summary>The one with the fewest cases that is not hidden yet; none where there is none.</summary>
    private static IEnumerable<int> Next(IEnumerable<(int Index, int Cases)> all, HashSet<int> hidden) =>
        all.Where(one => one.Cases > 0 && !hidden.Contains(one.Index))
            .OrderBy(one => one.Cases)
            .Take(1)
            .Select(one => one.Index);
}
