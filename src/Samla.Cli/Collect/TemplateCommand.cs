using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Collect;
using Samla.Common;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Cli.Collect;

/// <summary><c>samla template …</c>: what is asked, as a text to edit.</summary>
internal static class TemplateCommand
{
    public static Command Create() =>
        new("template", "Sköter mallar: export, import, publish, compare. Exempel: samla template export 2024")
        {
            CreateExport(),
            CreateImport(),
            CreatePublish(),
            CreateCompare(),
        };

    private static Command CreateExport()
    {
        var name = new Argument<string>("MALL") { Description = "Mallens id, eller en omgång som har den." };
        var format = new Option<string>("--to") { Description = "Format.", DefaultValueFactory = _ => "yaml" };
        format.AcceptOnlyFromAmong("yaml", "docx");
        var target = ResultFile.Option();
        var command = new Command(
            "export",
            "Skriver en mall att ändra i en texteditor (yaml) eller i Word (docx). Exempel: samla template export 2024 --to docx --out mall.docx"
        )
        {
            name,
            format,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var which = parsed.GetRequiredValue(name);
                var bytes =
                    parsed.GetValue(format) == "docx"
                        ? await services.GetRequiredService<ExportTemplateAsWord>().Run(which, stop)
                    : await services.GetRequiredService<ExportTemplate>().Run(which, stop) is { } yaml
                        ? Encoding.UTF8.GetBytes(yaml)
                    : null;
                return bytes is null
                    ? CommandLine.Fail($"Mallen ”{which}” finns inte.")
                    : ResultFile.Put(parsed.GetValue(target), output => output.Write(bytes));
            }
        );
    }

    private static Command CreateImport()
    {
        var file = new Argument<FileInfo>("FIL") { Description = "Mallen som YAML eller som Word-dokument (.docx)." };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Visar vad som skulle göras, och gör det inte." };
        var format = ResultFile.Format("text", "json");
        var command = new Command(
            "import",
            "Lägger in en mall som utkast. Exempel: samla template import mall.yaml --dry-run"
        )
        {
            file,
            isDryRun,
            format,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var source = parsed.GetRequiredValue(file);
                if (Bytes(source, out var yaml) is { } trouble)
                {
                    return CommandLine.Fail(trouble);
                }

                var isWord = IsWord(source) || ReadTemplateFile.IsWord(yaml);
                if (isWord)
                {
                    switch (services.GetRequiredService<ReadTemplateFile>().Run(yaml))
                    {
                        case ReadTemplateFile.Outcome.Read read:
                            yaml = read.ToYaml();
                            break;
                        case ReadTemplateFile.Outcome.Refused(var errors):
                            return CommandLine.Fail(
                                string.Join(" | ", errors.Select(error => $"{source.Name}: {error}"))
                            );
                    }
                }

                var outcome = await services
                    .GetRequiredService<ImportTemplate>()
                    .Run(yaml, parsed.GetValue(isDryRun), Visitor.AtCommandLine.Actor, stop);
                return Tell(
                    isWord ? WithoutLines(outcome) : outcome,
                    source.Name,
                    parsed.GetValue(isDryRun),
                    parsed.GetValue(format) == "json"
                );
            }
        );
    }

    private static Command CreatePublish()
    {
        var name = new Argument<string>("MALL") { Description = "Mallens id." };
        var command = new Command(
            "publish",
            "Publicerar ett utkast; sedan ändras mallen aldrig. Exempel: samla template publish mall-2025"
        )
        {
            name,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var which = parsed.GetRequiredValue(name);
                var trouble = Key<Template>.TryParse(which, null, out var id)
                    ? await services
                        .GetRequiredService<PublishTemplate>()
                        .Run(id, seen: null, Visitor.AtCommandLine.Actor, stop)
                    : $"Mallen ”{which}” finns inte.";
                if (trouble is not null)
                {
                    return CommandLine.Fail(trouble);
                }

                Console.WriteLine($"Mallen {which} är publicerad.");
                return CommandLine.Done;
            }
        );
    }

    private static Command CreateCompare()
    {
        var before = new Argument<string>("FÖRE") { Description = "Den tidigare mallens id." };
        var after = new Argument<string>("EFTER") { Description = "Den senare mallens id." };
        var format = ResultFile.Format("text", "json");
        var command = new Command(
            "compare",
            "Visar vilka krav som är nya, borta, ändrade och flyttade. Exempel: samla template compare mall-2023 mall-2024-99"
        )
        {
            before,
            after,
            format,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                if (
                    !Key<Template>.TryParse(parsed.GetRequiredValue(before), null, out var earlier)
                    || !Key<Template>.TryParse(parsed.GetRequiredValue(after), null, out var later)
                    || await services.GetRequiredService<CompareTemplates>().Run(earlier, later, stop)
                        is not { } differences
                )
                {
                    return CommandLine.Fail("Någon av mallarna finns inte.");
                }

                Write(differences, parsed.GetValue(format) == "json");
                return CommandLine.Done;
            }
        );
    }

    private static bool IsWord(FileInfo file) => file.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase);

    // A Word file has no lines; its parts are named by their ids.
    private static ImportTemplate.Outcome WithoutLines(ImportTemplate.Outcome outcome) =>
        outcome is ImportTemplate.Outcome.Refused(var errors)
            ? new ImportTemplate.Outcome.Refused([.. errors.Select(error => error with { Place = null })])
            : outcome;

    /// <summary>What went wrong; null if nothing did.</summary>
    private static string? Bytes(FileInfo file, out byte[] bytes)
    {
        bytes = [];
        if (!file.Exists)
        {
            return $"Filen {file} finns inte.";
        }

        if (file.Length > (IsWord(file) ? ReadTemplateFile.MaxBytes : YamlReader.MostBytes))
        {
            return IsWord(file)
                ? $"Filen {file}: {ReadTemplateFile.TooLarge}"
                : $"Filen {file} är för stor. Den får ha högst en megabyte.";
        }

        try
        {
            bytes = File.ReadAllBytes(file.FullName);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"Filen {file} kan inte läsas: {trouble.Message}";
        }
    }

    private static int Tell(ImportTemplate.Outcome outcome, string file, bool isDryRun, bool asJson)
    {
        var (id, result, differences) = outcome switch
        {
            ImportTemplate.Outcome.Added(var added) => (added, "added", []),
            ImportTemplate.Outcome.Replaced(var replaced, var what) => (replaced, "replaced", what),
            ImportTemplate.Outcome.Unchanged(var same) => (same, "unchanged", []),
            ImportTemplate.Outcome.Refused => (null, "", (IReadOnlyList<CompareTemplates.Difference>)[]),
            _ => throw new UnreachableException(),
        };
        if (outcome is ImportTemplate.Outcome.Refused(var errors))
        {
            return CommandLine.Fail(
                string.Join(
                    " | ",
                    errors.Select(error =>
                        error.Place is { } place ? $"{file}, {place}: {error.Reason}" : $"{file}: {error.Reason}"
                    )
                )
            );
        }

        if (asJson)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        template = id!.Value,
                        result,
                        dryRun = isDryRun,
                        differences = Rows(differences),
                    },
                    ReadableJson.Serializer
                )
            );
            return CommandLine.Done;
        }

        var done = result switch
        {
            "added" => isDryRun ? "läggs till som utkast" : "är tillagd som utkast",
            "replaced" => isDryRun ? "är ett utkast och ersätts" : "är ett utkast och är ersatt",
            _ => "är oförändrad",
        };
        Console.WriteLine($"Mallen {id} {done}.");
        Write(differences, asJson: false);
        return CommandLine.Done;
    }

    private static void Write(IReadOnlyList<CompareTemplates.Difference> differences, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(new { differences = Rows(differences) }, ReadableJson.Serializer)
            );
            return;
        }

        foreach (var difference in differences)
        {
            var what = difference switch
            {
                CompareTemplates.Difference.Added => "nytt",
                CompareTemplates.Difference.Removed => "borta",
                CompareTemplates.Difference.Changed(_, _, var fields) => $"ändrat ({string.Join(", ", fields)})",
                CompareTemplates.Difference.Moved => "flyttat",
                _ => throw new UnreachableException(),
            };
            Console.WriteLine($"{difference.Id}: {what}. {difference.Title}");
        }
    }

    private static IEnumerable<object> Rows(IReadOnlyList<CompareTemplates.Difference> differences) =>
        differences.Select(difference =>
            (object)
                new
                {
                    requirement = difference.Id.Value,
                    title = difference.Title,
                    change = difference.GetType().Name.ToLowerInvariant(),
                    fields = difference is CompareTemplates.Difference.Changed(_, _, var fields) ? fields : [],
                }
        );
}
