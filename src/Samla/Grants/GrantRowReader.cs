using System.Globalization;
using Samla.Domain;
using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>Reads rows of a file of decisions by its mapping, one after the other. What is wrong with a row is all said at once.</summary>
internal sealed class GrantRowReader(GrantTable table, ColumnMapping mapping, GrantTerms terms, int thisYear)
{
    private const int EarliestYear = 1990;

    /// <summary>A file with more mistakes is another file than was meant.</summary>
    private const int MostRejected = 10_000;

    /// <summary>With more words of its own a column is not one of areas.</summary>
    private const int MostUnknown = 50;

    private static readonly string[] DayFormats =
    [
        "yyyy-MM-dd",
        "yyyyMMdd",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-ddTHH:mm:ss",
    ];

    private readonly Dictionary<string, int> _columns = Place(table, mapping);
    private IReadOnlyList<string> _cells = [];
    private readonly Dictionary<string, string> _industries = new(StringComparer.Ordinal);
    private string _case = "";
    private int _number;
    private bool _isRejected;

    /// <summary>What is wrong so far.</summary>
    public List<RejectedRow> Rejected { get; } = [];

    /// <summary>The cases that are not read in, since something is wrong with a row of theirs.</summary>
    public HashSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>The columns that a mapping names and a file has not, in Swedish; null where all are there.</summary>
    public static string? Missing(GrantTable table, ColumnMapping mapping)
    {
        var missing = mapping
            .Columns.Where(pair => !table.Heads.Contains(pair.Value, StringComparer.OrdinalIgnoreCase))
            .Select(pair => $"”{pair.Value}”")
            .ToList();
        return missing.Count == 0
            ? null
            : $"Filen saknar {(missing.Count == 1 ? "kolumnen" : "kolumnerna")} {SwedishText.Enumeration(missing)}. Dess kolumner är {SwedishText.Enumeration([.. table.Heads.Where(head => head.Length > 0).Select(head => $"”{head}”")])}. Ange i kopplingen vilken kolumn som är vilken.";
    }

    /// <summary>The words for areas that are not ours.</summary>
    public HashSet<string> UnknownAreas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows that can be read, each as it stands: with the case's whole amounts.</summary>
    public IEnumerable<GrantRow> Read(CancellationToken cancellation)
    {
        foreach (var (number, cells) in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var isRepeated = number <= _number; // as only a workbook that is not made by a program for sheets can have it
            (_number, _cells, _isRejected) = (number, cells, false);
            if (Rejected.Count >= MostRejected)
            {
                Reject(GrantField.Case, $"Filen har fler än {MostRejected} fel. Resten är inte läst.");
                yield break;
            }

            if (isRepeated)
            {
                Reject(GrantField.Case, "Två rader i filen har samma nummer.");
                continue;
            }

            if (cells.Any(IsBroken))
            {
                Reject(
                    GrantField.Case,
                    $"Raden har en radbrytning i en text, ett citattecken utan slut eller en text på över {GrantTable.LongestCell} tecken. Troligen saknas ett citattecken."
                );
                continue;
            }

            if (cells.Count > table.Heads.Count)
            {
                Reject(
                    GrantField.Case,
                    $"Raden har {cells.Count} fält, men rubrikerna är {table.Heads.Count}. Sätt citattecken runt texter med skiljetecknet i."
                );
                continue;
            }

            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var row = ReadRow();
            if (_isRejected)
            {
                Broken.Add(row.Case);
            }
            else
            {
                yield return row;
            }
        }
    }

    private static bool IsBroken(string cell) =>
        cell.Length > GrantTable.LongestCell || cell is ['"', ..] || cell.AsSpan().ContainsAny('\n', '\r');

    private static Dictionary<string, int> Place(GrantTable table, ColumnMapping mapping)
    {
        var places = table
            .Heads.Index()
            .Where(head => head.Item.Length > 0)
            .ToDictionary(head => head.Item, head => head.Index, StringComparer.OrdinalIgnoreCase);
        return mapping.Columns.ToDictionary(pair => pair.Key, pair => places[pair.Value]);
    }

