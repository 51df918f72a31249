using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Cli.Publish;

/// <summary><c>samla publish ROUND</c>: an edition as files.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var database = new Database();
        var round = new Argument<string>("OMGÅNG") { Description = "Omgångens id, till exempel 2023." };
        var formats = new Option<string>("--to")
        {
            Description = $"Format, med komma emellan: {string.Join(", ", EditionFiles.Formats)}.",
            DefaultValueFactory = _ => "docx,html,md",
        };
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "Mapp som filerna skrivs till. Annars den mapp du står i.",
            DefaultValueFactory = _ => new DirectoryInfo("."),
        };
        var imprint = new ImprintOptions();
        var command = new Command(
            "publish",
            "Fryser rapporten till en utgåva och skriver den som filer. Exempel: samla publish 2023 --to docx,md --out utgava"
        )
        {
            round,
            formats,
            folder,
        };
        imprint.AddTo(command);
        database.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Run(
                    database,
                    parsed,
                    imprint,
                    parsed.GetRequiredValue(round),
                    parsed.GetRequiredValue(formats),
                    parsed.GetRequiredValue(folder),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> Run(
        Database database,
        ParseResult parsed,
        ImprintOptions imprint,
        string round,
        string formats,
        DirectoryInfo folder,
        CancellationToken cancellation
    )
    {
        var wanted = formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(wanted, format => !EditionFiles.Formats.Contains(format)) is { } unknown || wanted.Length == 0)
        {
            return CommandLine.Fail(
                $"Formatet finns inte. Välj bland {string.Join(", ", EditionFiles.Formats)}, med komma emellan."
            );
        }

        if (!Key<Round>.TryParse(round, null, out var key))
        {
            return CommandLine.Fail($"Omgången ”{round}” finns inte.");
        }

        if (wanted.Contains("docx"))
        {
            _ = Task.Run(EditionFiles.WarmUpWord, CancellationToken.None);
        }

        return
            !imprint.AreUsed(parsed) && await database.ReadUntouched(parsed, key, cancellation) is var (edition, report)
            ? Write(edition, report, wanted, folder)
            : await database.Use(
                parsed,
                (services, stop) => Publish(services, parsed, imprint, key, wanted, folder, stop),
                cancellation
            );
    }

    private static async Task<int> Publish(
        IServiceProvider services,
        ParseResult parsed,
        ImprintOptions options,
        Key<Round> round,
        string[] wanted,
        DirectoryInfo folder,
        CancellationToken cancellation
    )
    {
        var today = SwedishTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (imprint, problem) = options.Read(parsed, today);
        if (imprint is null)
        {
            return CommandLine.Fail(problem!);
        }

        var published = await services
            .GetRequiredService<PublishEdition>()
            .Run(round, imprint, Visitor.AtCommandLine.Actor, cancellation);
        if (published is PublishEdition.Outcome.Refused(var reasons))
        {
            return CommandLine.Fail($"Rapporten kan inte publiceras. {string.Join(" ", reasons)}");
        }

        var (edition, report) = (
            await services.GetRequiredService<ReadEdition>().ReadWhole(round, cancellation)
        )!.Value;
        return Write(edition, report, wanted, folder);
    }

    private static int Write(Edition edition, ReportDocument report, string[] wanted, DirectoryInfo folder)
    {
        try
        {
            folder.Create();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Fail($"Mappen {folder} kan inte skapas: {trouble.Message}");
        }

        foreach (var format in wanted)
        {
            var file = new FileInfo(Path.Combine(folder.FullName, $"samla-{edition.RoundId}.{format}"));
            var trouble = ResultFile.Write(file, output => EditionFiles.Write(edition, report, format, output));
            if (trouble is not null)
            {
                return CommandLine.Fail(trouble);
            }

            Console.WriteLine(file.FullName);
        }

        return CommandLine.Done;
    }
}
