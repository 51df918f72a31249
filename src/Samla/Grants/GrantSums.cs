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

    private static readonly string[] Points =
    [
        .. Enumerable.Range(0, GrantRow.MostPoints + 1).Select(one => one.ToString(CultureInfo.InvariantCulture)),
    ];

    private readonly Dictionary<Place, GrantSum> _sums = [];
    private readonly HashSet<(GrantDimension Dimension, string? Key)> _seen = [];

    public GrantSums(IEnumerable<GrantSum> sums)
    {
        foreach (var sum in sums)
        {
            _sums.Add(new Place(sum.Dimension, sum.Key, sum.County, sum.DecisionYear, sum.IsTransport), sum);
        }
    }

    /// <summary>Those that have anything, numbered anew.</summary>
    public IEnumerable<GrantSum> All
    {
        get
        {
            var numbers = Dimensions.ToDictionary(dimension => dimension, _ => 0);
            foreach (var sum in _sums.Values.Where(sum => sum.Cases > 0))
            {
                sum.Number = ++numbers[sum.Dimension];
                yield return sum;
            }
        }
    }

    /// <summary>All rows of a case, with their parts of its amounts.</summary>
    public void Add(IReadOnlyList<GrantRow> rows) => Count(rows, 1);

    /// <summary>The rows of a case that no longer counts.</summary>
    public void Remove(IReadOnlyList<GrantRow> rows) => Count(rows, -1);

    private void Count(IReadOnlyList<GrantRow> rows, int sign)
    {
        _seen.Clear();
        foreach (var row in rows)
        {
            foreach (var dimension in Dimensions)
            {
                var key = KeyOf(row, dimension);
                var sum = At(row, dimension, key);
                sum.Granted += sign * row.Granted;
                sum.Paid += sign * row.Paid;
                sum.TotalCost += sign * (row.TotalCost ?? 0);
                sum.GrantedWithCost += row.TotalCost is null ? 0 : sign * row.Granted;
                sum.FundAmount += sign * (row.FundAmount ?? 0);
                if (rows.Count == 1 || _seen.Add((dimension, key)))
                {
                    sum.Cases += sign;
                }
            }
        }
    }

    private GrantSum At(GrantRow row, GrantDimension dimension, string? key)
    {
        var isTransport = row.Form == SupportForm.Transport;
        var place = new Place(dimension, key, row.County, row.DecisionYear, isTransport);
        if (!_sums.TryGetValue(place, out var sum))
        {
            sum = new GrantSum
            {
                Dimension = dimension,
                Number = 0,
                Key = key,
                County = row.County,
                DecisionYear = row.DecisionYear,
                IsTransport = isTransport,
            };
            _sums.Add(place, sum);
        }

        return sum;
    }

    private static string? KeyOf(GrantRow row, GrantDimension dimension) =>
        dimension switch
        {
            GrantDimension.Area => row.Area,
            GrantDimension.Priority => row.Priority,
            GrantDimension.PaymentYear => row.PaymentYear?.ToString(CultureInfo.InvariantCulture),
            GrantDimension.Form => row.Form?.ToString(),
            GrantDimension.Fund => row.Fund,
            GrantDimension.Applicant => row.Applicant?.ToString(),
            GrantDimension.Sex => row.Sex?.ToString(),
            GrantDimension.Industry => row.Industry?[..2],
            GrantDimension.Municipality => row.Municipality,
            GrantDimension.ResultsChain => row.HasResultsChain is { } has
                ? (has ? GrantWords.Yes : GrantWords.No)
                : null,
            GrantDimension.Economic => PointsOf(row.Economic),
            GrantDimension.Social => PointsOf(row.Social),
            GrantDimension.Environmental => PointsOf(row.Environmental),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Every sum has it."),
        };

    /// <summary>Each text made once, and not for each of a million rows.</summary>
    private static string? PointsOf(short? points) => points is { } some ? Points[some] : null;

    private readonly record struct Place(
        GrantDimension Dimension,
        string? Key,
        RegionCode? County,
        int Year,
        bool IsTransport
    );
}
