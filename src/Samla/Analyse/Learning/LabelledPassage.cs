namespace Samla.Analyse;

/// <summary>A passage that an analyst has read, as an example to learn from.</summary>
/// <param name="Text">The passage's own words, without its heading.</param>
/// <param name="Codes">The keys of the codes it was given. None at all says that no code fits, which is worth learning too.</param>
/// <param name="Source">
/// The text it stands in. Passages from one source resemble each other, so the confidence is measured on sources
/// that the learner had not seen. Leave it empty only when nothing is known.
/// </param>
public sealed record LabelledPassage(string Text, IReadOnlyList<string> Codes, string Source = "");
