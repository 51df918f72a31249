namespace Samla.Domain.Grants;

/// <summary>A file of decisions that was read in: all of it, or it would not be here.</summary>
public sealed class GrantImport : IFrozen
{
    /// <summary>From 1, in the order of the imports.</summary>
    public required int Number { get; init; }

    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>Which column gave what, as JSON: the next file with the same columns is read alike.</summary>
    public required string Mapping { get; init; }

    /// <summary>Whether the decisions are made up, to try Samla with. They are put aside when real ones are read in.</summary>
    public required bool IsMadeUp { get; init; }

    /// <summary>The file's rows without its heads.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows of cases that were not there before.</summary>
    public required int Added { get; init; }

    /// <summary>Rows of cases that were there, and said something else.</summary>
    public required int Replaced { get; init; }

    /// <summary>Rows of cases that were there and said the same.</summary>
    public required int Unchanged { get; init; }
}
