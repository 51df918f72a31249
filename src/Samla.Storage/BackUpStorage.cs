using Microsoft.EntityFrameworkCore;
using Samla.Data;

namespace Samla.Storage;

/// <summary>Copies the embedded database as it is at one moment, while others go on using it.</summary>
public sealed class BackUpStorage(SamlaDb db, StorageTarget target)
{
    /// <summary>What could not be done, in Swedish; null when the file is there.</summary>
    public async Task<string?> Run(string file, CancellationToken cancellation)
    {
        if (target is not StorageTarget.Embedded)
        {
            return "En databas på en PostgreSQL-server kopieras med serverns eget pg_dump.";
        }

        if (Path.Exists(file))
        {
            return $"{file} finns redan. Ange en fil som inte finns, så att ingen kopia skrivs över.";
        }

        if (Path.GetDirectoryName(file) is { } folder && !Directory.Exists(folder))
        {
            return $"Mappen {folder} finns inte. Gör den först.";
        }

        await Copy(db, file, cancellation);
        return null;
    }

    internal static async Task Copy(SamlaDb db, string file, CancellationToken cancellation)
    {
        // Made under another name first: the file is there whole or not at all.
        var draft = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {draft}", cancellation);
            File.Move(draft, file);
        }
        finally
        {
            File.Delete(draft);
            File.Delete(draft + "-journal"); // SQLite leaves it where the disk was full
        }
    }
}
