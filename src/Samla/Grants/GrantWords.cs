using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Grants;
using Samla.Reference;

namespace Samla.Grants;

/// <summary>What the keys of sums are called and in which order they come.</summary>
public sealed class GrantWords(GrantTerms terms, Taxonomy taxonomy)
{
    /// <summary>On everything that shows decisions that we made up.</summary>
    public const string MadeUp = "påhittade, inga verkliga beslut";

    /// <summary>The keys of what is so or not.</summary>
    public const string Yes = "yes";

    public const string No = "no";

    /// <summary>What a sum is called that no key has: the row says nothing of it.</summary>
    private const string Unsaid = "Uppgift saknas i underlaget";

    private readonly Dictionary<string, string> _areas = terms
        .Areas.Concat(terms.OtherHeadings)
        .ToDictionary(area => area.Id, area => area.Name);
    private readonly Dictionary<string, int> _areaPlaces = terms
        .Areas.Concat(terms.OtherHeadings)
        .Index()
        .ToDictionary(area => area.Item.Id, area => area.Index);
    private readonly Dictionary<string, string> _priorities = terms.Priorities.ToDictionary(
        one => one.Id,
        one => one.Name
    );
    private readonly Dictionary<string, string> _municipalities = taxonomy.Municipalities.ToDictionary(
        one => one.Id,
        one => one.Name
    );

    /// <summary>The name of a dimension in files and addresses, such as "paymentYear".</summary>
    public static string IdOf(GrantDimension dimension) =>
        $"{dimension}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    /// <summary>The dimension of that name; null where there is none.</summary>
    public static GrantDimension? DimensionOf(string id) =>
        Enum.GetValues<GrantDimension>()
            .Where(one => IdOf(one) == id)
            .Select(one => (GrantDimension?)one)
            .FirstOrDefault();

    /// <summary>The head of its column.</summary>
    public static string HeadOf(GrantDimension dimension) =>
        dimension switch
        {
            GrantDimension.County => "Län",
            GrantDimension.Area => "Strategiskt område",
            GrantDimension.Priority => "Prioritering",
            GrantDimension.Year => "Beslutsår",
            GrantDimension.PaymentYear => "Utbetalningsår",
            GrantDimension.Form => "Stödform",
            GrantDimension.Fund => "EU-fond",
            GrantDimension.Applicant => "Sökande",
            GrantDimension.Sex => "Företagsledarens kön",
            GrantDimension.Industry => "Näringsgren",
            GrantDimension.Municipality => "Kommun",
            GrantDimension.ResultsChain => "Resultatkedja",
            GrantDimension.Economic => "Ekonomisk hållbarhet",
            GrantDimension.Social => "Social hållbarhet",
            GrantDimension.Environmental => "Miljömässig hållbarhet",
        };

    /// <summary>What a person reads for a key.</summary>
    public string NameOf(GrantDimension dimension, string? key) =>
        (dimension, key) switch
        {
            (GrantDimension.County, null) => "Nationella beslut",
            (GrantDimension.Area, null) => "Inget område angivet",
            (GrantDimension.Fund, null) => "Ingen EU-fond",
            (GrantDimension.PaymentYear, null) => "Inget utbetalningsår",
            (_, null) => Unsaid,
            (GrantDimension.County, _) => Regions.Of(RegionCode.Parse(key, null)).County,
            (GrantDimension.Area, _) => _areas.GetValueOrDefault(key, key),
            (GrantDimension.Priority, _) => _priorities.GetValueOrDefault(key, key),
            (GrantDimension.Form, _) => SupportForms.All.First(form => form.Id == key).Name,
            (GrantDimension.Fund, _) => SwedishText.Capitalized(Fund.NameOf(key)),
            (GrantDimension.Applicant, _) => Enum.Parse<ApplicantKind>(key, ignoreCase: true).Name,
            (GrantDimension.Sex, _) => Enum.Parse<ManagerSex>(key, ignoreCase: true).Name,
            (GrantDimension.Industry, _) => IndustrySection.Of(key) is { } section ? $"{key} {section.Name}" : key,
            (GrantDimension.Municipality, _) => _municipalities.GetValueOrDefault(key, key),
            (GrantDimension.ResultsChain, _) => key == Yes ? "Har resultatkedja" : "Saknar resultatkedja",
            (GrantDimension.Economic or GrantDimension.Social or GrantDimension.Environmental, _) => $"{key} poäng",
            _ => key,
        };

    /// <summary>Sums in the order of their keys: that of the list that they are taken from, and what is not said last.</summary>
    public IEnumerable<GrantCell> InOrder(IReadOnlyList<GrantDimension> by, IEnumerable<GrantCell> cells) =>
        by.Index()
            .Aggregate(
                cells.OrderBy(_ => 0),
                (ordered, dimension) =>
                    ordered
                        .ThenBy(cell => PlaceOf(dimension.Item, cell.Keys[dimension.Index]))
                        .ThenBy(cell => cell.Keys[dimension.Index], StringComparer.Ordinal)
            );

    private int PlaceOf(GrantDimension dimension, string? key) =>
        (dimension, key) switch
        {
            (_, null) => int.MaxValue,
            (GrantDimension.Area, _) => _areaPlaces.GetValueOrDefault(key, int.MaxValue - 1),
            (GrantDimension.Form, _) => SupportForms.All.Index().First(form => form.Item.Id == key).Index,
            (GrantDimension.Applicant, _) => (int)Enum.Parse<ApplicantKind>(key, ignoreCase: true),
            (GrantDimension.Sex, _) => (int)Enum.Parse<ManagerSex>(key, ignoreCase: true),
            (GrantDimension.ResultsChain, _) => key == Yes ? 0 : 1,
            (
                GrantDimension.Year
                    or GrantDimension.PaymentYear
                    or GrantDimension.County
                    or GrantDimension.Economic
                    or GrantDimension.Social
                    or GrantDimension.Environmental,
                _
            ) => int.Parse(key, CultureInfo.InvariantCulture),
            _ => 0,
        };
}
