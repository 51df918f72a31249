namespace Samla.Grants;

/// <summary>What a row of a file of decisions can say.</summary>
/// <param name="Id">As mappings and messages to machines have it, such as "decisionYear".</param>
/// <param name="Name">As a person reads it, such as "Beslutsår".</param>
/// <param name="IsNeeded">Whether every file has it.</param>
/// <param name="HasWords">Whether it is one of some words, so that a mapping can say what a file's own mean.</param>
public sealed record GrantField(string Id, string Name, bool IsNeeded = false, bool HasWords = false)
{
    public static readonly GrantField Case = new("case", "Ärende", IsNeeded: true);
    public static readonly GrantField County = new("county", "Län", IsNeeded: true, HasWords: true);
    public static readonly GrantField DecisionYear = new("decisionYear", "Beslutsår", IsNeeded: true);
    public static readonly GrantField Area = new("area", "Strategiskt område", IsNeeded: true, HasWords: true);
    public static readonly GrantField Granted = new("granted", "Beviljat", IsNeeded: true);
    public static readonly GrantField Paid = new("paid", "Utbetalt", IsNeeded: true);
    public static readonly GrantField PaymentYear = new("paymentYear", "Utbetalningsår");
    public static readonly GrantField Priority = new("priority", "Prioritering", HasWords: true);
    public static readonly GrantField Share = new("share", "Områdets andel av ärendet, procent");
    public static readonly GrantField Form = new("form", "Stödform", HasWords: true);
    public static readonly GrantField Municipality = new("municipality", "Kommun", HasWords: true);
    public static readonly GrantField TotalCost = new("totalCost", "Total kostnad");
    public static readonly GrantField Fund = new("fund", "Medfinansierande EU-fond", HasWords: true);
    public static readonly GrantField FundAmount = new("fundAmount", "EU-medel");
    public static readonly GrantField Applicant = new("applicant", "Slag av sökande", HasWords: true);
    public static readonly GrantField Sex = new("sex", "Företagsledarens kön", HasWords: true);
    public static readonly GrantField Industry = new("industry", "Näringsgren (SNI)", HasWords: true);
    public static readonly GrantField StartsOn = new("startsOn", "Startdag");
    public static readonly GrantField EndsOn = new("endsOn", "Slutdag");
    public static readonly GrantField ResultsChain = new("resultsChain", "Resultatkedja", HasWords: true);
    public static readonly GrantField Economic = new("economic", "Ekonomisk hållbarhet, poäng");
    public static readonly GrantField Social = new("social", "Social hållbarhet, poäng");
    public static readonly GrantField Environmental = new("environmental", "Miljömässig hållbarhet, poäng");

    /// <summary>In the order of a form.</summary>
    public static IReadOnlyList<GrantField> All { get; } =
    [
        Case,
        County,
        DecisionYear,
        Area,
        Granted,
        Paid,
        PaymentYear,
        Priority,
        Share,
        Form,
        Municipality,
        TotalCost,
        Fund,
        FundAmount,
        Applicant,
        Sex,
        Industry,
        StartsOn,
        EndsOn,
        ResultsChain,
        Economic,
        Social,
        Environmental,
    ];
}
