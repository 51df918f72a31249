using System.Globalization;
using System.Text.RegularExpressions;

namespace Samla.Domain.Collect;

/// <summary>What somebody typed in a cell, read by its column.</summary>
public static partial class CellReader
{
    /// <summary>The most signs that a text may have and be kept: far more than any limit.</summary>
    public const int MostSigns = 20_000;

    /// <summary>The most signs of a web address.</summary>
    public const int MostInLink = 2_000;

    private const decimal MostAmount = 1_000_000_000_000_000;
    private const int MostDecimals = 6;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyyMMdd"];

    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "maj",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
    ];

    /// <param name="Value">What is kept; null for an empty cell, and where there is a fault.</param>
    /// <param name="Fault">What is wrong and what to write instead, in Swedish; null where nothing is.</param>
    public sealed record Result(CellValue? Value, string? Fault);

    /// <summary>Reads a row, and says everything that cannot be kept, not only the first.</summary>
    /// <param name="typed">By the columns' ids; a column that is not there is empty.</param>
    /// <param name="table">Whose row.</param>
    public static (RowCells Cells, IReadOnlyDictionary<Key<TableColumn>, string> Faults) Read(
        IReadOnlyDictionary<Key<TableColumn>, string> typed,
        TemplateTable table
    )
    {
        var read = table
            .InOrder.Select(column => (column.Id, Read: Read(typed.GetValueOrDefault(column.Id, ""), column)))
            .ToList();
        return (
            new RowCells(
                read.Where(one => one.Read.Value is not null).ToDictionary(one => one.Id, one => one.Read.Value!)
            ),
            read.Where(one => one.Read.Fault is not null).ToDictionary(one => one.Id, one => one.Read.Fault!)
        );
    }

    public static Result Read(string typed, TableColumn column)
    {
        // A tab stands between words, so it may not go without a trace.
        var text = string.Concat(
                Source
                    .Normalised(typed)
                    .Select(sign => sign != '\n' && char.IsControl(sign) && char.IsWhiteSpace(sign) ? ' ' : sign)
                    .Where(sign => sign == '\n' || !char.IsControl(sign))
            )
            .Trim();
        return text.Length == 0
            ? new(null, null)
            : column.Type switch
            {
                ColumnType.Text => ReadText(text),
                ColumnType.Number => ReadNumber(text, column.Unit),
                ColumnType.Date => ReadDate(text),
                ColumnType.Choice => ReadChoice(text, column),
                ColumnType.MultiChoice => ReadChoices(text, column),
                ColumnType.Link => ReadLink(text),
            };
    }

    private static Result Kept(CellValue value) => new(value, null);

    private static Result Wrong(string fault) => new(null, fault);

    // An empty line ends the row where rows stand in running text.
    private static Result ReadText(string text) =>
        text.Length > MostSigns
            ? Wrong($"Texten har {SwedishFigures.Of(text.Length)} tecken och är för lång för att sparas. Korta den.")
            : Kept(
                new CellValue.Text(
                    string.Join(
                        '\n',
                        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    )
                )
            );

    private static Result ReadNumber(string text, string? unit)
    {
        const string Figures = "Skriv bara siffror, till exempel 1 250 000 eller 2,5.";
        var figures = WithoutUnit(Spaces().Replace(text, " "), unit);
        if (!Number().IsMatch(figures))
        {
            return Wrong(
                LooksThousandfold().IsMatch(figures)
                    ? $"”{Short(text)}” kan läsas på två sätt. Skriv tusental med mellanrum och decimaler med komma: 1 250 eller 1,25."
                : unit is null ? $"”{Short(text)}” är inget tal. {Figures}"
                : $"”{Short(text)}” är inget tal i {unit}. {Figures}"
            );
        }

        var plain = figures.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.').Replace('−', '-');
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return !decimal.TryParse(plain, Style, CultureInfo.InvariantCulture, out var amount)
            || decimal.Abs(amount) > MostAmount
                ? Wrong("Talet är för stort. Kontrollera antalet siffror.")
            : decimal.Round(amount, MostDecimals) != amount
                ? Wrong($"Talet har för många decimaler. Skriv högst {Numeral.Write(MostDecimals)}.")
            : Kept(new CellValue.Number(amount / 1.0000000000m));
    }

    /// <summary>The unit may be written out: it is the column's own.</summary>
    private static string WithoutUnit(string text, string? unit)
    {
        string?[] endings =
            unit == "kronor" ? [unit, "kr", "SEK"]
            : unit == "procent" ? [unit, "%"]
            : [unit];
        var ending = Array.Find(
            endings,
            one => one is { Length: > 0 } && text.EndsWith(one, StringComparison.OrdinalIgnoreCase)
        );
        return ending is null ? text : text[..^ending.Length].TrimEnd();
    }

    private static Result ReadDate(string text)
    {
        var plain = Spaces().Replace(text, " ");
        var culture = CultureInfo.InvariantCulture;
        return
            DateOnly.TryParseExact(plain, DayForms, culture, DateTimeStyles.None, out var day)
            || TryWords(WordedDay().Match(plain), out day)
            || TryFigures(SlashedDay().Match(plain), out day)
            ? day.Year is >= 1900 and < 2200
                ? Kept(new CellValue.Day(day))
                : Wrong($"Året {day.Year} kan inte stämma. Skriv till exempel 2024-03-15.")
            : Wrong($"”{Short(text)}” är inget datum. Skriv år, månad och dag, till exempel 2024-03-15.");
    }

    private static bool TryWords(Match match, out DateOnly day)
    {
        var word = match.Groups["month"].Value.ToLowerInvariant();
        var month = Array.FindIndex(Months, name => word.StartsWith(name, StringComparison.Ordinal)) + 1;
        return TryDay(match, month, out day)
            // "marsipan" is no month.
            && (word.Length <= 4 || SwedishTime.Of(day).Contains(word, StringComparison.Ordinal));
    }

    private static bool TryFigures(Match match, out DateOnly day) =>
        TryDay(match, match.Success ? NumberIn(match, "month") : 0, out day);

    private static bool TryDay(Match match, int month, out DateOnly day)
    {
        day = default;
        if (!match.Success || month is < 1 or > 12)
        {
            return false;
        }

        var (year, date) = (NumberIn(match, "year"), NumberIn(match, "day"));
        if (year < 1 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }

    private static int NumberIn(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Result ReadChoice(string text, TableColumn column) =>
        Find(column, text) is { } option ? Kept(new CellValue.Choice([option.Id])) : Wrong(NotThere(text, column));

    private static Result ReadChoices(string text, TableColumn column)
    {
        // A label may hold the sign that stands between labels.
        var chosen =
            Find(column, text) is { } only ? [only]
            : Split(text, ';', '\n') is { } parts && parts.TrueForAll(part => Find(column, part) is not null)
                ? Of(parts)
            : Split(text, ';', '\n', ',') is { } more && more.TrueForAll(part => Find(column, part) is not null)
                ? Of(more)
            : null;
        return chosen is null
                ? Wrong(NotThere(Split(text, ';', '\n').Find(part => Find(column, part) is null)!, column))
            : chosen.Count == 0 ? new(null, null)
            : Kept(
                new CellValue.Choice([.. chosen.Distinct().OrderBy(option => option.Order).Select(option => option.Id)])
            );

        List<ColumnOption> Of(List<string> those) => [.. those.Select(part => Find(column, part)!)];
    }

    private static List<string> Split(string text, params char[] signs) =>
        [.. text.Split(signs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ColumnOption? Find(TableColumn column, string text) =>
        column.Options.Find(option => option.Id.Value == text)
        ?? column.Options.Find(option => option.Label.Trim().Equals(text, StringComparison.OrdinalIgnoreCase));

    private static string NotThere(string text, TableColumn column)
    {
        var labels = column.Options.OrderBy(option => option.Order).Select(option => option.Label).ToList();
        var known = string.Join("; ", labels.Take(8));
        var more = labels.Count > 8 ? " med flera" : "";
        return $"”{Short(text)}” finns inte att välja. Det som finns är: {known}{more}.";
    }

    private static Result ReadLink(string text)
    {
        if (text.Length > MostInLink)
        {
            return Wrong("Webbadressen är för lång. Ta bort det som inte behövs.");
        }

        var isAddress =
            !text.Any(char.IsWhiteSpace)
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.Host.Length > 0;
        return isAddress
            ? Kept(new CellValue.Link(text))
            : Wrong(
                $"”{Short(text)}” är ingen hel webbadress. Skriv den med https:// först, till exempel https://www.exempel.se/rapport."
            );
    }

    private static string Short(string text) => Characters.Beginning(text, 40);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[-−]?(\d+|\d{1,3}( \d{3})+)(,\d+|\.(?!\d{3}$)\d+)?$")]
    private static partial Regex Number();

    /// <summary>"1.200" is a thousand to some and one and a bit to others.</summary>
    [GeneratedRegex(@"^[-−]?\d{1,3}(\.\d{3})+(,\d+)?$")]
    private static partial Regex LooksThousandfold();

    [GeneratedRegex(@"^(?:den )?(?<day>\d{1,2})\.? ?(?<month>\p{L}{3,9})\.? (?<year>\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex WordedDay();

    [GeneratedRegex(@"^(?<day>\d{1,2}) ?/ ?(?<month>\d{1,2})[ /-](?<year>\d{4})$")]
    private static partial Regex SlashedDay();
}
