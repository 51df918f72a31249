namespace Samla.Domain.Grants;

/// <summary>What is known of a municipality besides its name, as it was read in last: so that amounts can be told per inhabitant and by kind of municipality.</summary>
public sealed class MunicipalityFact
{
    public const int LongestKind = 80;

    /// <summary>Four digits.</summary>
    public required string Code { get; init; }

    /// <summary>Who were registered there at the end of <see cref="Year"/>.</summary>
    public required int Inhabitants { get; init; }

    /// <summary>The kind of municipality, in the words of the grouping that was read in.</summary>
    public required string Kind { get; init; }

    public required int Year { get; init; }
}
