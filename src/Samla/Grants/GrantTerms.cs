using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Grants;
using Samla.Reference;

namespace Samla.Grants;

/// <summary>The words that files of decisions use, and what each means: codes, names, and names that have been used for the same.</summary>
public sealed class GrantTerms
{
    /// <summary>What the statistics sum up as "Annat", and what they are called before they are known.</summary>
    public const string Other = "annat";

    /// <summary>Statistics Sweden's code of the whole country.</summary>
    public const string WholeCountry = "00";

    // As slides, the ordinance and the agency's list of areas have written them.
    private static readonly (string Area, string Name)[] AreaVariants =
    [
        ("tillganglighet", "Tillgänglighet i hela landet genom digital kommunikation och transportsystem"),
        ("tillganglighet", "Tillgänglighet genom digital kommunikation och transportsystemet i hela landet"),
        ("innovation", "Innovation och förnyelse samt entreprenörskap i hela landet"),
        ("innovation", "Innovation och förnyelse samt entreprenörskap och företagandet hela landet"),
    ];

    // Statistics Sweden's list of municipalities that have changed county.
    private static readonly Dictionary<string, string> Moved = new()
    {
        ["1917"] = "0331",
        ["1603"] = "0643",
        ["1623"] = "0642",
    };

    /// <summary>The funds that the European Union pays from.</summary>
    private static readonly Fund[] EuFunds =
    [
        .. Fund.All.Where(fund => fund.Id is "erdf" or "esf" or "jtf" or "interreg" or "life"),
    ];

    private readonly Dictionary<string, RegionCode?> _counties = new(StringComparer.OrdinalIgnoreCase)
    {
        [WholeCountry] = null,
    };

    private readonly Dictionary<string, string> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _olderAreas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _priorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _areaOfPriority;
    private readonly Dictionary<string, MunicipalitiesFile.Entry> _municipalities = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, SupportForm> _forms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _funds = new(StringComparer.OrdinalIgnoreCase);

    private GrantTerms(Registers registers, Taxonomy taxonomy)
    {
        var strategy = registers.Taxonomy.NationalStrategies[0]; // the one in force
        (Areas, Priorities) = (taxonomy.Areas, taxonomy.Priorities);
        Municipalities = registers.Municipalities.Municipalities;
        OtherHeadings = [.. (strategy.OtherCategories ?? []).Select(one => new Taxonomy.Term(one.Id, Calm(one.Name)))];
        _areaOfPriority = Priorities.ToDictionary(priority => priority.Id, priority => priority.Group!);
        foreach (var area in Areas.Concat(OtherHeadings))
        {
            _areas[area.Id] = _areas[area.Name] = area.Id;
        }

        foreach (var (area, name) in AreaVariants)
        {
            _areas[name] = area;
        }

        foreach (var priority in strategy.Areas.SelectMany(area => area.Priorities))
        {
            _priorities[priority.Id] =
                _priorities[priority.Name] =
                _priorities[priority.NameVariant2023 ?? priority.Name] =
                    priority.Id;
        }

        AddOlder(registers.Taxonomy);
        AddPlaces(registers);
        foreach (var form in SupportForms.All)
        {
            _forms[form.Id] = _forms[form.Name] = form;
        }

        _forms["Projekt"] = SupportForm.Project;
        foreach (var fund in EuFunds)
        {
            _funds[fund.Id] = _funds[fund.Name] = fund.Id;
        }
    }

    /// <summary>The strategic areas of the national strategy in force, in its order.</summary>
    public IReadOnlyList<Taxonomy.Term> Areas { get; }

    /// <summary>What the statistics sum up as "Annat".</summary>
    public IReadOnlyList<Taxonomy.Term> OtherHeadings { get; }

    /// <summary>The priorities, each in its area.</summary>
    public IReadOnlyList<Taxonomy.Term> Priorities { get; }

    /// <summary>All municipalities.</summary>
    internal IReadOnlyList<MunicipalitiesFile.Entry> Municipalities { get; }

    /// <summary>The terms of the registers that were read.</summary>
    /// <exception cref="InvalidDataException">They cannot be used; the application says so when it starts.</exception>
    public static GrantTerms Of(Registers.Outcome read) => new(Registers.Of(read), Taxonomy.Of(read));

    /// <summary>Whether it is one of <see cref="OtherHeadings"/>.</summary>
    public bool IsOther(string? id) => OtherHeadings.Any(heading => heading.Id == id);

    /// <summary>The name of an area or of a heading among others.</summary>
    public string NameOfArea(string id) => Areas.Concat(OtherHeadings).First(area => area.Id == id).Name;

    internal (RegionCode? County, string? Trouble) County(string text) =>
        text.Length == 0
            ? (null, $"Länet saknas. Skriv länskoden, eller {WholeCountry} för ett beslut som gäller hela landet.")
        : _counties.TryGetValue(text, out var county) ? (county, null)
        : (
            null,
            $"”{text}” är inget län. Skriv länskoden med två siffror eller länets namn, som 20 eller Dalarnas län."
        );

    internal (string? Area, string? Trouble) Area(string text) =>
        text.Length == 0 ? (null, null)
        : _areas.TryGetValue(text, out var area) ? (area, null)
        : _olderAreas.TryGetValue(text, out var now)
            ? (null, $"”{text}” hör till den äldre nationella strategin. {now} Ange vad det ska räknas som.")
        : (null, $"”{text}” är inget strategiskt område. Ange vad det ska räknas som.");

    internal (string? Priority, string? Trouble) Priority(string text, string? area) =>
        text.Length == 0 ? (null, null)
        : !_priorities.TryGetValue(text, out var priority)
            ? (null, $"”{text}” är ingen prioritering i den nationella strategin.")
        : _areaOfPriority[priority] != area
            ? (
                null,
                $"Prioriteringen ”{text}” hör till {NameOfArea(_areaOfPriority[priority])}, men raden har ett annat område."
            )
        : (priority, null);

