using Microsoft.Data.Sqlite;
using Npgsql;

namespace Samla.Storage;

/// <summary>Explains what a database could not do.</summary>
public static class StorageTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>SQLITE_IOERR_SHMSIZE: the index of the write-ahead log cannot grow.</summary>
    private const int NoRoomForIndex = 4874;

    private const int NoSpaceOnUnix = 28;
    private const int HandleDiskFullOnWindows = 39;
    private const int DiskFullOnWindows = 112;

    private const string DiskFull = "Disken är full. Ingenting är ändrat. Frigör utrymme och försök igen.";

    /// <summary>What is wrong and what to do, in Swedish; null for what is a fault of ours.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            SqliteException { SqliteExtendedErrorCode: NoRoomForIndex } => DiskFull,
            SqliteException sqlite => ExplainSqlite(sqlite.SqliteErrorCode),
            NpgsqlException { InnerException: System.Net.Sockets.SocketException } =>
                "Databasservern svarar inte. Kontrollera adressen i --database och att servern är igång.",
            PostgresException postgres => $"Databasservern svarar: {postgres.MessageText}.",
            NpgsqlException npgsql => $"Databasservern kunde inte användas: {npgsql.Message}",
            UnauthorizedAccessException =>
                $"Datamappen går inte att skriva i ({exception.Message}). Välj en annan med --data eller ändra rättigheterna.",
            IOException full when IsFull(full) => DiskFull,
            IOException => $"Datamappen kan inte användas: {exception.Message}",
            { InnerException: { } inner } => Explain(inner),
            _ => null,
        };

    private static bool IsFull(IOException exception) =>
        (exception.HResult & 0xFFFF) is NoSpaceOnUnix or HandleDiskFullOnWindows or DiskFullOnWindows;

    private static string? ExplainSqlite(int code) =>
        code switch
        {
            Busy or Locked =>
                "Databasen används av ett annat program som inte blev klart i tid. Ingenting är ändrat. Försök igen.",
            ReadOnly => "Databasen är skrivskyddad. Ändra rättigheterna på datamappen eller välj en annan med --data.",
            Full => DiskFull,
            CannotOpen =>
                "Databasen kan inte öppnas. Kontrollera att datamappen finns och går att skriva i, eller välj en annan med --data.",
            Corrupt or NoDatabase =>
                "Databasfilen är skadad eller ofullständig. Återställ den senaste säkerhetskopian med ”samla admin restore FIL”.",
            InputOutput =>
                "Databasen kunde inte läsas eller skrivas. Kontrollera att disken är hel och inte full. Ingenting är ändrat.",
            _ => null,
        };
}
