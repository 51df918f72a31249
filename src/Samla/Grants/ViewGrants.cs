using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Answers a question with the decisions: amounts and shares in rows and columns, each sum with its cases.</summary>
public sealed class ViewGrants(SumGrants sum, GrantWords words, GrantTerms terms)
{
    /// <param name="Key">As files have it; null for what rows that do not say it.</param>
    public sealed record Heading(string? Key, string Name);

    /// <summary>A sum in a row.</summary>
    /// <param name="Amount">In öre.</param>
    /// <param name="IsHidden">Whether it is of so few cases that it is not shown.</param>
    public sealed record Part(long Amount, int Cases, bool IsHidden = false);

    /// <param name="Parts">In the order of the columns.</param>
    /// <param name="Unsaid">What the row has that is in no column.</param>
    /// <param name="Whole">What the shares are of, in öre: the sum of the columns; for payments what was granted.</param>
    /// <param name="Total">All that the row has, in öre.</param>
    /// <param name="Cases">All its cases.</param>
    /// <param name="IsHidden">Whether all of it is of so few cases that it is not shown.</param>
    public sealed record Row(
        Heading Heading,
        IReadOnlyList<Part> Parts,
        Part Unsaid,
        long Whole,
        long Total,
        int Cases,
        bool IsHidden = false
    )
    {
        /// <summary>A part's share of the whole, from 0 to 1; null where there is no whole.</summary>
        public decimal? ShareOf(Part part) => Whole > 0 && !part.IsHidden ? (decimal)part.Amount / Whole : null;
    }

    /// <param name="Columns">None where each row has one sum.</param>
    /// <param name="Rows">Those that have anything, in their order.</param>
    /// <param name="All">All rows together.</param>
    /// <param name="Total">All sums of it.</param>
    public sealed record Result(
        GrantView View,
        GrantCut Cut,
        IReadOnlyList<Heading> Columns,
        IReadOnlyList<Row> Rows,
        Row All,
        GrantCell Total,
        bool HasMadeUp
    );

