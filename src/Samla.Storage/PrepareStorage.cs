using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Samla.Data;

namespace Samla.Storage;

/// <summary>
/// Makes the database ready for this version. A file is backed up and migrated; a server is migrated only when told to,
/// since other nodes may be using it.
/// </summary>
public sealed class PrepareStorage(SamlaDb db, StorageTarget target, TimeProvider clock)
{
    /// <param name="mayMigrateServer">Whether a server may be migrated too.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public async Task<Outcome> Run(bool mayMigrateServer, CancellationToken cancellation)
    {
        try
        {
            if (target is StorageTarget.Embedded { Folder: var folder })
            {
                Directory.CreateDirectory(folder);
            }

            return await Prepare(mayMigrateServer, cancellation);
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } message)
        {
            return new Outcome.Refused(message);
        }
    }

    private async Task<Outcome> Prepare(bool mayMigrateServer, CancellationToken cancellation)
    {
        var exists = await db.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>()
            .ExistsAsync(cancellation);
        var applied = exists ? await AppliedMigrations(cancellation) : [];
        List<string> known = [.. db.GetService<IMigrationsAssembly>().Migrations.Keys];
        if (applied.Find(migration => !known.Contains(migration)) is { } newer)
        {
            return new Outcome.Refused(
                $"Databasen är skapad av en nyare version av Samla (den har steget {newer}). Uppgradera programmet; databasen är orörd."
            );
        }

        if (applied.Count == known.Count)
        {
            return new Outcome.Ready(Backup: null);
        }

        if (target is StorageTarget.Server && !mayMigrateServer)
        {
            return new Outcome.Refused(
                "Databasen på servern är inte anpassad till den här versionen. Kör ”samla admin migrate --database …” en gång och starta sedan igen."
            );
        }

        var backup = applied.Count > 0 && target is StorageTarget.Embedded embedded ? await Backup(embedded) : null;
        await db.Database.MigrateAsync(cancellation);
        return new Outcome.Ready(backup);

        async Task<string> Backup(StorageTarget.Embedded file)
        {
            var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var copy = Path.Combine(file.Folder, $"samla-fore-uppgradering-{stamp}.db");
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", cancellation);
            return copy;
        }
    }

    // EF Core's own question builds a model of that table first, which costs each command a tenth of a second.
    private async Task<List<string>> AppliedMigrations(CancellationToken cancellation)
    {
        var applied = new List<string>();
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                target is StorageTarget.Embedded
                    ? "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'"
                    : "SELECT count(*) FROM pg_tables WHERE tablename = '__EFMigrationsHistory'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0)
            {
                command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY 1""";
                await using var rows = await command.ExecuteReaderAsync(cancellation);
                while (await rows.ReadAsync(cancellation))
                {
                    applied.Add(rows.GetString(0));
                }
            }

            return applied;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="Backup">The copy that was made before the database was changed; null where it was not.</param>
        public sealed record Ready(string? Backup) : Outcome;

        /// <param name="Message">What is wrong and what to do, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
