namespace Samla.Storage;

/// <summary>
/// Held by the web application while it uses an embedded database: a second one, or a restore, is refused. Single commands
/// do not need it; SQLite's own locks keep them apart.
/// </summary>
public sealed class StorageLock : IDisposable
{
    private const int SharingViolation = 32;
    private const int LockViolation = 33;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    private readonly FileStream _file;

    private StorageLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where somebody else has it.</summary>
    public static StorageLock? Take(StorageTarget.Embedded target)
    {
        Directory.CreateDirectory(target.Folder);
        return Take(target, "samla.lock");
    }

    /// <summary>Waits for the turn to migrate, or to fill a new database: one process at a time, and the turn ends with the process.</summary>
    public static async Task<StorageLock> WaitToPrepare(
        StorageTarget.Embedded target,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (Take(target, "samla-migrate.lock") is { } turn)
            {
                return turn;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellation);
        }
    }

    private static StorageLock? Take(StorageTarget.Embedded target, string name)
    {
        try
        {
            return new StorageLock(
                new FileStream(
                    Path.Combine(target.Folder, name),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException exception) when (IsTaken(exception))
        {
            return null;
        }
    }

    // Any other trouble, such as a full disk, is not somebody else's lock and must be told.
    private static bool IsTaken(IOException exception) =>
        OperatingSystem.IsWindows()
            ? (exception.HResult & 0xFFFF) is SharingViolation or LockViolation
            : exception.HResult is WouldBlockOnLinux or WouldBlockOnMac;

    public void Dispose() => _file.Dispose();
}
