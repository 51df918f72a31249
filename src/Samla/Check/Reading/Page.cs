namespace Samla.Check.Reading;

/// <summary>A page of a text file: its lines, and the number printed on it.</summary>
/// <param name="Number">Printed page number; null where the text has no pages.</param>
/// <param name="Lines">The lines, without line ends.</param>
internal sealed record Page(int? Number, IReadOnlyList<string> Lines);
