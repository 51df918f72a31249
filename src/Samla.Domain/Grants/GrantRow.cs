namespace Samla.Domain.Grants;

/// <summary>
/// A part of a decision on a grant: what it gives to one area and what was paid in one year. The parts of a case are the whole of it, so that
/// whatever they are summed by, the sum is the same to the öre. Never changed: a corrected export adds new rows, and the older stay as history.
/// </summary>
public sealed class GrantRow
{
    public const int LongestCase = 60;

    /// <summary>The most that a dimension of sustainability is given.</summary>
    public const int MostPoints = 10;

    /// <summary>The import that it came with; 0 until it is read in.</summary>
    public required int Import { get; set; }

    /// <summary>The row of the file that was imported, from 1 with its heads.</summary>
    public required int Number { get; init; }

    /// <summary>The case's number where it was decided; one decision to a case.</summary>
    public required string Case { get; init; }

    /// <summary>Null for the whole country.</summary>
    public required RegionCode? County { get; init; }

    /// <summary>The municipality's code, four digits.</summary>
    public string? Municipality { get; init; }

    /// <summary>Null where the file does not say; it is then taken for appropriation 1:1.</summary>
    public SupportForm? Form { get; init; }

    public required int DecisionYear { get; init; }

    /// <summary>The year that <see cref="Paid"/> was paid in; null where the file has one sum for all years, or nothing is paid.</summary>
    public int? PaymentYear { get; init; }

    /// <summary>An area of the national strategy, or one of the headings that are summed as "Annat"; null where the file says nothing.</summary>
    public string? Area { get; init; }

    public string? Priority { get; init; }

    /// <summary>The area's share of the case, in hundredths of a percent.</summary>
    public required int Share { get; set; }

    /// <summary>In öre. It stands on the area's first row alone.</summary>
    public required long Granted { get; set; }

    /// <summary>In öre.</summary>
    public required long Paid { get; set; }

    /// <summary>What the whole costs, all who pay included; in öre, as <see cref="Granted"/>.</summary>
    public long? TotalCost { get; set; }

    /// <summary>The EU fund that pays too; one of <see cref="Collect.Fund.All"/>.</summary>
    public string? Fund { get; init; }

    /// <summary>What that fund pays; in öre, as <see cref="Granted"/>.</summary>
    public long? FundAmount { get; set; }

    public ApplicantKind? Applicant { get; init; }

    public ManagerSex? Sex { get; init; }

    /// <summary>The industry: two to five digits of SNI.</summary>
    public string? Industry { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Whether the decision tells how it is to lead to what is wanted.</summary>
    public bool? HasResultsChain { get; init; }

    /// <summary>How far the grant serves economic sustainability: points, more is further.</summary>
    public short? Economic { get; init; }

    /// <summary>As <see cref="Economic"/>, of the social kind.</summary>
    public short? Social { get; init; }

    /// <summary>As <see cref="Economic"/>, of the environmental kind.</summary>
    public short? Environmental { get; init; }

    /// <summary>What the case says, in short, on its first row: the same digest, the same case.</summary>
    public Guid? Digest { get; set; }

    /// <summary>The import that has put other rows in its place; null while it counts.</summary>
    public int? ReplacedBy { get; set; }
}
