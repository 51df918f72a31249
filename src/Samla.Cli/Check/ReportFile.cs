using Samla.Check;

namespace Samla.Cli.Check;

/// <summary>Reads and checks the report that a command names.</summary>
internal static class ReportFile
{
    public static CheckReport.Outcome Check(FileInfo file) =>
        Read(file) switch
        {
            ({ } content, _) => new CheckReport().Run(file.Name, content, CancellationToken.None),
            (_, var trouble) => trouble!,
        };

    /// <summary>What is in the file, or why it cannot be read.</summary>
    public static (byte[]? Content, CheckReport.Outcome.Unreadable? Trouble) Read(FileInfo file)
    {
        try
        {
            return Directory.Exists(file.FullName) ? (null, new($"{file.Name} är en mapp. Ange en fil."))
                : !file.Exists ? (null, new($"Filen {file} finns inte. Kontrollera sökvägen."))
                : file.Length > CheckReport.MaxBytes ? (null, CheckReport.TooLarge(file.Length))
                : (File.ReadAllBytes(file.FullName), null);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return (null, new($"Filen {file} kan inte läsas: {trouble.Message}"));
        }
    }
}
