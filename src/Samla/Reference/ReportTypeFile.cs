using System.Globalization;
using System.Text.RegularExpressions;
using Samla.Compile;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Reference;

/// <summary>A report type as people edit it, a file in <c>reference/report-types</c>: which chapters a report begins with.</summary>
/// <param name="Description">For whom it is, in a sentence.</param>
/// <param name="Kinds">The kinds of rounds that it suits, as <c>round.json</c> names them.</param>
/// <param name="Template">The template whose requirements its chapters name; null where they name none.</param>
public sealed partial record ReportTypeFile(
    string Id,
    string Title,
    string Description,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<ReportTypeFile.ChapterEntry> Chapters,
    string? Template = null
)
{
    public const string RequirementsPlace = "{kraven}";
    private const string PerSection = "section";
    private const string PerRequirement = "requirement";

    /// <summary>A chapter, or with <paramref name="Each"/> one for every section or requirement of the round's template.</summary>
    /// <param name="Text">What stands under the chapter's title: Markdown, with <see cref="Places"/> that are filled in.</param>
    /// <param name="Id">Its key; null where there is one for each.</param>
    /// <param name="Title">Null where it is that of the section or requirement.</param>
    /// <param name="Each"><c>section</c> or <c>requirement</c>; null for one chapter.</param>
    /// <param name="Requirements">What one chapter rests on, by the keys of the type's template.</param>
    public sealed record ChapterEntry(
        string Text,
        string? Id = null,
        string? Title = null,
        string? Each = null,
        IReadOnlyList<string>? Requirements = null
    );

    /// <summary>A chapter that a report is to begin with.</summary>
    /// <param name="Name">What its key is made of.</param>
    /// <param name="Text">Markdown that begins with the title.</param>
    public sealed record Planned(string Name, IReadOnlyList<Key<Requirement>> RestsOn, string Text)
    {
        /// <summary>As readers see it.</summary>
        public string Title => ChapterMarkdown.TitleOf(Text);
    }

    /// <summary>What is filled in in a chapter's text: of the round, and of what the chapter rests on.</summary>
    public static IReadOnlyList<string> Places { get; } =
    ["{rapporten}", "{år}", "{period}", "{mottagaren}", RequirementsPlace];

    /// <summary>Whether it suits a round.</summary>
    public bool Suits(Round round) =>
        Kinds.Contains(SampleWords.RoundKinds.First(word => word.Value == round.Kind).Key)
        && (Template is null || Template == round.TemplateId.Value);

    /// <summary>The chapters that a round's report begins with.</summary>
    /// <param name="round">The round.</param>
    /// <param name="sections">Those of its template in order, with their requirements.</param>
    public IReadOnlyList<Planned> For(Round round, IReadOnlyList<Section> sections) =>
        [.. Chapters.SelectMany(entry => Of(entry, round, sections))];

    /// <summary>What is wrong with it, with the place where it is.</summary>
    /// <param name="templates">The templates that come with the program, by id.</param>
    public IEnumerable<(string Place, string Reason)> Faults(IReadOnlyDictionary<string, TemplateFile> templates)
    {
        if (!Key<ReportTypeFile>.TryParse(Id, null, out _))
        {
            yield return (Id, "Id ska bestå av små bokstäver, siffror och bindestreck.");
        }

        foreach (var kind in Kinds.Where(kind => !SampleWords.RoundKinds.ContainsKey(kind)))
        {
            yield return (kind, $"Okänt slag av omgång. Det finns {string.Join(", ", SampleWords.RoundKinds.Keys)}.");
        }

        var asked = Template is null ? null : templates.GetValueOrDefault(Template);
        if (Template is not null && asked is null)
        {
            yield return (Template, "Mallen finns inte.");
        }

        foreach (var fault in Chapters.SelectMany(entry => FaultsOf(entry, asked)))
        {
            yield return fault;
        }

        foreach (
            var twice in Chapters
                .Where(entry => entry.Id is not null)
                .GroupBy(entry => entry.Id)
                .Where(g => g.Count() > 1)
        )
        {
            yield return (twice.Key!, "Två kapitel har samma id.");
        }
    }

    private static IEnumerable<(string Place, string Reason)> FaultsOf(ChapterEntry entry, TemplateFile? asked)
    {
        var place = entry.Id ?? entry.Each ?? "";
        if ((entry.Id is null) == (entry.Each is null))
        {
            yield return (place, "Ett kapitel har antingen id eller each.");
        }

        if (entry.Each is not (null or PerSection or PerRequirement))
        {
            yield return (place, $"each är {PerSection} eller {PerRequirement}.");
        }

        if (entry.Id is not null && (entry.Title is null || !Key<Chapter>.TryParse(entry.Id, null, out _)))
        {
            yield return (
                place,
                "Ett kapitel med id ska ha title, och id ska bestå av små bokstäver, siffror och bindestreck."
            );
        }

        if (entry.Requirements is not null && entry.Each is not null)
        {
            yield return (place, "Ett kapitel med each vilar på det som det görs för, och har inga requirements.");
        }

        foreach (
            var unknown in entry.Requirements?.Where(key => asked?.Requirements().Any(one => one.Id == key) != true)
                ?? []
        )
        {
            yield return (place, $"Kravet ”{unknown}” finns inte i typens mall.");
        }

        foreach (var unknown in Place().Matches(entry.Text).Select(match => match.Value).Except(Places))
        {
            yield return (place, $"{unknown} går inte att fylla i. Det som fylls i är {string.Join(", ", Places)}.");
        }
    }

    private static IEnumerable<Planned> Of(ChapterEntry entry, Round round, IReadOnlyList<Section> sections)
    {
        switch (entry.Each)
        {
            case PerSection:
                return from section in sections
                    // A template that numbers no chapter has one for each section.
                    where section.Chapter is not null || sections.All(other => other.Chapter is null)
                    where section.Requirements.Count > 0
                    orderby section.Chapter, section.Order
                    select Make(section.Id.Value, entry.Title ?? section.Title, section.InOrder(), entry, round);
            case PerRequirement:
                return from requirement in sections.SelectMany(section => section.InOrder())
                    select Make(requirement.Id.Value, entry.Title ?? requirement.Title, [requirement], entry, round);
            default:
                var asked = sections.SelectMany(section => section.InOrder()).ToDictionary(one => one.Id.Value);
                return
                [
                    Make(
                        entry.Id!,
                        entry.Title!,
                        [.. (entry.Requirements ?? []).Select(asked.GetValueOrDefault).OfType<Requirement>()],
                        entry,
                        round
                    ),
                ];
        }
    }

    private static Planned Make(
        string name,
        string title,
        IReadOnlyList<Requirement> requirements,
        ChapterEntry entry,
        Round round
    ) =>
        new(
            name,
            [.. requirements.Select(requirement => requirement.Id)],
            $"# {ChapterMarkdown.Escaped(title)}\n\n{Place().Replace(entry.Text, match => Fill(match.Value, requirements, round))}".TrimEnd()
                + "\n"
        );

    /// <summary>What a chapter says of what it rests on before anybody has written: a heading for each, with what was asked.</summary>
    internal static string HeadingsOf(IReadOnlyList<Requirement> requirements) =>
        // One is what the whole chapter is about, and needs no heading of its own.
        requirements is [var only]
            ? $"*{ChapterMarkdown.Escaped(only.Instruction)}*"
            : string.Join(
                "\n\n",
                requirements.Select(one =>
                    $"## {ChapterMarkdown.Escaped(one.Title)}\n\n*{ChapterMarkdown.Escaped(one.Instruction)}*"
                )
            );

    private static string Fill(string place, IReadOnlyList<Requirement> requirements, Round round) =>
        place switch
        {
            "{rapporten}" => ChapterMarkdown.Escaped(round.Title),
            "{år}" => round.PeriodEnd.Year.ToString(CultureInfo.InvariantCulture),
            "{period}" => $"{SwedishTime.Of(round.PeriodStart)}–{SwedishTime.Of(round.PeriodEnd)}",
            "{mottagaren}" => ChapterMarkdown.Escaped(round.Recipient),
            RequirementsPlace => HeadingsOf(requirements),
            var other => other,
        };

    // Markers have two braces, and are not filled in here.
    [GeneratedRegex(@"(?<!\{)\{[^{}\n]*\}(?!\})", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
