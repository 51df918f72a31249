using Samla.Domain.Analyse;

namespace Samla.Domain.Compile;

/// <summary>The groups of a codebook, so that a table can name one in place of its codes.</summary>
/// <param name="codes">The codes of a round, whatever their order.</param>
public sealed class CodeGroups(IEnumerable<Code> codes)
{
    private readonly ILookup<Key<Code>?, Code> _below = codes
        .OrderBy(code => code.Order)
        .ToLookup(code => code.ParentId);
    private readonly Dictionary<Key<Code>, Code> _groups = codes
        .Where(code => code.Kind == CodeKind.Group)
        .ToDictionary(code => code.Id);

    /// <summary>None: what chapters without tables need.</summary>
    public static CodeGroups None { get; } = new([]);

    /// <summary>The group; null where it is a code, or nothing.</summary>
    public Code? Find(Key<Code> key) => _groups.GetValueOrDefault(key);

    /// <summary>The codes that are named: of a group those in it and in the groups below, without those merged into others and those of which nothing can be said; else the code itself. Each once.</summary>
    public IEnumerable<Key<Code>> CodesOf(IEnumerable<Key<Code>> keys) => keys.SelectMany(CodesOf).Distinct();

    private IEnumerable<Key<Code>> CodesOf(Key<Code> key) =>
        _groups.ContainsKey(key)
            ? _below[key]
                .SelectMany(code =>
                    code.Kind == CodeKind.Group ? CodesOf(code.Id)
                    : code is { MergedIntoId: null, Withheld: null } ? [code.Id]
                    : []
                )
            : [key];
}