    /// <summary>The municipality of a code or a name, wherever it lies.</summary>
    internal (string? Code, string? Trouble) MunicipalityCode(string text) =>
        _municipalities.TryGetValue(text, out var found)
            ? (found.Code, null)
            : (
                null,
                Moved.TryGetValue(text, out var now) && _municipalities[now] is var moved
                    ? $"Kommunen {moved.ShortName} har bytt län och heter sedan dess {now}. Skriv den koden och dess län."
                    : $"”{text}” är ingen kommun. Skriv kommunkoden med fyra siffror."
            );

    internal (string? Municipality, string? Trouble) Municipality(string text, RegionCode? county)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (!_municipalities.TryGetValue(text, out var found))
        {
            return MunicipalityCode(text);
        }

        if (county is null)
        {
            return (null, $"Raden har {found.Name} men gäller hela landet.");
        }

        return found.County == county.ToString()
            ? (found.Code, null)
            : (
                null,
                $"{found.Name} ligger i {Regions.Of(RegionCode.Parse(found.County, null)).County}, men raden har {Regions.Of(county).County}."
            );
    }

    internal (SupportForm? Form, string? Trouble) Form(string text) =>
        text.Length == 0 ? (null, null)
        : _forms.TryGetValue(text, out var form) ? (form, null)
        : (
            null,
            $"”{text}” är ingen stödform. Stödformerna är {SwedishText.Enumeration([.. SupportForms.All.Select(one => one.Name)])}."
        );

    internal (string? Fund, string? Trouble) EuFund(string text) =>
        text.Length == 0 ? (null, null)
        : _funds.TryGetValue(text, out var fund) ? (fund, null)
        : (
            null,
            $"”{text}” är ingen EU-fond. Fonderna är {SwedishText.Enumeration([.. EuFunds.Select(one => one.Name)])}."
        );

    internal static (ApplicantKind? Kind, string? Trouble) Applicant(string text) =>
        OneOf<ApplicantKind>(text, kind => kind.Name, "inget slag av sökande");

    internal static (ManagerSex? Sex, string? Trouble) Sex(string text) =>
        OneOf<ManagerSex>(text, sex => sex.Name, "inget kön i listan");

    internal static (bool? Is, string? Trouble) YesOrNo(string text) =>
        text.ToUpperInvariant() switch
        {
            "" => (null, null),
            "JA" => (true, null),
            "NEJ" => (false, null),
            _ => (null, $"”{text}” är varken ja eller nej."),
        };

    /// <summary>The code without the point that some write after its second digit. With three or four digits it may have lost a nought in a workbook.</summary>
    internal static (string? Industry, string? Trouble) Industry(string text)
    {
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        return text.Length == 0 ? (null, null)
            : digits.Length is 2 or 5 && digits.All(char.IsAsciiDigit) && IndustrySection.Of(digits) is not null
                ? (digits, null)
            : (
                null,
                $"”{text}” är ingen näringsgren enligt SNI 2007. Skriv två eller fem siffror, som 01 eller 55.101, med nollan först."
            );
    }

    private static (T? Value, string? Trouble) OneOf<T>(string text, Func<T, string> nameOf, string whatItIsNot)
        where T : struct, Enum
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        foreach (var one in ValuesOf<T>.All)
        {
            if (text.Equals(nameOf(one), StringComparison.OrdinalIgnoreCase))
            {
                return (one, null);
            }
        }

        return (null, $"”{text}” är {whatItIsNot}: {SwedishText.Enumeration([.. ValuesOf<T>.All.Select(nameOf)])}.");
    }

    /// <summary>An enum's values, listed once and not for each row of a file.</summary>
    private static class ValuesOf<T>
        where T : struct, Enum
    {
        public static readonly T[] All = Enum.GetValues<T>();
    }

    // The agency's own list has one of them in capitals.
    private static string Calm(string name) =>
        name.All(sign => !char.IsLower(sign)) ? SwedishText.Capitalized(name.ToLowerInvariant()) : name;

    private void AddOlder(TaxonomyFile taxonomy)
    {
        var names = Areas.ToDictionary(area => area.Id, area => area.Name);
        foreach (var area in taxonomy.NationalStrategies.Skip(1).SelectMany(strategy => strategy.Areas))
        {
            string[] now =
            [
                .. area
                    .Priorities.SelectMany(one => one.MapsTo ?? [])
                    .Concat(area.MapsTo ?? [])
                    .Select(id => _areaOfPriority.GetValueOrDefault(id, id))
                    .Where(names.ContainsKey)
                    .Distinct()
                    .Select(id => names[id]),
            ];
            _olderAreas[area.Id] = _olderAreas[area.Name] =
                now.Length == 0
                    ? "Det har ingen motsvarighet i den strategi som gäller."
                    : $"Det motsvaras närmast av {SwedishText.Enumeration(now)}.";
        }
    }

    private void AddPlaces(Registers registers)
    {
        foreach (var region in Regions.All)
        {
            string[] names =
            [
                region.Code.ToString(),
                $"{region.Code}".TrimStart('0'),
                region.Name,
                region.County,
                region.Authority,
                .. region.OtherNames,
            ];
            foreach (var name in names)
            {
                _counties[name] = region.Code;
            }
        }

        foreach (var municipality in registers.Municipalities.Municipalities)
        {
            _municipalities[municipality.Code] =
                _municipalities[municipality.Name] =
                _municipalities[municipality.ShortName] =
                    municipality;
            _municipalities[municipality.Code.TrimStart('0')] = municipality;
        }
    }
}
