using System.Diagnostics;
using System.Globalization;

namespace Samla.Tests.Testing;

/// <summary>A disk in memory that a test may fill, or write-protect. Only root may make one, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(DirectoryInfo folder) => Folder = folder;

    public DirectoryInfo Folder { get; }

    /// <summary>A disk of its own; skips the test where none can be made.</summary>
    public static SmallDisk Make(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("samla-disk-");
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        if (!OperatingSystem.IsLinux() || !Run("mount", "-t", "tmpfs", "-o", size, "samla-test", folder.FullName))
        {
            folder.Delete();
            Assert.Skip("No small disk can be mounted here (that takes root, and leave to mount).");
        }

        return new SmallDisk(folder);
    }

    public string Path(string name) => System.IO.Path.Combine(Folder.FullName, name);

    public void Protect() => Assert.True(Run("mount", "-o", "remount,ro", Folder.FullName));

    public void Grow(int megabytes) =>
        Assert.True(
            Run(
                "mount",
                "-o",
                string.Create(CultureInfo.InvariantCulture, $"remount,size={megabytes}m"),
                Folder.FullName
            )
        );

    public void Dispose()
    {
        Run("umount", Folder.FullName);
        Folder.Delete();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }
}
