using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A reporter that has a code without a passage, with the reason that stands where its words would.</summary>
/// <param name="Reason">As whoever coded wrote it, or as the reporter's rows say it.</param>
/// <param name="IsFromRows">Whether the code is counted from the reporter's own rows.</param>
public sealed record Attributed(Reporter Reporter, string Reason, bool IsFromRows);
