using System.Globalization;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Keeps <see cref="GrantSum"/>s true while cases come and go: they are what the cases would sum to if all were summed anew.</summary>
internal sealed class GrantSums
{
    /// <summary>Those that a sum can have besides county and year of decision.</summary>
    public static readonly IReadOnlyList<GrantDimension> Dimensions =
    [
        .. Enum.GetValues<GrantDimension>().Where(one => one is not (GrantDimension.County or GrantDimension.Year)),
    ];

    private static readonly int Places = Enum.GetValues<GrantDimension>().Length;

    // Each text made once, and not for each of a million rows.
    private static readonly string[] Numbers =
    [
        .. Enumerable.Range(0, 2200).Select(one => one.ToString(CultureInfo.InvariantCulture)),
    ];

    private static readonly string[] Divisions =
    [
        .. Enumerable.Range(0, 100).Select(one => one.ToString("00", CultureInfo.InvariantCulture)),
    ];

    private static readonly string[] Forms = Enum.GetNames<SupportForm>();
    private static readonly string[] Applicants = Enum.GetNames<ApplicantKind>();
    private static readonly string[] Sexes = Enum.GetNames<ManagerSex>();

    private readonly Dictionary<(RegionCode? County, int Year, bool IsTransport), Cell> _cells = [];

    public GrantSums(IEnumerable<GrantSum> sums)
    {
        foreach (var sum in sums)
        {
            CellOf(sum.County, sum.DecisionYear, sum.IsTransport).Put(sum);
        }
    }

    /// <summary>Those that have anything, numbered anew.</summary>
    public IEnumerable<GrantSum> All
    {
        get
        {
            var numbers = new int[Places];
            foreach (var sum in _cells.Values.SelectMany(cell => cell.All).Where(sum => sum.Cases > 0))
            {
                sum.Number = ++numbers[(int)sum.Dimension];
                yield return sum;
            }
        }
    }

    /// <summary>All rows of each case, with their parts of its amounts.</summary>
    public void Add(IReadOnlyList<ArraySegment<GrantRow>> cases)
    {
        foreach (var rows in cases)
        {
            Count(rows, 1);
        }
    }

    /// <summary>The rows of a case that no longer counts.</summary>
    public void Remove(IReadOnlyList<GrantRow> rows) => Count(rows, -1);

    private void Count(IReadOnlyList<GrantRow> rows, int sign)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            var cell = CellOf(row.County, row.DecisionYear, row.Form == SupportForm.Transport);
            foreach (var dimension in Dimensions)
            {
                var key = KeyOf(row, dimension);
                var sum = cell.At(dimension, key);
                sum.Granted += sign * row.Granted;
                sum.Paid += sign * row.Paid;
                sum.TotalCost += sign * (row.TotalCost ?? 0);
                sum.GrantedWithCost += row.TotalCost is null ? 0 : sign * row.Granted;
                sum.FundAmount += sign * (row.FundAmount ?? 0);
                if (IsFirstOf(rows, at, dimension, key))
                {
                    sum.Cases += sign;
                }
            }
        }
    }

    /// <summary>Whether no earlier row of the case has the same key: a case has few rows, and is counted once.</summary>
    private static bool IsFirstOf(IReadOnlyList<GrantRow> rows, int at, GrantDimension dimension, string? key)
    {
        for (var earlier = 0; earlier < at; earlier++)
        {
            if (KeyOf(rows[earlier], dimension) == key)
            {
                return false;
            }
        }

        return true;
    }

    private Cell CellOf(RegionCode? county, int year, bool isTransport)
    {
        if (!_cells.TryGetValue((county, year, isTransport), out var cell))
        {
            cell = new Cell(county, year, isTransport);
            _cells.Add((county, year, isTransport), cell);
        }

        return cell;
    }

    private static string? KeyOf(GrantRow row, GrantDimension dimension) =>
        dimension switch
        {
            GrantDimension.Area => row.Area,
            GrantDimension.Priority => row.Priority,
            GrantDimension.PaymentYear => row.PaymentYear is { } year ? Numbers[year] : null,
            GrantDimension.Form => row.Form is { } form ? Forms[(int)form] : null,
            GrantDimension.Fund => row.Fund,
            GrantDimension.Applicant => row.Applicant is { } applicant ? Applicants[(int)applicant] : null,
            GrantDimension.Sex => row.Sex is { } sex ? Sexes[(int)sex] : null,
            GrantDimension.Industry => row.Industry is { } code
                ? Divisions[((code[0] - '0') * 10) + code[1] - '0']
                : null,
            GrantDimension.Municipality => row.Municipality,
            GrantDimension.ResultsChain => row.HasResultsChain is { } has
                ? (has ? GrantWords.Yes : GrantWords.No)
                : null,
            GrantDimension.Economic => row.Economic is { } points ? Numbers[points] : null,
            GrantDimension.Social => row.Social is { } points ? Numbers[points] : null,
            GrantDimension.Environmental => row.Environmental is { } points ? Numbers[points] : null,
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Every sum has it."),
        };

    /// <summary>The sums of a county's decisions of one year and appropriation.</summary>
    private sealed class Cell(RegionCode? county, int year, bool isTransport)
    {
        private readonly Dictionary<string, GrantSum>?[] _said = new Dictionary<string, GrantSum>?[Places];

        // Most rows say nothing of most things.
        private readonly GrantSum?[] _unsaid = new GrantSum?[Places];

        public IEnumerable<GrantSum> All =>
            _unsaid.OfType<GrantSum>().Concat(_said.SelectMany(sums => sums?.Values.AsEnumerable() ?? []));

        public void Put(GrantSum sum)
        {
            if (sum.Key is null)
            {
                _unsaid[(int)sum.Dimension] = sum;
            }
            else
            {
                SaidOf(sum.Dimension).Add(sum.Key, sum);
            }
        }

        public GrantSum At(GrantDimension dimension, string? key)
        {
            if (key is null)
            {
                return _unsaid[(int)dimension] ??= New(dimension, key);
            }

            var said = SaidOf(dimension);
            if (!said.TryGetValue(key, out var sum))
            {
                sum = New(dimension, key);
                said.Add(key, sum);
            }

            return sum;
        }

        private Dictionary<string, GrantSum> SaidOf(GrantDimension dimension) =>
            _said[(int)dimension] ??= new(StringComparer.Ordinal);

        private GrantSum New(GrantDimension dimension, string? key) =>
            new()
            {
                Dimension = dimension,
                Number = 0,
                Key = key,
                County = county,
                DecisionYear = year,
                IsTransport = isTransport,
            };
    }
}
