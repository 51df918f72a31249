using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;
using Samla.Storage.Postgres;
using Samla.Storage.Sqlite;

namespace Samla.Storage;

/// <summary>
/// Reads an edition without EF Core, whose start is half of the time that publishing takes; only where nothing that
/// it tells of has been changed since the edition was published, so that there is nothing to count.
/// </summary>
public static class UntouchedEdition
{
    // One statement, so that all of it is as it was at one moment.
    private const string LastLineAndEdition = """
        SELECT line."Action", line."Subject", round."Origin", chapter."Content",
            edition."Id", edition."Number", edition."Title", edition."PublishedAt", edition."PublishedBy", edition."Hash",
            edition."DecidedBy", edition."DecidedOn", edition."RecordNumber", edition."PresentedBy", edition."Handlers", edition."ChangeNote"
        FROM "Rounds" AS round
        JOIN "Editions" AS edition ON edition."RoundId" = round."Id"
        JOIN "EditionChapters" AS chapter ON chapter."EditionId" = edition."Id"
        JOIN "Audit" AS line ON line."Sequence" = (SELECT max("Sequence") FROM "Audit" WHERE "TouchesReports")
        WHERE round."Id" = @round
            AND edition."Number" = (SELECT max("Number") FROM "Editions" WHERE "RoundId" = @round)
        ORDER BY chapter."Number"
        """;

    /// <summary>
    /// The round's latest edition; null where it is not untouched or anything else is not exactly as expected. The ordinary
    /// way then finds out what is the matter and says it.
    /// </summary>
    public static async Task<(Edition Edition, ReportDocument Report)?> Read(
        StorageTarget target,
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var connection = Connection(target);
            await connection.OpenAsync(cancellation);
            var applied = await AppliedMigrations.Read(connection, target, cancellation);
            return applied.SequenceEqual(KnownMigrations(target)) ? await Read(connection, round, cancellation) : null;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>The migrations that EF Core would find, without its services.</summary>
    private static IEnumerable<string> KnownMigrations(StorageTarget target)
    {
        var context = target is StorageTarget.Embedded ? typeof(SqliteSamlaDb) : typeof(PostgresSamlaDb);
        return context
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal);
    }

    private static DbConnection Connection(StorageTarget target) =>
        target switch
        {
            // ReadWrite makes no file where there is none.
            StorageTarget.Embedded embedded => new SqliteConnection(
                new SqliteConnectionStringBuilder(embedded.Connection)
                {
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                }.ToString()
            ),
            StorageTarget.Server server => new NpgsqlConnection(server.Connection),
            _ => throw new ArgumentException("Unknown target.", nameof(target)),
        };

    private static async Task<(Edition Edition, ReportDocument Report)?> Read(
        DbConnection connection,
        Key<Round> round,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = LastLineAndEdition;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@round", round.Value);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
        {
            return null;
        }

        var edition = ReadEdition(rows, round);
        if (!PublishEdition.Made(edition, rows.GetString(0), rows.GetString(1)))
        {
            return null;
        }

        var mark = Marks.Of(Enum.Parse<Origin>(rows.GetString(2)));
        var chapters = new List<ReportChapter>();
        do
        {
            chapters.Add(EditionJson.Read(rows.GetString(3)));
        } while (await rows.ReadAsync(cancellation));

        return (edition, new ReportDocument(edition.Title, mark, chapters));
    }

    private static Edition ReadEdition(DbDataReader row, Key<Round> round) =>
        new()
        {
            Id = new Id<Edition>(row.GetGuid(4)),
            RoundId = round,
            Number = row.GetInt32(5),
            Title = row.GetString(6),
            PublishedAt = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc)),
            PublishedBy = row.GetString(8),
            Hash = row.GetString(9),
            DecidedBy = TextAt(row, 10),
            DecidedOn = row.IsDBNull(11) ? null : row.GetFieldValue<DateOnly>(11),
            RecordNumber = TextAt(row, 12),
            PresentedBy = TextAt(row, 13),
            Handlers = TextAt(row, 14),
            ChangeNote = TextAt(row, 15),
        };

    private static string? TextAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
