using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Samla.Collect;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>Which interventions of a register are shown, and how; as the address has it.</summary>
/// <param name="Search">Words to look for; empty for all.</param>
/// <param name="Area">A strategic area's id; empty for all.</param>
/// <param name="Section">The key of a section that refers to it, or <see cref="Nowhere"/>; empty for all.</param>
/// <param name="Order">What to sort by.</param>
/// <param name="Page">From 1.</param>
public sealed record InterventionFilter(string Search, string Area, string Section, string Order, int Page)
{
    /// <summary>Those that no answer refers to.</summary>
    public const string Nowhere = "ingen";

    /// <summary>As many as a page shows: more than most registers have, and still quick.</summary>
    public const int PageSize = 300;

    /// <summary>What can be sorted by, with the words of the columns' heads.</summary>
    public static IReadOnlyDictionary<string, string> Orders { get; } =
        new Dictionary<string, string>
        {
            ["namn"] = "Insats",
            ["omrade"] = "Strategiskt område",
            ["fraga"] = "Används i",
            ["borjar"] = "Period",
            ["medel"] = "Medel, kronor",
        };

    public static InterventionFilter Of(string? search, string? area, string? section, string? order, string? page) =>
        new(
            (search ?? "").Trim(),
            area ?? "",
            section ?? "",
            order is not null && Orders.ContainsKey(order) ? order : "namn",
            int.TryParse(page, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1
        );

    public bool IsNarrow => Search.Length + Area.Length + Section.Length > 0;

    /// <summary>All that fit, in order; not only the page's.</summary>
    public IReadOnlyList<ListInterventions.Line> Apply(ListInterventions.Result register)
    {
        var requirements = register
            .Register.Columns[InterventionPart.Main, InterventionColumns.References]
            .Terms.Where(term => term.Group == Section)
            .Select(term => term.Id)
            .ToHashSet();
        return [.. Sorted(register.Lines.Where(line => Fits(line, requirements)), register.Register)];
    }

    /// <summary>The address's query with something else in it.</summary>
    public string Query()
    {
        var parts = new Dictionary<string, string?>
        {
            ["sok"] = Search.Length > 0 ? Search : null,
            ["omrade"] = Area.Length > 0 ? Area : null,
            ["avsnitt"] = Section.Length > 0 ? Section : null,
            ["ordning"] = Order != "namn" ? Order : null,
            ["sida"] = Page > 1 ? $"{Page}" : null,
        };
        return QueryHelpers.AddQueryString("", parts.Where(part => part.Value is not null));
    }

    private bool Fits(ListInterventions.Line line, HashSet<string> requirements)
    {
        var intervention = line.Intervention;
        return (Area.Length == 0 || intervention.Areas.Contains(Area))
            && (
                Section switch
                {
                    "" => true,
                    Nowhere => line.References.Count == 0,
                    _ => line.References.Any(requirement => requirements.Contains(requirement.Value)),
                }
            )
            && (
                Search.Length == 0
                || intervention
                    .Partners.Prepend(intervention.Summary)
                    .Prepend(intervention.Name)
                    .Any(text => text.Contains(Search, StringComparison.OrdinalIgnoreCase))
            );
    }

    // What has nothing to be sorted by comes last; the lines are in order of name already.
    private IEnumerable<ListInterventions.Line> Sorted(
        IEnumerable<ListInterventions.Line> lines,
        InterventionRegister register
    )
    {
        var columns = register.Columns;
        return Order switch
        {
            "omrade" => lines.OrderBy(line =>
                PlaceIn(columns[InterventionPart.Main, nameof(Intervention.Areas)], line.Intervention.Areas)
            ),
            "fraga" => lines.OrderBy(line =>
                PlaceIn(
                    columns[InterventionPart.Main, InterventionColumns.References],
                    [.. line.References.Select(requirement => requirement.Value)]
                )
            ),
            "borjar" => lines.OrderBy(line => line.Intervention.Begins ?? DateOnly.MaxValue),
            "medel" => lines.OrderByDescending(line => line.Intervention.Funding.Sum(share => share.Amount) ?? -1),
            _ => lines,
        };
    }

    private static int PlaceIn(InterventionColumn column, IReadOnlyCollection<string> ids) =>
        column
            .Terms.Index()
            .Where(term => ids.Contains(term.Item.Id))
            .Select(term => term.Index)
            .FirstOrDefault(int.MaxValue);
}
