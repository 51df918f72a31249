using System.CommandLine;

namespace Samla.Cli;

/// <summary>Writes a command's result where it is told to.</summary>
internal static class ResultFile
{
    /// <summary>The option that names the file.</summary>
    public static Option<FileInfo?> Option() => new("--out") { Description = "Fil som resultatet skrivs till." };

    /// <summary>The option that chooses among formats; the first is meant where none is chosen.</summary>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = "Resultatets format.",
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>Writes as <see cref="Write"/> does, says what went wrong, and gives the exit code.</summary>
    public static int Put(FileInfo? target, Action<Stream> write) =>
        Write(target, write) is { } trouble ? CommandLine.Fail(trouble) : CommandLine.Done;

    /// <summary>Writes a result to a file, or to standard output; the file is there whole or not at all.</summary>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static string? Write(FileInfo? target, Action<Stream> write)
    {
        if (target is null)
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            write(output);
            return null;
        }

        var draft = $"{target.FullName}.{Path.GetRandomFileName()}"; // beside the target, and nobody else's file
        try
        {
            using (var output = File.Create(draft))
            {
                write(output);
            }

            File.Move(draft, target.FullName, overwrite: true);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"Resultatet kan inte skrivas till {target}: {trouble.Message}";
        }
        finally
        {
            Remove(draft);
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is already said; a draft that is left does no harm.
        }
    }
}
