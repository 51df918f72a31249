using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A reporter that has a code without a passage, with the reason that stands where its words would.</summary>
/// <param name="Reason">As whoever coded wrote it.</param>
public sealed record Attributed(Reporter Reporter, string Reason);
