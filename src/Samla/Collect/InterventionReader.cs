using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Something in an intervention that cannot be kept as it is written.</summary>
/// <param name="Row">The row's place in its part, from 0.</param>
/// <param name="Column">The column's key.</param>
/// <param name="Message">What is wrong and what to do, in Swedish.</param>
public sealed record InterventionFault(InterventionPart Part, int Row, string Column, string Message);

/// <summary>Reads an intervention from its texts, and says everything that cannot be kept, not only the first.</summary>
internal sealed class InterventionReader
{
    public const int MostInName = 200;
    public const int MostInSummary = 4_000;
    public const int MostInText = 1_000;

    /// <summary>The most signs in a line of a list: a whole list must have room in a cell, which Excel gives 32,767.</summary>
    public const int MostInLine = 300;

    /// <summary>The most rows, or values in a list, that an intervention has but by mistake.</summary>
    public const int MostRows = 100;

    private const decimal Most = 1_000_000_000_000_000;

    private readonly InterventionColumns _columns;
    private readonly Taxonomy _taxonomy;
    private readonly List<InterventionFault> _faults = [];

    private InterventionReader(InterventionColumns columns, Taxonomy taxonomy) =>
        (_columns, _taxonomy) = (columns, taxonomy);

    /// <param name="Content">What could be read; to be kept only without faults.</param>
    /// <param name="References">The requirements that the reporter refers to it from.</param>
    public sealed record Result(
        InterventionContent Content,
        IReadOnlyList<Key<Requirement>> References,
        IReadOnlyList<InterventionFault> Faults
    );

    public static Result Read(InterventionTexts texts, InterventionColumns columns, Taxonomy taxonomy)
    {
        var reader = new InterventionReader(columns, taxonomy);
        var main = new Cells(reader, InterventionPart.Main, 0, texts.Main);
        var content = new InterventionContent
        {
            Name = main.Text("Name", MostInName).ReplaceLineEndings(" "),
            HasProperName = main.Choice("HasProperName") == "ja",
            Type = main.Enum<InterventionType>("Type"),
            Summary = main.Text("Summary", MostInSummary),
            Partners = main.Texts("Partners"),
            Cases = main.Texts("Cases"),
            Challenges = main.Choices("Challenges"),
            Dimensions = main.Choices("Dimensions"),
            Begins = main.Day("Begins", isEnd: false),
            Ends = main.Day("Ends", isEnd: true),
            IsReportedElsewhere = main.Choice("IsReportedElsewhere") switch
            {
                "ja" => true,
                "nej" => false,
                _ => null,
            },
            ReportedWhere = main.Text("ReportedWhere", MostInText),
            ReportedLink = main.Text("ReportedLink", MostInText),
            StrategyGoals = main.Texts("StrategyGoals"),
            Programmes = main.Choices("Programmes"),
            GlobalGoals =
            [
                .. main.Choices("GlobalGoals").Select(goal => int.Parse(goal, CultureInfo.InvariantCulture)),
            ],
            Funding = [.. reader.Rows(InterventionPart.Funding, texts.Funding).Select(reader.Share)],
            Outputs = [.. reader.Rows(InterventionPart.Outputs, texts.Outputs).Select(reader.OutputOf)],
            Outcomes = [.. reader.Rows(InterventionPart.Outcomes, texts.Outcomes).Select(reader.OutcomeOf)],
        };
        reader.ReadAreas(content, main);
        reader.CheckWhole(content, main);
        return new Result(
            content,
            [.. main.Choices(InterventionColumns.References).Select(id => Key<Requirement>.Parse(id, null))],
            [.. reader._faults.OrderBy(fault => fault.Part).ThenBy(fault => fault.Row)]
        );
    }

    /// <summary>A priority brings its area along, and a municipality its county: nobody has to say both.</summary>
    private void ReadAreas(InterventionContent content, Cells main)
    {
        var priorities = main.Choices("Priorities").ToHashSet();
        var areas = main.Choices("Areas")
            .Concat(_taxonomy.Priorities.Where(one => priorities.Contains(one.Id)).Select(one => one.Group!))
            .ToHashSet();
        content.Priorities = [.. _taxonomy.Priorities.Select(one => one.Id).Where(priorities.Contains)];
        content.Areas = [.. _taxonomy.Areas.Select(one => one.Id).Where(areas.Contains)];
        var municipalities = main.Choices("Municipalities").ToHashSet();
        content.Municipalities = [.. _taxonomy.Municipalities.Select(one => one.Id).Where(municipalities.Contains)];
        content.Counties =
        [
            .. main.Choices("Counties")
                .Concat(
                    _taxonomy.Municipalities.Where(one => municipalities.Contains(one.Id)).Select(one => one.Group!)
                )
                .Distinct()
                .Select(county => RegionCode.Parse(county, null)),
        ];
    }

