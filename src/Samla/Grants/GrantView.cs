using Samla.Domain.Grants;

namespace Samla.Grants;

/// <summary>A question that the decisions answer: a table of amounts with a row for each of one thing and a column for each of another.</summary>
/// <param name="Id">As addresses have it.</param>
/// <param name="Name">As a list of questions has it.</param>
/// <param name="Title">Above the table.</param>
/// <param name="Rows">What there is a row for.</param>
/// <param name="Series">What there is a column for; null where each row has one sum.</param>
public sealed record GrantView(string Id, string Name, string Title, GrantDimension Rows, GrantDimension? Series)
{
    // First, since those below have it.
    private static readonly GrantFigure PerInhabitant = new(
        "perInhabitant",
        "Kronor per invånare",
        "kronor per invånare"
    );

    public static readonly GrantView Areas = new(
        "omrade",
        "Strategiskt område",
        "Beviljat efter strategiskt område och län",
        GrantDimension.County,
        GrantDimension.Area
    );

    public static readonly GrantView Other = new(
        "annat",
        "Annat",
        "Beviljat under Annat, efter rubrik och län",
        GrantDimension.County,
        GrantDimension.Area
    );

    public static readonly GrantView Forms = new(
        "stodform",
        "Stödform",
        "Beviljat efter stödform och län",
        GrantDimension.County,
        GrantDimension.Form
    );

    public static readonly GrantView Years = new(
        "ar",
        "Över tid",
        "Beviljat efter strategiskt område och beslutsår",
        GrantDimension.Year,
        GrantDimension.Area
    );

    public static readonly GrantView Payments = new(
        "utbetalt",
        "Utbetalt",
        "Utbetalt efter beslutsår och utbetalningsår",
        GrantDimension.Year,
        GrantDimension.PaymentYear
    );

    public static readonly GrantView Funds = new(
        "eu",
        "EU-fonder",
        "Beviljat i ärenden som EU-fonder också betalar, efter fond och län",
        GrantDimension.County,
        GrantDimension.Fund
    );

    public static readonly GrantView Applicants = new(
        "sokande",
        "Sökande",
        "Beviljat efter slag av sökande och län",
        GrantDimension.County,
        GrantDimension.Applicant
    );

    public static readonly GrantView Sexes = new(
        "kon",
        "Kön",
        "Beviljat efter företagsledarens kön och beslutsår",
        GrantDimension.Year,
        GrantDimension.Sex
    );

    public static readonly GrantView Industries = new(
        "naringsgren",
        "Näringsgren",
        "Beviljat efter näringsgren",
        GrantDimension.Industry,
        Series: null
    );

    public static readonly GrantView Priorities = new(
        "prioritering",
        "Prioritering",
        "Beviljat efter prioritering i den nationella strategin",
        GrantDimension.Priority,
        Series: null
    );

    public static readonly GrantView Leverage = new(
        "medfinansiering",
        "Medfinansiering",
        "Vad andra betalar i ärenden där hela kostnaden är känd, efter län",
        GrantDimension.County,
        Series: null
    )
    {
        Figure = new("othersPerKrona", "Andra medel per krona", "kronor per krona"),
    };

    public static readonly GrantView Inhabitants = new(
        "invanare",
        "Per invånare",
        "Beviljat per invånare, efter län",
        GrantDimension.County,
        Series: null
    )
    {
        Figure = PerInhabitant,
    };

    public static readonly GrantView MunicipalityKinds = new(
        "kommungrupp",
        "Kommungrupp",
        "Beviljat efter kommungrupp",
        GrantDimension.Municipality,
        Series: null
    )
    {
        Figure = PerInhabitant,
    };

    public static readonly GrantView ResultsChains = new(
        "resultatkedja",
        "Resultatkedja",
        "Beviljat efter län, med och utan resultatkedja",
        GrantDimension.County,
        GrantDimension.ResultsChain
    );

    public static readonly GrantView Economic = Sustainability(
        "ekonomisk",
        "Ekonomisk hållbarhet",
        GrantDimension.Economic
    );

    public static readonly GrantView Social = Sustainability("social", "Social hållbarhet", GrantDimension.Social);

    public static readonly GrantView Environmental = Sustainability(
        "miljo",
        "Miljömässig hållbarhet",
        GrantDimension.Environmental
    );

    /// <summary>By what they are about, in the order of a page.</summary>
    public static IReadOnlyList<(string About, IReadOnlyList<GrantView> Views)> Groups { get; } =
    [
        ("Till vad", [Areas, Priorities, Other, Forms]),
        ("När", [Years, Payments]),
        ("Till vem och var", [Applicants, Sexes, Industries, Inhabitants, MunicipalityKinds]),
        ("Tillsammans med", [Funds, Leverage]),
        ("Hållbarhet och resultat", [Economic, Social, Environmental, ResultsChains]),
    ];

    public static IReadOnlyList<GrantView> All { get; } = [.. Groups.SelectMany(group => group.Views)];

    /// <summary>What each row says besides its amounts; null where it says nothing more.</summary>
    public GrantFigure? Figure { get; private init; }

    /// <summary>The head of the column with the rows' names.</summary>
    public string RowHead => this == MunicipalityKinds ? "Kommungrupp" : GrantWords.HeadOf(Rows);

    /// <summary>What is called what a row has that is in no column.</summary>
    public string UnsaidHead =>
        this == Funds ? "Ingen EU-fond"
        : this == Leverage ? "Okänd kostnad"
        : "Inte angivet";

    /// <summary>Whether it takes how many live in each municipality, and of what kind it is.</summary>
    public bool NeedsInhabitants => Figure == PerInhabitant;

    /// <summary>Whether few cases could tell of a single company, so that they are not shown.</summary>
    public bool IsSensitive => this == Sexes || this == Industries || this == MunicipalityKinds;

    private static GrantView Sustainability(string id, string name, GrantDimension dimension) =>
        new(id, name, $"Beviljat efter län och poäng för {name.ToLowerInvariant()}", GrantDimension.County, dimension);
}

/// <summary>A number that a row of an answer has besides its amounts.</summary>
/// <param name="Id">As files have it.</param>
/// <param name="Head">The head of its column.</param>
/// <param name="Unit">What it is given in.</param>
public sealed record GrantFigure(string Id, string Head, string Unit);
