using Samla.Grants;

namespace Samla.Reference;

/// <summary>Reads in the decisions that we made up to try Samla with, where the sample has any; they are read as a case system's export would be.</summary>
public sealed class LoadGrants(ImportGrants import)
{
    /// <summary>The sample's folder of decisions, beside those of its rounds.</summary>
    internal const string Folder = "grants";

    private const string MappingName = "mapping.json";

    /// <param name="sampleFolder">The folder that may hold it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>What could not be done, in Swedish; null when all went well.</returns>
    public async Task<string?> Run(string sampleFolder, CancellationToken cancellation)
    {
        var path = Path.Combine(sampleFolder, Folder);
        if (!Directory.Exists(path))
        {
            return null;
        }

        var folder = new DataFolder(path);
        var (mapping, trouble) = ColumnMapping.Read(folder.ReadText(MappingName));
        if (mapping is null)
        {
            return $"{Folder}/{MappingName}: {trouble}";
        }

        foreach (var file in Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            using var content = new MemoryStream(folder.ReadBytes(name));
            var outcome = await import.Run(
                name,
                content,
                mapping,
                isDryRun: false,
                LoadInvented.Actor,
                cancellation,
                isMadeUp: true
            );
            switch (outcome)
            {
                case ImportGrants.Outcome.Refused(var message):
                    return $"{Folder}/{name}: {message}";
                case ImportGrants.Outcome.Read({ Rejected: [var first, ..] }):
                    return $"{Folder}/{name}, rad {first.Row}: {first.Reason}";
            }
        }

        return null;
    }
}
