using Samla.Check;

namespace Samla.Cli.Check;

/// <summary>Reads and checks the report that a command names.</summary>
internal static class ReportFile
{
    public static CheckReport.Outcome Check(FileInfo file)
    {
        try
        {
            if (Directory.Exists(file.FullName))
            {
                return new CheckReport.Outcome.Unreadable($"{file.Name} är en mapp. Ange en fil.");
            }

            if (!file.Exists)
            {
                return new CheckReport.Outcome.Unreadable($"Filen {file} finns inte. Kontrollera sökvägen.");
            }

            if (file.Length > CheckReport.MaxBytes)
            {
                return CheckReport.TooLarge(file.Length);
            }

            return new CheckReport().Run(file.Name, File.ReadAllBytes(file.FullName), CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new CheckReport.Outcome.Unreadable($"Filen {file} kan inte läsas: {trouble.Message}");
        }
    }
}
