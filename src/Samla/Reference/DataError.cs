namespace Samla.Reference;

/// <summary>Why a data file cannot be used.</summary>
/// <param name="File">Its path below the folder that was read.</param>
/// <param name="Place">Where in it: a line, or the name of an entry.</param>
/// <param name="Reason">What is wrong and what was expected, in Swedish.</param>
public sealed record DataError(string File, string Place, string Reason)
{
    public override string ToString() => Place.Length == 0 ? $"{File}: {Reason}" : $"{File}, {Place}: {Reason}";
}
