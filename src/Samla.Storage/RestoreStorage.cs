using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Samla.Storage;

/// <summary>Puts a backup in the place of the embedded database. What was there is kept beside it.</summary>
public static class RestoreStorage
{
    public static async Task<Outcome> Run(StorageTarget target, string file, CancellationToken cancellation)
    {
        if (target is not StorageTarget.Embedded embedded)
        {
            return new Outcome.Refused("En databas på en PostgreSQL-server återställs med serverns eget pg_restore.");
        }

        if (!File.Exists(file))
        {
            return new Outcome.Refused($"Filen {file} finns inte. Kontrollera sökvägen.");
        }

        try
        {
            if (!await IsSamlaDatabase(file, cancellation))
            {
                return new Outcome.Refused(
                    $"{file} är inte en fullständig säkerhetskopia av Samla. Ingenting är ändrat."
                );
            }

            Directory.CreateDirectory(embedded.Folder);
            using var inUse = StorageLock.Take(embedded);
            if (inUse is null)
            {
                return new Outcome.Refused("Databasen används. Stäng av Samla (samla start) och försök igen.");
            }

            return new Outcome.Restored(Replace(embedded, file));
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } message)
        {
            return new Outcome.Refused(message);
        }
    }

    private static string? Replace(StorageTarget.Embedded embedded, string file)
    {
        var draft = $"{embedded.File}.{Path.GetRandomFileName()}";
        File.Copy(file, draft);
        string? before = null;
        if (File.Exists(embedded.File))
        {
            before = FreeName(embedded);
            // Whatever is still in the write-ahead log belongs to the database that is put aside.
            using (var old = new SqliteConnection(embedded.Connection))
            {
                old.Open();
                using var checkpoint = old.CreateCommand();
                checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                checkpoint.ExecuteNonQuery();
                SqliteConnection.ClearPool(old);
            }

            File.Move(embedded.File, before);
        }

        File.Delete(embedded.File + "-wal");
        File.Delete(embedded.File + "-shm");
        File.Move(draft, embedded.File);
        return before;
    }

    private static string FreeName(StorageTarget.Embedded embedded)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"samla-fore-aterstallning-{number}.db");
            if (Path.Combine(embedded.Folder, name) is var path && !Path.Exists(path))
            {
                return path;
            }
        }
    }

    private static async Task<bool> IsSamlaDatabase(string file, CancellationToken cancellation)
    {
        var readOnly = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        try
        {
            await using var connection = new SqliteConnection(readOnly.ToString());
            await connection.OpenAsync(cancellation);
            return await Answer("PRAGMA quick_check") == "ok"
                && await Answer("""SELECT count(*) > 0 FROM "Audit" """) == "1";

            async Task<string?> Answer(string question)
            {
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the two questions above
                command.CommandText = question;
#pragma warning restore CA2100
                return (await command.ExecuteScalarAsync(cancellation))?.ToString();
            }
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Before">Where the database that was there now is; null where there was none.</param>
        public sealed record Restored(string? Before) : Outcome;

        /// <param name="Message">Why, in Swedish; nothing was changed.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
