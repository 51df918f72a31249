namespace Samla.Domain.Check;

/// <summary>How sure and how grave a finding is. The order is that of gravity.</summary>
public enum Severity
{
    /// <summary>Form (spacing, order, spelling), or a convention that is stretched.</summary>
    Info,

    /// <summary>Very likely wrong; a person must look.</summary>
    Warning,

    /// <summary>The report contradicts itself or is wrong, certainly.</summary>
    Error,
}

/// <summary>What a rule reports: what is wrong, where, and what would be right. Messages are in Swedish.</summary>
public sealed record Finding
{
    /// <summary>The rule's name in the public contract, such as "count-mismatch".</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What is wrong, in one or two Swedish sentences.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// Where it is, most important first: the words to mark in the text. At least one; findings are sorted by the first.
    /// </summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>The note it is about; null where it is about none.</summary>
    public int? Footnote { get; init; }

    /// <summary>Other notes involved.</summary>
    public IReadOnlyList<int> RelatedFootnotes { get; init; } = [];

    /// <summary>What would be right, where the checker knows; else null.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>The severities' names in the public JSON and CSV, and in Swedish.</summary>
public static class Severities
{
    extension(Severity severity)
    {
        public string Name =>
            severity switch
            {
                Severity.Info => "info",
                Severity.Warning => "warning",
                Severity.Error => "error",
            };

        /// <summary>The severity with a name, or null.</summary>
        public static Severity? Named(string name) =>
            name switch
            {
                "info" => Severity.Info,
                "warning" => Severity.Warning,
                "error" => Severity.Error,
                _ => null,
            };

        public string Swedish =>
            severity switch
            {
                Severity.Info => "Form",
                Severity.Warning => "Varning",
                Severity.Error => "Fel",
            };
    }
}
