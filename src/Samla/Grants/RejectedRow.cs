namespace Samla.Grants;

/// <summary>What is wrong in a row of a file of decisions. While there is any, nothing of the file is read in.</summary>
/// <param name="Row">The row's number in the file, from 1 with the heads.</param>
/// <param name="Field">What it is wrong with; one of <see cref="GrantField.All"/>.</param>
/// <param name="Reason">Why, and what to do; in Swedish.</param>
public sealed record RejectedRow(int Row, GrantField Field, string Reason);
