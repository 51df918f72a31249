using Microsoft.Data.Sqlite;
using Npgsql;

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
    public sealed record Server(string Connection) : StorageTarget
    {
        /// <summary>Whether it is written as a connection string is; the server may be out of reach all the same.</summary>
        public bool CanBeRead
        {
            get
            {
                try
                {
                    return new NpgsqlConnectionStringBuilder(Connection).Host is not null;
                }
                catch (ArgumentException)
                {
                    return false;
                }
            }
        }
    }

    /// <summary>From what the user gave; the folder <c>data</c> here when nothing was.</summary>
    public static StorageTarget Of(string? folder, string? connection) =>
        string.IsNullOrWhiteSpace(connection)
            ? new Embedded(Path.GetFullPath(string.IsNullOrWhiteSpace(folder) ? "data" : folder))
            : new Server(connection);
}
