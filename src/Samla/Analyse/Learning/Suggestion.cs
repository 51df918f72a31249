namespace Samla.Analyse;

/// <summary>A code that may fit a passage.</summary>
/// <param name="Code">The code's key.</param>
/// <param name="Confidence">
/// From 0 to 1. Of the suggestions that carry 0.7, about seven in ten were right on passages the learner had not seen.
/// </param>
/// <param name="Words">The passage's words that speak most for the code, heaviest first, as they are spelt there.</param>
public sealed record Suggestion(string Code, double Confidence, IReadOnlyList<string> Words);

/// <summary>A passage in the order of how well a code fits it.</summary>
/// <param name="Place">Where the passage stood among those that were ranked, from 0.</param>
/// <param name="Passage">The passage's text.</param>
/// <param name="Confidence">As in <see cref="Suggestion"/>.</param>
public sealed record RankedPassage(int Place, string Passage, double Confidence);

/// <summary>What fits a sentence of a source.</summary>
/// <param name="Start">UTF-16 offset in the source's text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Suggestions">The best first.</param>
internal sealed record SentenceSuggestions(int Start, int Length, IReadOnlyList<Suggestion> Suggestions);
