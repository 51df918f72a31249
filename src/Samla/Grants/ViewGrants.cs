using Samla.Data;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Answers a question with the decisions: amounts and shares in rows and columns, each sum with its cases.</summary>
public sealed class ViewGrants(SamlaDb db, SumGrants sum, GrantWords words, GrantTerms terms)
{
    /// <summary>The column of what others pay than the appropriation.</summary>
    public const string Others = "others";

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
    /// <param name="Figure">The view's own number, in its unit and not rounded; null where it has none or it cannot be told.</param>
    /// <param name="IsHidden">Whether all of it is of so few cases that it is not shown.</param>
    public sealed record Row(
        Heading Heading,
        IReadOnlyList<Part> Parts,
        Part Unsaid,
        long Whole,
        long Total,
        int Cases,
        decimal? Figure = null,
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
    /// <param name="InhabitantsYear">When the inhabitants were counted, where the question needs them; null where nobody has read them in.</param>
    public sealed record Result(
        GrantView View,
        GrantCut Cut,
        IReadOnlyList<Heading> Columns,
        IReadOnlyList<Row> Rows,
        Row All,
        GrantCell Total,
        bool HasMadeUp,
        int? InhabitantsYear = null
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
        var facts = view.NeedsInhabitants ? await MunicipalityFacts.Read(db, cancellation) : MunicipalityFacts.None;
        var sums = await sum.Cells(cut, cancellation);
        // By itself: a grant is not given in the year that it is paid, and a case in two columns is one case.
        var wholes = by.Length == 1 ? sums : await sum.Cells(cut with { By = [view.Rows] }, cancellation);
        // Also a case with two priorities is one.
        var total =
            view == GrantView.Priorities ? (await sum.Cells(cut with { By = [] }, cancellation))[0] : TotalOf(wholes);
        var table = new Table(view, Columns(view, sums), facts);
        var cells = sums.ToLookup(cell => RowKey(table, cell.Keys[0]));
        List<Row> rows =
        [
            .. wholes
                .GroupBy(cell => RowKey(table, cell.Keys[0]))
                .Where(group => view != GrantView.Industries || group.Key is not null)
                .Select(group =>
                    RowOf(table, new Heading(group.Key, RowName(view, group.Key)), cells[group.Key], [.. group])
                ),
        ];
        var name = county is null ? "Hela riket" : Regions.Of(county).County;
        // Who is no company has no industry, and is no part of the answer.
        var asked = view == GrantView.Industries ? TotalOf([.. wholes.Where(cell => cell.Keys[0] is not null)]) : total;
        var all = RowOf(table, new Heading(null, name), sums, [asked]) with
        {
            // Of what is told of a kind alone, or every kind could have less for each inhabitant than all together.
            Figure = FigureOf(
                table,
                county?.ToString(),
                view == GrantView.MunicipalityKinds
                    ? TotalOf([.. wholes.Where(cell => facts.KindOf(cell.Keys[0]) is not null)])
                    : asked,
                isAll: true
            ),
        };
        var shown =
            view.IsSensitive && smallestCell > 1 ? FewCases.Hide(rows, all, smallestCell) : (Rows: rows, All: all);
        return new Result(
            view,
            cut,
            table.Columns,
            view == GrantView.MunicipalityKinds
                ?
                [
                    .. shown
                        .Rows.OrderBy(row => row.Heading.Key is null)
                        .ThenBy(row => row.Heading.Name, SwedishText.Order),
                ]
                : shown.Rows,
            shown.All,
            total,
            await sum.HasMadeUp(cancellation),
            facts.Year
        );
    }

    /// <summary>What the rows of a question are made with.</summary>
    private sealed record Table(GrantView View, List<Heading> Columns, MunicipalityFacts Facts);

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
        if (view == GrantView.Leverage)
        {
            return [new Heading("appropriation", "Anslaget"), new Heading(Others, "Andra")];
        }

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

    /// <summary>The key that a sum's row has: an industry's section and not its division, a municipality's kind and not its code.</summary>
    private static string? RowKey(Table table, string? key) =>
        table.View == GrantView.Industries && key is not null ? IndustrySection.Of(key)?.Letter.ToString()
        : table.View == GrantView.MunicipalityKinds ? table.Facts.KindOf(key)
        : key;

    private string RowName(GrantView view, string? key) =>
        view == GrantView.Industries ? IndustrySection.All.First(section => $"{section.Letter}" == key).Name
        : view == GrantView.MunicipalityKinds && key is not null ? key
        : words.NameOf(view.Rows, key);

    private Row RowOf(Table table, Heading heading, IEnumerable<GrantCell> cells, IReadOnlyList<GrantCell> wholes)
    {
        var view = table.View;
        var whole = wholes is [var only] ? only : TotalOf(wholes);
        var (total, cases) = (whole.Granted ?? 0, whole.Cases);
        if (view == GrantView.Leverage)
        {
            return RowOfLeverage(heading, whole) with { Figure = FigureOf(table, heading.Key, whole) };
        }

        if (table.Columns.Count == 0)
        {
            return new Row(heading, [], new Part(0, 0), total, total, cases, FigureOf(table, heading.Key, whole));
        }

        var byColumn = cells.ToLookup(cell => ColumnKey(view, cell.Keys[1]));
        List<Part> parts = [.. table.Columns.Select(column => Sum(byColumn[column.Key]))];
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

    /// <summary>What the appropriation and others pay where the whole cost is known; its cases are not counted apart.</summary>
    private static Row RowOfLeverage(Heading heading, GrantCell whole)
    {
        var granted = whole.Granted ?? 0;
        return new Row(
            heading,
            [
                new Part(whole.GrantedWithCost, whole.Cases),
                new Part(whole.TotalCost - whole.GrantedWithCost, whole.Cases),
            ],
            new Part(granted - whole.GrantedWithCost, granted == whole.GrantedWithCost ? 0 : whole.Cases),
            whole.TotalCost,
            granted,
            whole.Cases
        );
    }

    /// <summary>A row's own number, not rounded; null where there is nothing to divide by.</summary>
    private static decimal? FigureOf(Table table, string? key, GrantCell whole, bool isAll = false)
    {
        var (amount, by) =
            table.View == GrantView.Leverage
                ? (whole.TotalCost - whole.GrantedWithCost, (decimal)whole.GrantedWithCost)
                : (whole.Granted ?? 0, 100m * InhabitantsOf(table, key, isAll));
        return by > 0 ? amount / by : null;
    }

    /// <summary>How many a row's amount is shared by; 0 where the question or the row has none.</summary>
    private static int InhabitantsOf(Table table, string? key, bool isAll) =>
        !table.View.NeedsInhabitants || (key is null && !isAll) ? 0
        : table.View == GrantView.MunicipalityKinds && !isAll ? table.Facts.InKind(key!)
        : table.Facts.InCounty(key);

    /// <summary>The column that a sum goes in: the headings that are summed as "Annat" go together unless they are what is asked about.</summary>
    private string? ColumnKey(GrantView view, string? key) =>
        view.Series == GrantDimension.Area && view != GrantView.Other && terms.IsOther(key) ? GrantTerms.Other : key;
}
