using System.Text;

namespace Samla.Bench;

/// <summary>
/// The report that is timed: the file in SAMLA_REPORT, else the first of the source documents that lie beside the project,
/// else a made-up one of the same size.
/// </summary>
internal static class FirstReport
{
    private const string Variable = "SAMLA_REPORT";

    /// <summary>Finds the report now, for the processes that BenchmarkDotNet starts in folders of its own.</summary>
    public static void PassOn() => Environment.SetEnvironmentVariable(Variable, Path);

    public static (string Name, byte[] Content) Read() =>
        Path is { } path
            ? (System.IO.Path.GetFileName(path), File.ReadAllBytes(path))
            : ("made-up.txt", Encoding.UTF8.GetBytes(MadeUpReport.Write(times: 1)));

    private static string? Path
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            {
                return System.IO.Path.GetFullPath(named);
            }

            for (
                var folder = new DirectoryInfo(Environment.CurrentDirectory);
                folder is not null;
                folder = folder.Parent
            )
            {
                var seeds = new DirectoryInfo(System.IO.Path.Combine(folder.FullName, "shared", "seeds"));
                if (seeds.Exists && seeds.EnumerateFiles("000*.txt").FirstOrDefault() is { } first)
                {
                    return first.FullName;
                }
            }

            return null;
        }
    }
}
