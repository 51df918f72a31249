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
        // Copied beside it first: when the disk is full, the database that is there is still in its place.
        var draft = $"{embedded.File}.{Path.GetRandomFileName()}";
        try
        {
            File.Copy(file, draft);
            // A copy is no log-keeping database until told so; with a log, readers and the writer do not wait for each other.
            Execute(draft, "PRAGMA journal_mode = WAL");
            var before = File.Exists(embedded.File) ? PutAside(embedded) : null;
            File.Delete(embedded.File + "-shm");
            File.Move(draft, embedded.File);
            return before;
        }
        finally
        {
            File.Delete(draft);
            File.Delete(draft + "-wal");
            File.Delete(draft + "-shm");
        }
    }

    private static string PutAside(StorageTarget.Embedded embedded)
    {
        var before = FreeName(embedded);
        try
        {
            // Whatever is still in the write-ahead log belongs to the database that is put aside.
            Execute(embedded.File, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // It is broken, which may be why another is restored. It is put aside as it is, with its log.
        }

        File.Move(embedded.File, before);
        if (File.Exists(embedded.File + "-wal"))
        {
            File.Move(embedded.File + "-wal", before + "-wal");
        }

        return before;
    }

    private static void Execute(string file, string command)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        using var database = new SqliteConnection(connection.ToString());
        database.Open();
        using var execute = database.CreateCommand();
#pragma warning disable CA2100 // the two commands above
        execute.CommandText = command;
#pragma warning restore CA2100
        execute.ExecuteNonQuery();
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
