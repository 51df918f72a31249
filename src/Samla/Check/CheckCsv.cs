using Samla.Domain.Check;

namespace Samla.Check;

/// <summary>Writes a checked report as CSV, one finding on each line.</summary>
public static class CheckCsv
{
    public static void Write(Stream output, PublishedReport report, IReadOnlyList<Finding> findings) =>
        throw new NotSupportedException();
}
