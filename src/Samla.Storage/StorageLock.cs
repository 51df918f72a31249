namespace Samla.Storage;

/// <summary>
/// Held by the web application while it uses an embedded database: a second one, or a restore, is refused. Single commands
/// do not need it; SQLite's own locks keep them apart.
/// </summary>
public sealed class StorageLock : IDisposable
{
    private readonly FileStream _file;

    private StorageLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where somebody else has it.</summary>
    public static StorageLock? Take(StorageTarget.Embedded target)
    {
        Directory.CreateDirectory(target.Folder);
        try
        {
            return new StorageLock(
                new FileStream(
                    Path.Combine(target.Folder, "samla.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
