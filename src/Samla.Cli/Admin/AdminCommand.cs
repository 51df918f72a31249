using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Analyse.Search;
using Samla.Data;
using Samla.Reference;
using Samla.Storage;

namespace Samla.Cli.Admin;

/// <summary><c>samla admin …</c>: the database itself.</summary>
internal static class AdminCommand
{
    public static Command Create() =>
        new(
            "admin",
            "Sköter databasen och kontona: init, migrate, backup, restore, verify, user. Exempel: samla admin verify --data data"
        )
        {
            CreateInit(),
            CreateMigrate(),
            CreateBackup(),
            CreateRestore(),
            CreateVerify(),
            UserCommand.Create(),
        };

    private static Command CreateInit()
    {
        var database = new Database();
        var empty = new Option<bool>("--empty") { Description = "Ingen exempelomgång." };
        var sample = new Option<DirectoryInfo?>("--sample")
        {
            Description = "Mapp med andra exempelomgångar, en mapp för varje.",
        };
        var command = new Command(
            "init",
            "Skapar en databas, med exempelomgångarna 2023 och 2024. Exempel: samla admin init --data data"
        )
        {
            empty,
            sample,
        };
        database.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Database.Open(
                    database.Target(parsed),
                    mayMigrateServer: true,
                    async (services, stop) =>
                    {
                        // Reading in the sample takes longer than SQLite waits for another who writes.
                        using var turn = services.GetRequiredService<StorageTarget>() is StorageTarget.Embedded embedded
                            ? await StorageLock.WaitToPrepare(
                                embedded,
                                services.GetRequiredService<TimeProvider>(),
                                stop
                            )
                            : null;
                        var filled = await services
                            .GetRequiredService<FillDatabase>()
                            .Run(
                                parsed.GetValue(empty) ? null : parsed.GetValue(sample)?.FullName ?? DataFolder.Samples,
                                stop
                            );
                        if (filled is FillDatabase.Outcome.Refused(var errors))
                        {
                            return CommandLine.Fail(errors);
                        }

                        Console.WriteLine(
                            filled is FillDatabase.Outcome.Filled ? "Databasen är klar." : "Databasen var redan klar."
                        );
                        return CommandLine.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Command CreateMigrate()
    {
        var database = new Database();
        var command = new Command(
            "migrate",
            "Anpassar databasen till den här versionen. Exempel: samla admin migrate --database \"Host=…\""
        );
        database.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Database.Open(
                    database.Target(parsed),
                    mayMigrateServer: true,
                    async (services, stop) =>
                    {
                        await services.GetRequiredService<IndexSources>().Run(stop);
                        Console.WriteLine("Databasen är anpassad till den här versionen.");
                        return CommandLine.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static Command CreateBackup()
    {
        var target = new Option<FileInfo>("--out") { Description = "Filen som kopian skrivs till.", Required = true };
        var command = new Command("backup", "Gör en säkerhetskopia. Exempel: samla admin backup --out kopia.db")
        {
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var file = parsed.GetRequiredValue(target);
                var trouble = await services.GetRequiredService<BackUpStorage>().Run(file.FullName, stop);
                if (trouble is not null)
                {
                    return CommandLine.Fail(trouble);
                }

                Console.WriteLine(file.FullName);
                return CommandLine.Done;
            }
        );
    }

    private static Command CreateRestore()
    {
        var database = new Database();
        var file = new Argument<FileInfo>("FIL") { Description = "Säkerhetskopian." };
        var command = new Command(
            "restore",
            "Återställer en säkerhetskopia; det som fanns sparas bredvid. Exempel: samla admin restore kopia.db"
        )
        {
            file,
        };
        database.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var outcome = await RestoreStorage.Run(
                    database.Target(parsed),
                    parsed.GetRequiredValue(file).FullName,
                    cancellation
                );
                if (outcome is RestoreStorage.Outcome.Refused(var message))
                {
                    return CommandLine.Fail(message);
                }

                Console.WriteLine(
                    outcome is RestoreStorage.Outcome.Restored { Before: { } before }
                        ? $"Databasen är återställd. Den som fanns ligger i {before}."
                        : "Databasen är återställd."
                );
                return CommandLine.Done;
            }
        );
        return command;
    }

    private static Command CreateVerify()
    {
        var command = new Command(
            "verify",
            "Kontrollerar att granskningsspår, texter och kodningar är orörda. Exempel: samla admin verify"
        );
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var result = await services.GetRequiredService<VerifyDatabase>().Run(stop);
                foreach (var fault in result.Faults)
                {
                    Console.WriteLine(fault);
                }

                Console.WriteLine(
                    $"{result.Lines} rader i granskningsspåret, {result.Sources} texter och {result.Codings} kodningar kontrollerade, {result.Faults.Count} fel."
                );
                return result.Faults.Count == 0 ? CommandLine.Done : CommandLine.FoundErrors;
            }
        );
    }
}
