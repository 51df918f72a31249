namespace Samla.Data;

/// <summary>Who does what to what, as the audit trail keeps it.</summary>
/// <param name="Actor">Who: a person's account, or the command line.</param>
/// <param name="Action">What was done, such as "coding.add". Part of the trail: choose it for good.</param>
/// <param name="Subject">To what, as a reader of the trail would find it again.</param>
public sealed record Change(string Actor, string Action, string Subject);
