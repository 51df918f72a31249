using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A reporter that has a code without a passage, with the reason that stands where its words would.</summary>
/// <param name="Reason">As whoever coded wrote it, or as what the code is counted from says it.</param>
/// <param name="CountedFrom">What the code is counted from; null where somebody gave it.</param>
public sealed record Attributed(Reporter Reporter, string Reason, CountedFrom? CountedFrom);