    private GrantRow ReadRow()
    {
        var county = Term(GrantField.County, terms.County);
        var area = Term(GrantField.Area, Area);
        var row = new GrantRow
        {
            Import = 0, // it has a number when it is read in
            Number = _number,
            Case = CaseNumber(),
            County = county,
            Municipality = Term(
                GrantField.Municipality,
                text => _isRejected && county is null ? (null, null) : terms.Municipality(text, county)
            ),
            Form = Term(GrantField.Form, terms.Form),
            DecisionYear = Year(GrantField.DecisionYear) ?? Lacks(GrantField.DecisionYear, "Beslutsåret saknas."),
            PaymentYear = Year(GrantField.PaymentYear),
            Area = area,
            Priority = Term(GrantField.Priority, text => terms.Priority(text, area)),
            Share = Share(),
            Granted =
                Amount(GrantField.Granted)
                ?? Lacks(GrantField.Granted, "Beloppet saknas. Skriv 0 om inget är beviljat."),
            Paid = Amount(GrantField.Paid) ?? Lacks(GrantField.Paid, "Beloppet saknas. Skriv 0 om inget är utbetalt."),
            TotalCost = Amount(GrantField.TotalCost),
            Fund = Term(GrantField.Fund, terms.EuFund),
            FundAmount = Amount(GrantField.FundAmount),
            Applicant = Term(GrantField.Applicant, GrantTerms.Applicant),
            Sex = Term(GrantField.Sex, GrantTerms.Sex),
            Industry = Once(Term(GrantField.Industry, GrantTerms.Industry)),
            StartsOn = Day(GrantField.StartsOn),
            EndsOn = Day(GrantField.EndsOn),
            HasResultsChain = Term(GrantField.ResultsChain, GrantTerms.YesOrNo),
            Economic = Points(GrantField.Economic),
            Social = Points(GrantField.Social),
            Environmental = Points(GrantField.Environmental),
        };
        Compare(row);
        return row;
    }

    /// <summary>What does not go together within the row.</summary>
    private void Compare(GrantRow row)
    {
        if (row.Granted < 0)
        {
            Reject(
                GrantField.Granted,
                "Beloppet är negativt. En rättelse läses in som hela ärendet, med det belopp som gäller nu."
            );
        }

        if (row.PaymentYear < row.DecisionYear)
        {
            Reject(GrantField.PaymentYear, $"Utbetalt {row.PaymentYear}, men beslutat först {row.DecisionYear}.");
        }

        if (row.TotalCost < row.Granted)
        {
            Reject(GrantField.TotalCost, "Den totala kostnaden är mindre än det som är beviljat.");
        }

        if (row.FundAmount is not null && row.Fund is null)
        {
            Reject(GrantField.Fund, "Raden har EU-medel men säger inte från vilken fond.");
        }

        if (row.FundAmount < 0)
        {
            Reject(GrantField.FundAmount, "Beloppet är negativt.");
        }

        if (row.Granted + (row.FundAmount ?? 0) > row.TotalCost && row.Granted <= row.TotalCost)
        {
            Reject(
                GrantField.TotalCost,
                "Den totala kostnaden är mindre än det som är beviljat och EU-medlen tillsammans."
            );
        }

        if (row.EndsOn < row.StartsOn)
        {
            Reject(GrantField.EndsOn, "Slutdagen är före startdagen.");
        }
    }

    /// <summary>The same text for the same code: a million rows have some hundred.</summary>
    private string? Once(string? industry)
    {
        if (industry is null)
        {
            return null;
        }

        if (!_industries.TryGetValue(industry, out var known))
        {
            _industries.Add(industry, known = industry);
        }

        return known;
    }

    private string TextOf(GrantField field) =>
        _columns.TryGetValue(field.Id, out var column) && column < _cells.Count ? _cells[column].Trim() : "";

    /// <summary>The cell's own words, or what the mapping says that they mean.</summary>
    private string MeaningOf(GrantField field)
    {
        var text = TextOf(field);
        return mapping.Values.TryGetValue(field.Id, out var values) ? values.GetValueOrDefault(text, text) : text;
    }

