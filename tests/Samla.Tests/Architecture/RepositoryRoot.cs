namespace Samla.Tests.Architecture;

/// <summary>The folder of the solution, found upwards from where the tests run.</summary>
internal static class RepositoryRoot
{
    /// <summary>What is made by tools or belongs to one machine, as .gitignore has it.</summary>
    private static readonly string[] NotOurs =
    [
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "BenchmarkDotNet.Artifacts",
        "data",
        "TestResults",
    ];

    public static DirectoryInfo Folder { get; } = Find();

    /// <summary>The text files of the repository, with their paths as git writes them.</summary>
    public static IEnumerable<(string Path, byte[] Content)> TextFiles() =>
        from file in Files(Folder)
        let content = File.ReadAllBytes(file.FullName)
        where !content.AsSpan(0, Math.Min(content.Length, 8_000)).Contains((byte)0)
        select (Relative(file), content);

    /// <summary>The text of a file, named as git names it.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Folder.FullName, path));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder
            .EnumerateFileSystemInfos()
            .Where(entry => !NotOurs.Contains(entry.Name))
            .SelectMany(entry =>
                entry switch
                {
                    DirectoryInfo inner => Files(inner),
                    FileInfo file => [file],
                    _ => [],
                }
            );

    private static string Relative(FileInfo file) =>
        Path.GetRelativePath(Folder.FullName, file.FullName).Replace('\\', '/');

    private static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Samla.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No Samla.slnx above {AppContext.BaseDirectory}.");
    }
}
