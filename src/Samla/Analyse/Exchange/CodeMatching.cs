using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Finds a round's own codes behind those of a project: by id, otherwise by name. Behind one that was merged stands the one that took over.</summary>
internal sealed class CodeMatching
{
    private readonly Dictionary<Guid, Code> _known;
    private readonly Dictionary<Key<Code>, Code> _own;
    private readonly ILookup<string, Code> _named;
    private readonly Dictionary<Guid, string> _labels;
    private readonly SortedSet<string> _merged = new(StringComparer.Ordinal);

    /// <param name="round">The round.</param>
    /// <param name="own">Its codes.</param>
    /// <param name="given">Those of the project.</param>
    public CodeMatching(Key<Round> round, IReadOnlyList<Code> own, IReadOnlyList<ExchangeCode> given)
    {
        _own = own.ToDictionary(code => code.Id);
        _known = own.ToDictionary(code => ExchangeIds.Of(round, code.Id));
        _named = own.ToLookup(code => code.Label, StringComparer.OrdinalIgnoreCase);
        _labels = given.SelectMany(code => code.AndBelow).ToDictionary(code => code.Id, code => code.Name);
    }

    public IEnumerable<Code> All => _own.Values;

    /// <summary>What was taken for the code that took over, in Swedish.</summary>
    public IEnumerable<string> Merged => _merged;

    public string LabelOf(Guid id) => _labels[id];

    /// <summary>The codes that may be given, of which at most one is about an answer's question.</summary>
    public List<Code> Find(Guid id) => Candidates(id, LabelOf(id)).FindAll(code => code.Kind == CodeKind.Leaf);

    /// <summary>The code or group that notes are about; or why there is none.</summary>
    public (Code? Code, string Why) Noted(ExchangeCode code)
    {
        var candidates = Candidates(code.Id, code.Name);
        var alike = candidates.FindAll(one => one.Kind == (code.IsCodable ? CodeKind.Leaf : CodeKind.Group));
        return (candidates.Count, alike) switch
        {
            (0, _) => (null, "den finns inte i omgångens kodschema."),
            (1, _) => (candidates[0], ""),
            (_, [var only]) => (only, ""),
            _ => (null, "flera koder i omgångens kodschema heter så."),
        };
    }

    private List<Code> Candidates(Guid id, string name) =>
        _known.TryGetValue(id, out var known)
            ? [Kept(known)]
            :
            [
                .. _named[name]
                    .GroupBy(code => (code.RequirementId, code.Subject, code.Kind))
                    .SelectMany(InUse)
                    .Select(Kept)
                    .Distinct(),
            ];

    /// <summary>A code that is in use goes before one of the same name that was merged.</summary>
    private static IEnumerable<Code> InUse(IEnumerable<Code> same)
    {
        var inUse = same.Where(code => code.MergedIntoId is null).ToList();
        return inUse.Count > 0 ? inUse : same;
    }

    private Code Kept(Code code)
    {
        if (code.MergedIntoId is not { } into)
        {
            return code;
        }

        var kept = _own[into];
        _merged.Add(
            $"Koden ”{code.Label}” är ihopslagen med ”{kept.Label}”. Det som har den i filen får ”{kept.Label}”."
        );
        return kept;
    }
}
