namespace Samla.Web.Analyse;

/// <summary>A memo that could not be saved: shown again where it was written, so that its words are not lost.</summary>
/// <param name="About">The subject of the list it was written in, or the id of the memo it was to change.</param>
/// <param name="Text">What was written.</param>
/// <param name="Message">Why it was not saved, and what to do.</param>
public sealed record RefusedMemo(string About, string Text, string Message);
