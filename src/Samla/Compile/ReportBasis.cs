using Samla.Analyse;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Grants;

namespace Samla.Compile;

/// <summary>What chapters are filled in from: the counts, the words to quote and the interventions of a round.</summary>
public sealed record ReportBasis(
    Round Round,
    IReadOnlyDictionary<Key<Code>, CodeRow> Codes,
    IReadOnlyDictionary<(Key<Code>, Key<Reporter>), IReadOnlyList<ReportBasis.Quoted>> Quotations,
    IReadOnlyDictionary<Key<Intervention>, Intervention> Interventions,
    IReadOnlyDictionary<Key<Reporter>, Reporter> Reporters,
    IReadOnlyDictionary<(Key<Chapter>, string), AcceptedClaim> Accepted,
    ILookup<Key<Code>, EarlierClaim> Earlier,
    CodeGroups Groups,
    GrantFigures Grants,
    IReadOnlyDictionary<(Key<Chapter>, string), AcceptedAmount> AcceptedAmounts
)
{
    /// <param name="Text">Word for word.</param>
    /// <param name="Source">Where it stands.</param>
    /// <param name="Document">The title of the document that it stands in; null for an answer.</param>
    public sealed record Quoted(string Text, Id<Source> Source, string? Document = null);
}
