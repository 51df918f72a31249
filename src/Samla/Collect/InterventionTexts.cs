using System.Globalization;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>
/// An intervention as people write and read it: a text for each column. The editor, the workbook and the comparison of two
/// versions all use it, so that a value is written in one way only.
/// </summary>
/// <param name="Main">What is said once, by the columns' keys. A column that is not there is empty.</param>
/// <param name="Funding">A row for each fund.</param>
/// <param name="Outputs">A row for each output.</param>
/// <param name="Outcomes">A row for each outcome.</param>
public sealed record InterventionTexts(
    IReadOnlyDictionary<string, string> Main,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Funding,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Outputs,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Outcomes
)
{
    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    /// <summary>One with nothing in it.</summary>
    public static InterventionTexts Empty { get; } = new(new Dictionary<string, string>(), [], [], []);

    /// <summary>The rows of a part; what is said once is one row.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(InterventionPart part) =>
        part switch
        {
            InterventionPart.Main => [Main],
            InterventionPart.Funding => Funding,
            InterventionPart.Outputs => Outputs,
            InterventionPart.Outcomes => Outcomes,
        };

    /// <summary>An intervention as texts.</summary>
    /// <param name="content">The intervention.</param>
    /// <param name="references">The requirements that the reporter refers to it from.</param>
    /// <param name="columns">What can be said.</param>
    public static InterventionTexts Of(
        InterventionContent content,
        IEnumerable<Key<Requirement>> references,
        InterventionColumns columns
    )
    {
        return new(
            new Dictionary<string, string>
            {
                [nameof(content.Name)] = content.Name,
                [nameof(content.HasProperName)] = content.HasProperName ? "ja" : "nej",
                [nameof(content.Type)] = content.Type.Swedish,
                [nameof(content.Summary)] = content.Summary,
                [InterventionColumns.References] = Names(
                    InterventionColumns.References,
                    references.Select(requirement => requirement.Value)
                ),
                [nameof(content.Areas)] = Names(nameof(content.Areas), content.Areas),
                [nameof(content.Priorities)] = Names(nameof(content.Priorities), content.Priorities),
                [nameof(content.Challenges)] = Names(nameof(content.Challenges), content.Challenges),
                [nameof(content.Dimensions)] = Names(nameof(content.Dimensions), content.Dimensions),
                [nameof(content.Counties)] = Names(
                    nameof(content.Counties),
                    content.Counties.Select(county => county.ToString())
                ),
                [nameof(content.Municipalities)] = Names(nameof(content.Municipalities), content.Municipalities),
                [nameof(content.Partners)] = string.Join('\n', content.Partners),
                [nameof(content.Cases)] = string.Join('\n', content.Cases),
                [nameof(content.Begins)] = OfDay(content.Begins),
                [nameof(content.Ends)] = OfDay(content.Ends),
                [nameof(content.IsReportedElsewhere)] = content.IsReportedElsewhere switch
                {
                    true => "ja",
                    false => "nej",
                    null => "",
                },
                [nameof(content.ReportedWhere)] = content.ReportedWhere,
                [nameof(content.ReportedLink)] = content.ReportedLink,
                [nameof(content.StrategyGoals)] = string.Join('\n', content.StrategyGoals),
                [nameof(content.Programmes)] = Names(nameof(content.Programmes), content.Programmes),
                [nameof(content.GlobalGoals)] = Names(
                    nameof(content.GlobalGoals),
                    content.GlobalGoals.Select(goal => goal.ToString(CultureInfo.InvariantCulture))
                ),
            },
            [.. content.Funding.OrderBy(row => row.Order).Select(Row)],
            [.. content.Outputs.OrderBy(row => row.Order).Select(Row)],
            [.. content.Outcomes.OrderBy(row => row.Order).Select(Row)]
        );

        string Names(string key, IEnumerable<string> ids) => NamesOf(columns[InterventionPart.Main, key].Terms, ids);
    }

    /// <summary>What a new one begins with: a describing name, and the reporter's own county.</summary>
    public static InterventionTexts New(InterventionRegister register)
    {
        var counties = register.Columns[InterventionPart.Main, nameof(Intervention.Counties)].Terms;
        return Empty with
        {
            Main = new Dictionary<string, string>
            {
                [nameof(Intervention.HasProperName)] = "nej",
                [nameof(Intervention.Counties)] = NamesOf(
                    counties,
                    register.Reporter.County is { } county ? [county.ToString()] : []
                ),
            },
        };
    }

    /// <summary>A column, or a row's column, whose texts are not the same.</summary>
    public sealed record Difference(string Heading, string Mine, string Theirs);

    /// <summary>Where this one and another differ, in the order of the columns; a row by its number.</summary>
    public IEnumerable<Difference> DifferencesFrom(InterventionTexts other, InterventionColumns columns) =>
        from part in Enum.GetValues<InterventionPart>()
        from row in Enumerable.Range(0, Math.Max(Of(part).Count, other.Of(part).Count))
        from column in columns.Of(part)
        let mine = TextIn(Of(part), row, column.Key)
        let theirs = TextIn(other.Of(part), row, column.Key)
        where mine != theirs
        select new Difference(
            part == InterventionPart.Main
                ? column.Heading
                : $"{columns.Of(part)[0].Heading} {row + 1}, {column.Heading.ToLowerInvariant()}",
            mine,
            theirs
        );

    private static string TextIn(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, int row, string key) =>
        row < rows.Count ? rows[row].GetValueOrDefault(key, "").ReplaceLineEndings("\n").Trim() : "";

    /// <summary>Whether both say the same, text for text.</summary>
    public bool IsSameAs(InterventionTexts other) =>
        Enum.GetValues<InterventionPart>()
            .All(part =>
                Of(part).Count == other.Of(part).Count
                && Of(part).Zip(other.Of(part)).All(pair => HoldsSame(pair.First, pair.Second))
            );

    /// <summary>A number as it is written in a field: without spaces, with a comma.</summary>
    public static string OfNumber(decimal? number) => number?.ToString("0.##########", Comma) ?? "";

    private static bool HoldsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Keys.Union(other.Keys).All(key => one.GetValueOrDefault(key, "") == other.GetValueOrDefault(key, ""));

    private static IReadOnlyDictionary<string, string> Row(FundShare share) =>
        new Dictionary<string, string>
        {
            [nameof(share.Fund)] = SwedishText.Capitalized(Fund.NameOf(share.Fund)),
            [nameof(share.Amount)] = OfNumber(share.Amount),
        };

    private static IReadOnlyDictionary<string, string> Row(Output output) =>
        new Dictionary<string, string>
        {
            [nameof(output.Text)] = output.Text,
            [nameof(output.Quantity)] = OfNumber(output.Quantity),
            [nameof(output.Unit)] = output.Unit ?? "",
            [nameof(output.NotMeasured)] = output.NotMeasured ?? "",
        };

    private static IReadOnlyDictionary<string, string> Row(Outcome outcome) =>
        new Dictionary<string, string>
        {
            [nameof(outcome.Text)] = outcome.Text,
            [nameof(outcome.Horizon)] = outcome.Horizon.Swedish,
            [nameof(outcome.State)] = outcome.State.Swedish,
            [nameof(outcome.Evidence)] = outcome.Evidence.Swedish,
        };

    private static string OfDay(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>In the order of the terms, whatever order they were chosen in; what is no term stays as it is, last.</summary>
    private static string NamesOf(IReadOnlyList<Taxonomy.Term> terms, IEnumerable<string> ids)
    {
        var chosen = ids.ToHashSet();
        return string.Join(
            "; ",
            terms
                .Where(term => chosen.Contains(term.Id))
                .Select(term => term.Name)
                .Concat(chosen.Except(terms.Select(term => term.Id)).Order(StringComparer.Ordinal))
        );
    }
}
