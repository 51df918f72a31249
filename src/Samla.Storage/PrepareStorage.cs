using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Samla.Data;

namespace Samla.Storage;

/// <summary>
/// Makes the database ready for this version. A file is backed up and migrated; a server is migrated only when told to,
/// since other nodes may be using it.
/// </summary>
public sealed class PrepareStorage(SamlaDb db, StorageTarget target, TimeProvider clock)
{
    /// <summary>Any number will do, as long as all who migrate wait for the same one.</summary>
    private const long OurTurn = 2_024_099;

    /// <param name="mayMigrateServer">Whether a server may be migrated too.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    public async Task<Outcome> Run(bool mayMigrateServer, CancellationToken cancellation)
    {
        if (target is StorageTarget.Server server && !server.CanBeRead)
        {
            return new Outcome.Refused(
                "Anslutningen i --database kan inte läsas. Skriv till exempel ”Host=server;Database=samla;Username=samla;Password=…”."
            );
        }

        try
        {
            if (target is StorageTarget.Embedded { Folder: var folder })
            {
                Directory.CreateDirectory(folder);
            }

            return await Look(mayMigrateServer, cancellation) ?? await Migrate(mayMigrateServer, cancellation);
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } message)
        {
            return new Outcome.Refused(message);
        }
    }

    /// <summary>Whether the database is ready, or cannot be used; null where it is to be migrated.</summary>
    private async Task<Outcome?> Look(bool mayMigrateServer, CancellationToken cancellation)
    {
        var applied = await Applied(cancellation);
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

        return target is StorageTarget.Server && !mayMigrateServer
            ? new Outcome.Refused(
                "Databasen på servern är inte anpassad till den här versionen. Kör ”samla admin migrate --database …” en gång och starta sedan igen."
            )
            : null;
    }

    private async Task<Outcome> Migrate(bool mayMigrateServer, CancellationToken cancellation)
    {
        if (target is not StorageTarget.Embedded embedded)
        {
            return await MigrateServer(cancellation);
        }

        using var turn = await StorageLock.WaitToPrepare(embedded, clock, cancellation);
        if (await Look(mayMigrateServer, cancellation) is { } outcome)
        {
            return outcome; // somebody who began at the same time has done it
        }

        string? backup = null;
        if (File.Exists(embedded.File))
        {
            // Left by a process that was killed while it had its turn; EF Core would wait for it for ever.
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation);
            backup = (await Applied(cancellation)).Count > 0 ? await BackUp(embedded, cancellation) : null;
        }

        await db.Database.MigrateAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellation);
        return new Outcome.Ready(backup);
    }

    // EF Core's own lock ends with each step, and another node would take the next step in between.
    private async Task<Outcome> MigrateServer(CancellationToken cancellation)
    {
        await CreateOnServer(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({OurTurn})", cancellation);
            if (await Look(mayMigrateServer: true, cancellation) is { } outcome)
            {
                return outcome; // somebody who began at the same time has done it
            }

            await db.Database.MigrateAsync(cancellation);
            return new Outcome.Ready(Backup: null);
        }
        finally
        {
            // A connection that is used again would keep the turn.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task CreateOnServer(CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellation))
            {
                await creator.CreateAsync(cancellation);
            }
        }
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody who began at the same time made it.
        }
    }

    private async Task<List<string>> Applied(CancellationToken cancellation) =>
        await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation)
            ? await ReadApplied(cancellation)
            : [];

    private async Task<string> BackUp(StorageTarget.Embedded embedded, CancellationToken cancellation)
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var copy = Path.Combine(embedded.Folder, $"samla-fore-uppgradering-{stamp}.db");
        await BackUpStorage.Copy(db, copy, cancellation);
        return copy;
    }

    private async Task<List<string>> ReadApplied(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await AppliedMigrations.Read(db.Database.GetDbConnection(), target, cancellation);
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
