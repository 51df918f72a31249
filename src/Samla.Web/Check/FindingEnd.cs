namespace Samla.Web.Check;

/// <summary>One of the blocks that a finding is about, as its card shows it: a knot on the thread.</summary>
/// <param name="Anchor">The id of its first mark in the text.</param>
/// <param name="Label">What the link to it says: "Visa i texten", "Fotnot 12", "Sida 6, avsnitt 2.1".</param>
/// <param name="Footnote">The number of the note that stands there; null where none does.</param>
/// <param name="Words">Its words, so that nobody has to leave the card to compare; empty where it has none.</param>
public sealed record FindingEnd(string Anchor, string Label, int? Footnote, IReadOnlyList<QuotedWords> Words);

/// <summary>Some words of the report.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsHit">Whether they are those that count.</param>
public sealed record QuotedWords(string Text, bool IsHit);
