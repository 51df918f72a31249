using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>
/// Which questions of a template are those of the templates it comes from: the same id is the same question. Through the
/// template it is based on it is also compared with those that one is compared with, since a round may skip a template.
/// </summary>
public static class SameQuestions
{
    /// <param name="now">The template.</param>
    /// <param name="basis">The one that it is based on.</param>
    /// <param name="ofBasis">How that one is compared with earlier ones, in order.</param>
    public static IReadOnlyList<RequirementMapping> Between(
        TemplateFile now,
        TemplateFile basis,
        IReadOnlyList<RequirementMapping> ofBasis
    ) =>
        [
            .. Numbered(now.Id, basis.Id, Pairs(now, basis)),
            .. ofBasis
                .GroupBy(mapping => mapping.EarlierTemplateId.Value)
                .Where(earlier => earlier.Key != now.Id)
                .SelectMany(earlier => Numbered(now.Id, earlier.Key, Through(now, [.. earlier]))),
        ];

    private sealed record Pair(string? Now, string? Earlier, MappingKind Kind, string Note);

    private static IEnumerable<Pair> Pairs(TemplateFile now, TemplateFile basis)
    {
        var changes = CompareTemplates
            .Between(basis, now)
            .OfType<CompareTemplates.Difference.Changed>()
            .ToDictionary(change => change.Id.Value, change => change.Fields);
        var before = basis.Requirements().Select(one => one.Id).ToHashSet();
        var asked = now.Requirements().Select(one => one.Id).ToHashSet();
        return
        [
            .. now.Requirements()
                .Select(one =>
                    before.Contains(one.Id)
                        ? new Pair(one.Id, one.Id, MappingKind.Same, NoteOf(changes.GetValueOrDefault(one.Id)))
                        : New(one.Id)
                ),
            .. before.Where(id => !asked.Contains(id)).Select(Dropped),
        ];
    }

    private static IEnumerable<Pair> Through(TemplateFile now, IReadOnlyList<RequirementMapping> ofBasis)
    {
        var known = ofBasis.ToLookup(mapping => mapping.RequirementId?.Value);
        var asked = now.Requirements().Select(one => one.Id).ToHashSet();
        var pairs = now.Requirements()
            .SelectMany(one =>
                known[one.Id].Any()
                    ? known[one.Id]
                        .Select(mapping => new Pair(
                            one.Id,
                            mapping.EarlierRequirementId?.Value,
                            mapping.Kind,
                            mapping.Note
                        ))
                    : [New(one.Id)]
            )
            .ToList();
        var found = pairs.Select(pair => pair.Earlier).ToHashSet();
        return
        [
            .. pairs,
            .. ofBasis
                .Select(mapping => mapping.EarlierRequirementId?.Value)
                .OfType<string>()
                .Distinct()
                .Where(earlier => !found.Contains(earlier))
                .Select(earlier =>
                    known[null].FirstOrDefault(mapping => mapping.EarlierRequirementId?.Value == earlier) is { } dropped
                        ? Dropped(earlier) with
                        {
                            Note = dropped.Note,
                        }
                        : Dropped(earlier)
                ),
        ];
    }

    private static Pair New(string id) => new(id, null, MappingKind.New, "Frågan ställdes inte i den tidigare mallen.");

    private static Pair Dropped(string id) => new(null, id, MappingKind.Dropped, "Frågan ställs inte längre.");

    private static string NoteOf(IReadOnlyList<string>? fields) =>
        fields is null
            ? "Samma fråga, oförändrad."
            : $"Samma fråga. Ändrat: {SwedishText.Enumeration([.. fields.Select(TemplateWords.SwedishOf)])}.";

    private static IEnumerable<RequirementMapping> Numbered(string now, string earlier, IEnumerable<Pair> pairs) =>
        pairs.Select(
            (pair, order) =>
                new RequirementMapping
                {
                    TemplateId = Key<Template>.Parse(now, null),
                    EarlierTemplateId = Key<Template>.Parse(earlier, null),
                    Order = order,
                    RequirementId = pair.Now is null ? null : Key<Requirement>.Parse(pair.Now, null),
                    EarlierRequirementId = pair.Earlier is null ? null : Key<Requirement>.Parse(pair.Earlier, null),
                    Kind = pair.Kind,
                    Note = pair.Note,
                }
        );
}
