using System.Data.Common;
using System.Globalization;

namespace Samla.Storage;

/// <summary>
/// The migrations that a database has had. EF Core's own question builds a model of their table first, which costs each
/// command a tenth of a second.
/// </summary>
internal static class AppliedMigrations
{
    /// <param name="connection">Open.</param>
    /// <param name="target">What it is a connection to.</param>
    /// <param name="cancellation">Stops between the steps.</param>
    /// <returns>Their ids in order; none where nobody has made our tables.</returns>
    public static async Task<List<string>> Read(
        DbConnection connection,
        StorageTarget target,
        CancellationToken cancellation
    )
    {
        var applied = new List<string>();
        await using var command = connection.CreateCommand();
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
}
