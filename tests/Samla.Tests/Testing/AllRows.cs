using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samla.Data;

namespace Samla.Tests.Testing;

/// <summary>Every row of every table, for tests that say that nothing was left behind.</summary>
internal static class AllRows
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A line for each table: its name, how many rows it has, and what they are in short.</summary>
    public static Task<List<string>> Of(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                await db.Database.OpenConnectionAsync(Stop);
                var lines = new List<string>();
                foreach (
                    var table in db.Model.GetRelationalModel().Tables.OrderBy(one => one.Name, StringComparer.Ordinal)
                )
                {
                    lines.Add(await Of(db, table));
                }

                return lines;
            }
        );

    private static async Task<string> Of(SamlaDb db, ITable table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table.Name}\"";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            rows.Add(
                string.Join('\u001F', Enumerable.Range(0, reader.FieldCount).Select(at => Written(reader.GetValue(at))))
            );
        }

        rows.Sort(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001E', rows)));
        return $"{table.Name} {rows.Count} {Convert.ToHexStringLower(hash)}";
    }

    private static string Written(object value) =>
        value switch
        {
            string text => text,
            byte[] bytes => Convert.ToHexString(bytes),
            IEnumerable many => string.Join(',', many.Cast<object>().Select(Written)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
