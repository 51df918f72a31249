using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Storage;

namespace Samla.Cli;

/// <summary>The options by which every command finds its database, and the way to open it.</summary>
internal sealed class Database
{
    public Option<string?> Data { get; } =
        new("--data") { Description = "Mappen med den inbyggda databasen. Annars ./data." };

    public Option<string?> Server { get; } =
        new("--database") { Description = "Anslutning till PostgreSQL i stället för en inbyggd databas." };

    public void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Server);
    }

    /// <summary>Gives a command its database, and what it does with it.</summary>
    public static Command On(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        var database = new Database();
        database.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                database.Use(parsed, (services, stop) => work(parsed, services, stop), cancellation)
        );
        return command;
    }

    public StorageTarget Target(ParseResult parsed) => StorageTarget.Of(parsed.GetValue(Data), parsed.GetValue(Server));

    /// <summary>Does something with a database that is there; says what is wrong otherwise, and gives the exit code.</summary>
    public async Task<int> Use(
        ParseResult parsed,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellation
    )
    {
        var target = Target(parsed);
        if (target is StorageTarget.Embedded { File: var file } && !File.Exists(file))
        {
            return CommandLine.Fail(
                $"Det finns ingen databas i {Path.GetDirectoryName(file)}. Skapa en med ”samla admin init” eller ange mappen med --data."
            );
        }

        return await Open(target, mayMigrateServer: false, work, cancellation);
    }

    /// <summary>A round's edition where nothing has been changed since it was published; null where it takes a closer look.</summary>
    public Task<(Edition Edition, ReportDocument Report)?> ReadUntouched(
        ParseResult parsed,
        Key<Round> round,
        CancellationToken cancellation
    ) => UntouchedEdition.Read(Target(parsed), round, cancellation);

    /// <summary>Does something with a database that is made or brought up to date first.</summary>
    public static async Task<int> Open(
        StorageTarget target,
        bool mayMigrateServer,
        Func<IServiceProvider, CancellationToken, Task<int>> work,
        CancellationToken cancellation
    )
    {
        var services = new ServiceCollection();
#pragma warning disable RS0030 // the composition root
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddStorage(target);
        services.AddUseCases();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        try
        {
            var prepared = await scope
                .ServiceProvider.GetRequiredService<PrepareStorage>()
                .Run(mayMigrateServer, cancellation);
            return prepared is PrepareStorage.Outcome.Refused(var message)
                ? CommandLine.Fail(message)
                : await work(scope.ServiceProvider, cancellation);
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is { } message)
        {
            return CommandLine.Fail(message);
        }
    }
}