    private void CheckWhole(InterventionContent content, Cells main)
    {
        if (content.Name.Length == 0)
        {
            main.Fault("Name", "Skriv vad insatsen heter.");
        }

        if (content is { Begins: { } begins, Ends: { } ends } && ends < begins)
        {
            main.Fault("Ends", "Insatsen slutar innan den börjar. Rätta den ena dagen.");
        }

        var isAddress =
            Uri.TryCreate(content.ReportedLink, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        if (content.ReportedLink.Length > 0 && !isAddress)
        {
            main.Fault("ReportedLink", "Länken ska vara en hel webbadress som börjar med https:// eller http://.");
        }

        if (content.IsReportedElsewhere != true && content.ReportedWhere.Length + content.ReportedLink.Length > 0)
        {
            main.Fault(
                "IsReportedElsewhere",
                "Det står var insatsen är redovisad, men inte att den är det. Välj ja, eller ta bort stället och länken."
            );
        }
    }

    private IEnumerable<Cells> Rows(InterventionPart part, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var filled = rows.Index().Where(row => row.Item.Values.Any(HasWords)).ToList();
        if (filled.Count > MostRows)
        {
            _faults.Add(
                new(
                    part,
                    filled[MostRows].Index,
                    _columns.Of(part)[0].Key,
                    $"En insats kan ha högst {MostRows} rader här."
                )
            );
        }

        return filled.Take(MostRows).Select(row => new Cells(this, part, row.Index, row.Item));
    }

    // A choice that says nothing is no reason to keep an empty row.
    private static bool HasWords(string text) => text.Trim() is not ("" or InterventionChoices.NotStated);

    private FundShare Share(Cells row, int order)
    {
        var fund = row.Choice("Fund");
        if (fund.Length == 0)
        {
            row.Fault("Fund", "Välj varifrån beloppet kommer.");
        }

        return new FundShare
        {
            Order = order,
            Fund = fund,
            Amount = row.Number("Amount"),
        };
    }

    private Output OutputOf(Cells row, int order)
    {
        var output = new Output
        {
            Order = order,
            Text = row.Text("Text", MostInText),
            Quantity = row.Number("Quantity"),
            Unit = NullIfEmpty(row.Text("Unit", MostInName)),
            NotMeasured = NullIfEmpty(row.Text("NotMeasured", MostInText)),
        };
        switch (output)
        {
            case { Quantity: not null, Unit: null }:
                row.Fault("Unit", "Skriv vad antalet räknar, till exempel deltagare.");
                break;
            case { Quantity: null, Unit: not null } when !row.Has("Quantity"):
                row.Fault("Quantity", "Skriv hur många, eller ta bort enheten.");
                break;
            case { Quantity: not null, NotMeasured: not null }:
                row.Fault(
                    "NotMeasured",
                    "Prestationen har ett antal och är alltså mätt. Ta bort antalet eller skälet."
                );
                break;
            case { Text: "", NotMeasured: not null }:
                row.Fault("Text", "Skriv vilken prestation som inte mäts.");
                break;
        }

        return output;
    }

    private Outcome OutcomeOf(Cells row, int order)
    {
        var text = row.Text("Text", MostInText);
        if (text.Length == 0)
        {
            row.Fault("Text", "Skriv vilken effekt det gäller.");
        }

        return new Outcome
        {
            Order = order,
            Text = text,
            Horizon = row.Enum<Horizon>("Horizon"),
            State = row.Enum<OutcomeState>("State"),
            Evidence = row.Enum<Evidence>("Evidence"),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>One row's texts, read by their columns.</summary>
    private sealed class Cells(
        InterventionReader reader,
        InterventionPart part,
        int row,
        IReadOnlyDictionary<string, string> texts
    )
    {
        private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d"];

        public void Fault(string key, string message) => reader._faults.Add(new(part, row, key, message));

        public bool Has(string key) => Raw(key).Length > 0;

        public string Text(string key, int most)
        {
            var text = string.Concat(Source.Normalised(Raw(key)).Where(IsWritten));
            if (Characters.CountIn(text) is var count && count > most)
            {
                Fault(key, $"Texten är {count - most} tecken för lång. Den får ha högst {most}.");
            }

            return text;
        }

        public List<string> Texts(string key)
        {
            var rows = string.Concat(Source.Normalised(Raw(key)).Where(IsWritten))
                .Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct()
                .ToList();
            if (rows.Count > MostRows)
            {
                Fault(key, $"Här kan stå högst {MostRows} rader.");
            }
            else if (rows.Find(text => text.Length > MostInLine) is not null)
            {
                Fault(key, $"En rad är för lång. Den får ha högst {MostInLine} tecken.");
            }

            return rows;
        }

        public string Choice(string key)
        {
            var text = Raw(key);
            return text.Length == 0 ? "" : Find(key, text) ?? "";
        }

        public T Enum<T>(string key)
            where T : struct, Enum => System.Enum.TryParse<T>(Choice(key), out var value) ? value : default;

        public List<string> Choices(string key) =>
            [
                .. Raw(key)
                    .Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => Find(key, text))
                    .OfType<string>()
                    .Distinct(),
            ];

        public decimal? Number(string key)
        {
            var text = string.Concat(Raw(key).Where(sign => !char.IsWhiteSpace(sign)));
            if (text.Length == 0)
            {
                return null;
            }

            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
            // "1.200" is a thousand to some and one and a bit to others.
            var isPlain = text.IndexOf('.', StringComparison.Ordinal) is var dot && (dot < 0 || dot != text.Length - 4);
            if (
                isPlain
                && decimal.TryParse(text.Replace(',', '.'), Style, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= Most
            )
            {
                return number;
            }

            Fault(key, $"”{Short(Raw(key))}” är inget antal. Skriv siffror, till exempel 1 200 eller 2,5.");
            return null;
        }

        /// <summary>A year or a month begins with its first day and ends with its last.</summary>
        public DateOnly? Day(string key, bool isEnd)
        {
            var text = Raw(key);
            if (text.Length == 0)
            {
                return null;
            }

            var culture = CultureInfo.InvariantCulture;
            if (DateOnly.TryParseExact(text, DayForms, culture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            if (DateOnly.TryParseExact(text + "-01", DayForms, culture, DateTimeStyles.None, out var month))
            {
                return isEnd
                    ? new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month))
                    : month;
            }

            if (DateOnly.TryParseExact(text + "-01-01", DayForms, culture, DateTimeStyles.None, out var year))
            {
                return isEnd ? new DateOnly(year.Year, 12, 31) : year;
            }

            Fault(key, $"”{Short(text)}” är ingen dag. Skriv år, månad eller dag: 2023, 2023-05 eller 2023-05-17.");
            return null;
        }

        // Signs that nobody sees and no file can hold are slips of a copy.
        private static bool IsWritten(char sign) => sign is '\n' or '\t' || !char.IsControl(sign);

        private string Raw(string key) => texts.GetValueOrDefault(key, "").Trim();

        /// <summary>The term's id, by its name, its id, or the number that its name begins with.</summary>
        private string? Find(string key, string text)
        {
            var column = reader._columns[part, key];
            foreach (var term in column.Terms)
            {
                if (
                    term.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
                    || term.Id.Equals(text, StringComparison.OrdinalIgnoreCase)
                    || (char.IsAsciiDigit(term.Name[0]) && term.Name.Split(' ')[0] == text)
                )
                {
                    return term.Id;
                }
            }

            var known = string.Join(", ", column.Terms.Take(5).Select(term => term.Name));
            var more = column.Terms.Count > 5 ? " och flera" : "";
            // What is chosen is read more than once; it is said once.
            var fault = new InterventionFault(
                part,
                row,
                key,
                $"”{Short(text)}” finns inte att välja. Det som finns är {known}{more}."
            );
            if (!reader._faults.Contains(fault))
            {
                reader._faults.Add(fault);
            }

            return null;
        }

        private static string Short(string text) => text.Length <= 40 ? text : text[..40] + " …";
    }
}
