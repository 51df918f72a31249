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

    /// <summary>In the order of a list.</summary>
    public static IReadOnlyList<GrantView> All { get; } =
    [Areas, Other, Forms, Years, Payments, Funds, Applicants, Sexes, Industries];

    /// <summary>Whether few cases could tell of a single company, so that they are not shown.</summary>
    public bool IsSensitive => this == Sexes || this == Industries;
}
