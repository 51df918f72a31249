using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What of an earlier codebook has a place in a later one, by how the questions of the two rounds answer to each other.</summary>
/// <param name="round">The later round.</param>
/// <param name="earlier">The earlier one.</param>
/// <param name="own">The codes that the later round has.</param>
/// <param name="codes">Those of the earlier round, in order.</param>
/// <param name="asked">What the later round asks.</param>
/// <param name="mappings">Between the two templates, in order; none where they are the same.</param>
internal sealed class CodebookCarrying(
    Round round,
    Round earlier,
    IReadOnlyList<Code> own,
    IReadOnlyList<Code> codes,
    IReadOnlyDictionary<Key<Requirement>, Requirement> asked,
    IReadOnlyList<RequirementMapping> mappings
)
{
    private readonly Dictionary<Key<Code>, Code> _own = own.ToDictionary(code => code.Id);
    private readonly Dictionary<Key<Code>, Code> _earlier = codes.ToDictionary(code => code.Id);
    private readonly ILookup<Key<Requirement>?, RequirementMapping> _mappings = mappings.ToLookup(mapping =>
        mapping.EarlierRequirementId
    );

    /// <summary>The question of a code in the later round, and how it answers to the earlier one.</summary>
    private sealed record Question(Key<Requirement>? Requirement, MappingKind Kind, string Note);

    public (
        IReadOnlyList<CarryCodebook.Carried> Added,
        IReadOnlyList<CarryCodebook.LeftBehind> Left,
        int AlreadyThere
    ) Carry()
    {
        var follow = new HashSet<Key<Code>>();
        List<CarryCodebook.LeftBehind> left = [];
        var there = 0;
        foreach (var code in codes.Where(code => code is { Kind: CodeKind.Leaf, RetiredAt: null }))
        {
            if (_own.ContainsKey(code.Id))
            {
                there++;
            }
            else if (WhyNot(code) is { } why)
            {
                left.Add(new(code, why));
            }
            else
            {
                follow.UnionWith(NewOf(code).Select(one => one.Id));
            }
        }

        return ([.. codes.Where(code => follow.Contains(code.Id)).Select(Carried)], left, there);
    }

    /// <summary>The code itself and the groups above it, upwards, as far as the later round has them not.</summary>
    private IEnumerable<Code> NewOf(Code code)
    {
        for (var one = code; one is not null && !_own.ContainsKey(one.Id); one = Find(_earlier, one.ParentId))
        {
            yield return one;
        }
    }

    private CarryCodebook.Carried Carried(Code code)
    {
        // A group whose question is no longer asked may still hold codes that are about another.
        var question = Now(code) ?? new(null, MappingKind.Same, "");
        var last = own.Count == 0 ? 0 : own.Max(one => one.Order) + 1;
        return new(
            new Code
            {
                RoundId = round.Id,
                Id = code.Id,
                ParentId = code.ParentId,
                Kind = code.Kind,
                Order = last + code.Order,
                Label = code.Label,
                Definition = code.Definition,
                Inclusion = code.Inclusion,
                Exclusion = code.Exclusion,
                Aspect = code.Aspect,
                Version = code.Version + (question.Kind == MappingKind.Same ? 0 : 1),
                RequirementId = question.Requirement,
                Subject = code.Subject,
                CountedFrom = code.CountedFrom,
                // Why nothing could be said with it was about that round's answers.
                Withheld = null,
            },
            code.Version,
            question.Kind,
            question.Note
        );
    }

    /// <summary>Null where the later round does not ask those whom the code is about.</summary>
    private Question? Now(Code code)
    {
        if (code.RequirementId is not { } then)
        {
            return new(null, MappingKind.Same, "");
        }

        if (round.TemplateId == earlier.TemplateId)
        {
            return new(then, MappingKind.Same, "");
        }

        return _mappings[then]
            .Where(pair => pair.RequirementId is { } now && asked.GetValueOrDefault(now)?.AnsweredBy == code.Subject)
            .OrderBy(pair => pair.Kind == MappingKind.Same ? 0 : 1)
            .ThenBy(pair => pair.Order)
            .Select(pair => new Question(pair.RequirementId, pair.Kind, pair.Note))
            .FirstOrDefault();
    }

    private string? WhyNot(Code code) =>
        Now(code) is not { } question ? WhyNotAsked(code)
        : code.CountedFrom is StrategyStatus status
            ? $"Koden räknas ur registret över strategier för {status.Year}. Lägg till en ny kod för den här omgångens år."
        : code.CountedFrom is StructuredAnswer && round.TemplateId != earlier.TemplateId
            ? "Koden räknas ur en tabell i den tidigare omgångens mall. Lägg till en ny kod som räknas ur den här omgångens tabell."
        : NewOf(code).Select(WhyNoPlace).FirstOrDefault(why => why is not null) is { } why ? why
        : Find(_own, code.ParentId)?.RequirementId is { } about && about != question.Requirement
            ? "Gruppen gäller ett annat krav i den här omgången."
        : null;

    /// <summary>What stands where the code, or a group of it, would stand; null where it is free.</summary>
    private string? WhyNoPlace(Code code) =>
        Find(_own, code.ParentId) is { Kind: CodeKind.Leaf } parent
            ? $"”{parent.Label}”, som den stod i, är en kod i den här omgången."
        : own.FirstOrDefault(other =>
            other.ParentId == code.ParentId
            && string.Equals(other.Label, code.Label, StringComparison.OrdinalIgnoreCase)
        )
            is { } same
            ? $"Det finns redan {(same.Kind == CodeKind.Leaf ? "en annan kod" : "en annan grupp")} som heter ”{same.Label}” på samma plats."
        : null;

    private string WhyNotAsked(Code code)
    {
        var pairs = _mappings[code.RequirementId].ToList();
        return mappings.Count == 0 ? "Ingen har jämfört omgångarnas mallar."
            : pairs.Count == 0 ? "Ingen har sagt vilket krav som motsvarar det som koden gällde."
            : pairs.Exists(pair => pair.RequirementId is not null) ? "Frågan ställs nu till andra."
            : "Kravet som den gällde ställs inte längre.";
    }

    private static Code? Find(Dictionary<Key<Code>, Code> among, Key<Code>? id) =>
        id is null ? null : among.GetValueOrDefault(id);
}