    private (string? Area, string? Trouble) Area(string text)
    {
        var (area, trouble) = terms.Area(text);
        if (trouble is not null && UnknownAreas.Count < MostUnknown)
        {
            UnknownAreas.Add(text);
        }

        return (area, trouble);
    }

    private string CaseNumber()
    {
        var text = TextOf(GrantField.Case);
        // As Samla writes a number that a spreadsheet would take for a formula.
        text = text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
        if (text.Length == 0)
        {
            Reject(GrantField.Case, "Ärendets nummer saknas. Utan det går det inte att rätta beslutet senare.");
        }
        else if (text.Length > GrantRow.LongestCase || text.Any(char.IsControl))
        {
            Reject(
                GrantField.Case,
                $"Ärendets nummer är längre än {GrantRow.LongestCase} tecken eller har tecken som inte går att läsa."
            );
        }

        // The rows of a case mostly stand together, and one text is enough for them.
        return _case = text == _case ? _case : text;
    }

    private T Term<T>(GrantField field, Func<string, (T Value, string? Trouble)> read)
    {
        if (!_columns.ContainsKey(field.Id))
        {
            return default!;
        }

        var (value, trouble) = read(MeaningOf(field));
        if (trouble is not null)
        {
            Reject(field, trouble);
        }

        return value;
    }

    private int? Year(GrantField field)
    {
        var text = TextOf(field);
        if (text.Length == 0)
        {
            return null;
        }

        var year =
            text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : DayOf(text)?.Year;
        if (year is null)
        {
            Reject(field, $"”{text}” är inget år. Skriv det med fyra siffror, som {thisYear - 1}.");
        }
        else if (year < EarliestYear || year > thisYear)
        {
            Reject(field, $"{year} kan inte stämma: året ska vara mellan {EarliestYear} och {thisYear}.");
        }

        return year;
    }

    private DateOnly? Day(GrantField field)
    {
        var text = TextOf(field);
        var day = text.Length == 0 ? null : DayOf(text);
        if (text.Length > 0 && day is null)
        {
            Reject(field, $"”{text}” kan inte läsas som en dag. Skriv den som {thisYear - 1}-05-31.");
        }

        return day;
    }

    // Only those that can be read in one way: 3/5/2023 is May to some and March to others.
    private DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : table.IsWorkbook
        && double.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var serial
        )
        && serial is > 30_000 and < 80_000
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
        : null;

    private long? Amount(GrantField field)
    {
        var text = TextOf(field);
        if (text.Length == 0)
        {
            return null;
        }

        var (ore, trouble) = GrantAmount.Read(text, mapping.Unit);
        if (trouble is not null)
        {
            Reject(field, trouble);
        }

        return ore;
    }

    /// <summary>In hundredths of a percent; nought where the row says nothing.</summary>
    private int Share()
    {
        var text = TextOf(GrantField.Share).TrimEnd('%').TrimEnd();
        if (text.Length == 0)
        {
            return 0;
        }

        if (
            decimal.TryParse(
                text.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            )
            && percent is > 0 and <= 100
            && percent * 100 == decimal.Truncate(percent * 100)
        )
        {
            return (int)(percent * 100);
        }

        Reject(
            GrantField.Share,
            $"”{text}” är ingen andel. Skriv den i procent, över 0 och högst 100, med högst två decimaler."
        );
        return 0;
    }

    private short? Points(GrantField field)
    {
        var text = TextOf(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (
            short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points)
            && points <= GrantRow.MostPoints
        )
        {
            return points;
        }

        Reject(field, $"”{text}” är inga poäng. Skriv ett heltal från 0 till {GrantRow.MostPoints}.");
        return null;
    }

    /// <summary>Rejects a row that says nothing where it has to, unless that is already done for another reason.</summary>
    private int Lacks(GrantField field, string reason)
    {
        if (TextOf(field).Length == 0)
        {
            Reject(field, reason);
        }

        return 0;
    }

    private void Reject(GrantField field, string reason)
    {
        _isRejected = true;
        Rejected.Add(new RejectedRow(_number, field, reason));
    }
}
