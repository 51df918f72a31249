using Samla.Tests.Architecture;

namespace Samla.Tests.Testing;

/// <summary>
/// What is no part of the repository, such as published reports: looked for in a folder <c>shared</c> beside it or above.
/// Tests that need it skip themselves where it is not.
/// </summary>
internal static class Shared
{
    public static DirectoryInfo? Folder(string name)
    {
        for (var folder = RepositoryRoot.Folder.Parent; folder is not null; folder = folder.Parent)
        {
            var shared = new DirectoryInfo(Path.Combine(folder.FullName, "shared", name));
            if (shared.Exists)
            {
                return shared;
            }
        }

        return null;
    }
}