    /// <param name="view">The question.</param>
    /// <param name="years">The years of decision; null for all.</param>
    /// <param name="appropriation">The appropriation.</param>
    /// <param name="county">A single county; null for all.</param>
    /// <param name="smallestCell">The fewest cases that are shown where the question is a sensitive one.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<Result> Run(
        GrantView view,
        YearSpan? years,
        Appropriation appropriation,
        RegionCode? county,
        int smallestCell,
        CancellationToken cancellation
    )
    {
        GrantDimension[] by = view.Series is { } series ? [view.Rows, series] : [view.Rows];
        county = view.IsSensitive ? null : county; // or a company in a small county could be told by what is left
        var cut = new GrantCut(by, years?.First, years?.Last, appropriation, county?.ToString());
        var sums = await sum.Cells(cut, cancellation);
        // By itself: a grant is not given in the year that it is paid, and a case in two columns is one case.
        var wholes = by.Length == 1 ? sums : await sum.Cells(cut with { By = [view.Rows] }, cancellation);
        var total = TotalOf(wholes);
        var columns = Columns(view, sums);
        var cells = sums.ToLookup(cell => RowKey(view, cell.Keys[0]));
        List<Row> rows =
        [
            .. wholes
                .GroupBy(cell => RowKey(view, cell.Keys[0]))
                .Where(group => view != GrantView.Industries || group.Key is not null)
                .Select(group =>
                    RowOf(view, new Heading(group.Key, RowName(view, group.Key)), cells[group.Key], columns, group)
                ),
        ];
        var name = county is null ? "Hela riket" : Regions.Of(county).County;
        // Who is no company has no industry, and is no part of the answer.
        var asked = view == GrantView.Industries ? TotalOf([.. wholes.Where(cell => cell.Keys[0] is not null)]) : total;
        var all = RowOf(view, new Heading(null, name), sums, columns, [asked]);
        var shown =
            view.IsSensitive && smallestCell > 1 ? FewCases.Hide(rows, all, smallestCell) : (Rows: rows, All: all);
        return new Result(view, cut, columns, shown.Rows, shown.All, total, await sum.HasMadeUp(cancellation));
    }

    /// <summary>A case is in one row alone: it has one county, one year of decision and one industry.</summary>
    private static GrantCell TotalOf(IReadOnlyList<GrantCell> rows) =>
        new(
            [],
            rows.Sum(cell => cell.Granted ?? 0),
            rows.Sum(cell => cell.Paid),
            rows.Sum(cell => cell.Cases),
            rows.Sum(cell => cell.TotalCost),
            rows.Sum(cell => cell.GrantedWithCost),
            rows.Sum(cell => cell.FundAmount)
        );

    private List<Heading> Columns(GrantView view, IReadOnlyList<GrantCell> cells)
    {
        if (view.Series is not { } series)
        {
            return [];
        }

        if (view == GrantView.Other)
        {
            return [.. terms.OtherHeadings.Select(term => new Heading(term.Id, term.Name))];
        }

        if (series == GrantDimension.Area)
        {
            return
            [
                .. terms.Areas.Select(term => new Heading(term.Id, term.Name)),
                new Heading(GrantTerms.Other, "Annat"),
            ];
        }

        return
        [
            .. words
                .InOrder([series], cells.Select(cell => cell with { Keys = [cell.Keys[1]] }))
                // Some files have one sum for all years: it is paid, if not when.
                .Where(cell => cell.Keys[0] is not null || (view == GrantView.Payments && cell.Paid != 0))
                .Select(cell => cell.Keys[0])
                .Distinct()
                .Select(key => new Heading(key, words.NameOf(series, key))),
        ];
    }

    /// <summary>The key that a sum's row has: an industry's section and not its division.</summary>
    private static string? RowKey(GrantView view, string? key) =>
        view == GrantView.Industries && key is not null ? IndustrySection.Of(key)?.Letter.ToString() : key;

    private string RowName(GrantView view, string? key) =>
        view == GrantView.Industries
            ? IndustrySection.All.First(section => $"{section.Letter}" == key).Name
            : words.NameOf(view.Rows, key);

    private Row RowOf(
        GrantView view,
        Heading heading,
        IEnumerable<GrantCell> cells,
        List<Heading> columns,
        IEnumerable<GrantCell> wholes
    )
    {
        var (total, cases) = wholes.Aggregate(
            (Total: 0L, Cases: 0),
            (sum, cell) => (sum.Total + (cell.Granted ?? 0), sum.Cases + cell.Cases)
        );
        if (columns.Count == 0)
        {
            return new Row(heading, [], new Part(0, 0), total, total, cases);
        }

        var byColumn = cells.ToLookup(cell => ColumnKey(view, cell.Keys[1]));
        List<Part> parts = [.. columns.Select(column => Sum(byColumn[column.Key]))];
        var said = parts.Sum(part => part.Amount);
        return view == GrantView.Payments ? new Row(heading, parts, new Part(0, 0), total, total, cases)
            : view == GrantView.Funds ? new Row(heading, parts, Sum(byColumn[null]), total, total, cases)
            // Of what is asked about alone: the headings under Annat; those who have a manager.
            : view == GrantView.Other || view == GrantView.Sexes
                ? new Row(heading, parts, new Part(0, 0), said, said, parts.Sum(part => part.Cases))
            : new Row(heading, parts, Sum(byColumn[null]), said, total, cases);

        static Part Sum(IEnumerable<GrantCell> some) =>
            some.Aggregate(
                new Part(0, 0),
                (sum, cell) => new Part(sum.Amount + (cell.Granted ?? cell.Paid), sum.Cases + cell.Cases)
            );
    }

    /// <summary>The column that a sum goes in: the headings that are summed as "Annat" go together unless they are what is asked about.</summary>
    private string? ColumnKey(GrantView view, string? key) =>
        view.Series == GrantDimension.Area && view != GrantView.Other && terms.IsOther(key) ? GrantTerms.Other : key;
}
