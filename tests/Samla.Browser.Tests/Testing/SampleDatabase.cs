using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Samla.Reference;
using Samla.Storage;

namespace Samla.Browser.Tests.Testing;

/// <summary>The database with the sample round, made once for the whole run and copied for each site.</summary>
internal static class SampleDatabase
{
    private static readonly StorageTarget.Embedded Original = new(Path.Combine(AppContext.BaseDirectory, "sample"));

    private static readonly Lazy<Task> Made = new(Make);

    /// <summary>Puts a database of its own in a folder that exists.</summary>
    public static async Task CopyTo(string folder)
    {
        await Made.Value;
        File.Copy(Original.File, new StorageTarget.Embedded(folder).File);
    }

    private static async Task Make()
    {
        if (Directory.Exists(Original.Folder))
        {
            Directory.Delete(Original.Folder, recursive: true);
        }

        await using var services = new ServiceCollection()
            .AddStorage(Original)
            .AddUseCases()
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var prepared = await scope
            .ServiceProvider.GetRequiredService<PrepareStorage>()
            .Run(mayMigrateServer: false, CancellationToken.None);
        Assert.IsNotType<PrepareStorage.Outcome.Refused>(prepared);
        var filled = await scope
            .ServiceProvider.GetRequiredService<FillDatabase>()
            .Run(DataFolder.Samples, CancellationToken.None);
        Assert.IsType<FillDatabase.Outcome.Filled>(filled);
        // Closing the last connection moves all that was written into the one file that is copied.
        await scope.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
