using Microsoft.Data.Sqlite;

namespace Samla.Storage;

/// <summary>Where the database is.</summary>
public abstract record StorageTarget
{
    private StorageTarget() { }

    /// <summary>A file in a folder of ours.</summary>
    /// <param name="Folder">Full path; made when needed.</param>
    public sealed record Embedded(string Folder) : StorageTarget
    {
        public string File => Path.Combine(Folder, "samla.db");

        internal string Connection =>
            new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = true }.ToString();
    }

    /// <summary>A PostgreSQL server.</summary>
    /// <param name="Connection">Npgsql's connection string.</param>
    public sealed record Server(string Connection) : StorageTarget;

    /// <summary>From what the user gave; the folder <c>data</c> here when nothing was.</summary>
    public static StorageTarget Of(string? folder, string? connection) =>
        string.IsNullOrWhiteSpace(connection)
            ? new Embedded(Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? "data" : folder))
            : new Server(connection);
}
