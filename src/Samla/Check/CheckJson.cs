using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>Writes a checked report as the JSON of the public contract.</summary>
public static class CheckJson
{
    public static void Write(Stream output, PublishedReport report, IReadOnlyList<Finding> findings) =>
        throw new NotSupportedException();
}
