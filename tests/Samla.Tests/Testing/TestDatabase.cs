using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samla.Data;
using Samla.Storage;

namespace Samla.Tests.Testing;

/// <summary>A database that one test owns, used as the program uses it: each question in a scope of its own.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Func<Task> _remove;

    internal TestDatabase(Engine engine, StorageTarget target, Func<Task> remove)
    {
        Engine = engine;
        Target = target;
        _remove = remove;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage(target);
        services.AddUseCases();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public Engine Engine { get; }

    public SteadyClock Clock { get; } = new();

    public StorageTarget Target { get; }

    /// <summary>The database file; for tests that run on SQLite alone.</summary>
    public string File => ((StorageTarget.Embedded)Target).File;

    /// <summary>The options by which the command line finds the database.</summary>
    public string[] Options =>
        Target switch
        {
            StorageTarget.Embedded embedded => ["--data", embedded.Folder],
            StorageTarget.Server server => ["--database", server.Connection],
            _ => throw new InvalidOperationException(),
        };

    /// <summary>One thing that a person does, or a look into the database: <c>(SamlaDb db) => …</c>.</summary>
    public async Task<T> Ask<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Goes behind the program's back, as somebody with access to the file or the server could.</summary>
    public Task<int> Tamper(string sql) => Ask((SamlaDb db) => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Whether the database is as it was written.</summary>
    public Task<VerifyDatabase.Result> Verify() =>
        Ask((VerifyDatabase verify) => verify.Run(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _remove();
    }
}
