namespace Samla.Domain.Grants;

/// <summary>What grants can be summed by.</summary>
public enum GrantDimension
{
    County,
    Area,
    Priority,
    Year,
    PaymentYear,
    Form,
    Fund,
    Applicant,
    Sex,
    Industry,
    Municipality,
    ResultsChain,
    Economic,
    Social,
    Environmental,
}
