namespace Samla.Cli;

/// <summary>A file that a command reads in.</summary>
internal static class InputFile
{
    /// <summary>It is read more than once, which what comes through a pipe cannot be.</summary>
    public static async Task<Stream> Opened(FileInfo file, CancellationToken cancellation)
    {
        var content = file.OpenRead();
        if (content.CanSeek)
        {
            return content;
        }

        await using (content)
        {
            var kept = new MemoryStream();
            await content.CopyToAsync(kept, cancellation);
            return kept;
        }
    }

    /// <summary>What to say of a file that could not be read, in Swedish; null where that is not the trouble.</summary>
    public static string? Told(Exception trouble, FileInfo file) =>
        trouble switch
        {
            FileNotFoundException or DirectoryNotFoundException => $"{file}: Filen finns inte. Kontrollera sökvägen.",
            IOException or UnauthorizedAccessException => $"Filen kan inte läsas: {trouble.Message}",
            _ => null,
        };
}
