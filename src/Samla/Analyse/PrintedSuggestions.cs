using Samla.Domain;
using Samla.Domain.Analyse;

namespace Samla.Analyse;

/// <summary>
/// Which codes the words of a printed claim are most like, by stems and parts of words, the rare ones weighing more. It is a proposal
/// to a person and no more; docs/learning.md says how often it is right.
/// </summary>
internal sealed class PrintedSuggestions
{
    private readonly FeatureRarity _rarity;
    private readonly List<(Code Code, PassageVector Words)> _codes;
    private readonly float[] _weights = new float[PassageFeature.Count];

    /// <param name="codebook">All codes of the round; what the groups are called tells what a code is about.</param>
    public PrintedSuggestions(IReadOnlyList<Code> codebook)
    {
        var byId = codebook.ToDictionary(code => code.Id);
        var tallied = codebook
            .Where(code => code is { Kind: CodeKind.Leaf, MergedIntoId: null })
            .Select(code => (Code: code, Tally: Tally(TextOf(code, byId))))
            .ToList();
        _rarity = new FeatureRarity([.. tallied.Select(one => one.Tally)]);
        _codes = tallied.ConvertAll(one => (one.Code, _rarity.Weigh(one.Tally)));
    }

    /// <summary>The likest codes of those whom it counts, the likest first; none where no word is shared.</summary>
    public IReadOnlyList<Code> Find(PrintedClaim claim, int most)
    {
        var words = _rarity.Weigh(Tally($"{claim.Section} {claim.Words}"));
        words.AddTo(_weights, 1);
        List<Code> likest =
        [
            .. _codes
                .Where(one => one.Code.Subject == claim.Subject)
                .Select(one => (one.Code, Likeness: one.Words.Dot(_weights)))
                .Where(one => one.Likeness > 0)
                .OrderByDescending(one => one.Likeness)
                .ThenBy(one => one.Code.Order)
                .Take(most)
                .Select(one => one.Code),
        ];
        foreach (var number in words.Numbers)
        {
            _weights[number] = 0;
        }

        return likest;
    }

    // The label is said twice: it is the code's own, while the groups' are shared.
    private static string TextOf(Code code, Dictionary<Key<Code>, Code> byId)
    {
        var text = $"{code.Label} {code.Label} {code.Definition} {code.Inclusion}";
        for (var above = code; above.ParentId is { } parent && byId.TryGetValue(parent, out var group); above = group)
        {
            text += $" {group.Label}";
        }

        return text;
    }

    private static (int[] Numbers, int[] Times) Tally(string text) =>
        FeatureRarity.Tally(PassageFeature.In(PassageWord.In(text)));
}
