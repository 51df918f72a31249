using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Collect;

namespace Samla.Cli.Collect;

/// <summary><c>samla import submissions FILE…</c>: filled-in templates, all of them or none.</summary>
internal static class ImportCommand
{
    private static readonly Dictionary<int, ImportSubmissions.Choice> NoChoices = [];

    /// <param name="others">What later steps read.</param>
    public static Command Create(params Command[] others)
    {
        var names = string.Join(", ", others.Select(other => other.Name));
        var command = new Command("import", $"Läser in uppgifter: submissions, {names}.") { CreateSubmissions() };
        foreach (var other in others)
        {
            command.Add(other);
        }

        return command;
    }

    private static Command CreateSubmissions()
    {
        var files = new Argument<FileInfo[]>("FIL…")
        {
            Description = "Ifyllda mallar (.docx), en för varje uppgiftslämnare.",
            Arity = ArgumentArity.OneOrMore,
        };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Visar vad som skulle göras, och gör det inte." };
        var format = ResultFile.Format("text", "json", "csv");
        var command = new Command(
            "submissions",
            "Läser in ifyllda mallar och säger vad som placerades. Exempel: samla import submissions mall.docx --dry-run --format json"
        )
        {
            files,
            isDryRun,
            format,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Run(
                    services,
                    parsed.GetRequiredValue(files),
                    parsed.GetValue(isDryRun),
                    parsed.GetRequiredValue(format),
                    stop
                )
        );
    }

    private static async Task<int> Run(
        IServiceProvider services,
        FileInfo[] files,
        bool isDryRun,
        string format,
        CancellationToken cancellation
    )
    {
        var uploads = new List<ImportSubmissions.Upload>();
        foreach (var file in files)
        {
            switch (Read(services.GetRequiredService<ReadSubmissionFile>(), file))
            {
                case ReadSubmissionFile.Outcome.Read(var read):
                    uploads.Add(new(file.Name, read, NoChoices, Seen: null));
                    break;
                case ReadSubmissionFile.Outcome.Refused(var message):
                    return CommandLine.Fail($"{file.Name}: {message}");
            }
        }

        var outcome = await services
            .GetRequiredService<ImportSubmissions>()
            .Run(uploads, isDryRun, Visitor.AtCommandLine.Actor, cancellation);
        return outcome switch
        {
            ImportSubmissions.Outcome.Planned(var plans, _) => Print([.. files.Zip(plans)], isDryRun, format),
            ImportSubmissions.Outcome.Refused(var name, var message) => CommandLine.Fail($"{name}: {message}"),
            ImportSubmissions.Outcome.Overtaken => CommandLine.Fail(
                "Någon sparade samtidigt, så inget är inläst. Kör kommandot igen."
            ),
            _ => throw new UnreachableException(),
        };
    }

    private static ReadSubmissionFile.Outcome Read(ReadSubmissionFile readFile, FileInfo file)
    {
        try
        {
            return !file.Exists ? new ReadSubmissionFile.Outcome.Refused("Filen finns inte. Kontrollera sökvägen.")
                : file.Length > ReadSubmissionFile.MaxBytes ? ReadSubmissionFile.TooLarge
                : readFile.Run(File.ReadAllBytes(file.FullName));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new ReadSubmissionFile.Outcome.Refused($"Filen kan inte läsas: {trouble.Message}");
        }
    }

    private static int Print((FileInfo File, ImportPlan Plan)[] files, bool isDryRun, string format)
    {
        var named = files.Select(file => (file.File.ToString(), file.Plan));
        return ResultFile.Put(
            target: null,
            output =>
            {
                switch (format)
                {
                    case "json":
                        ImportJson.Write(output, named);
                        break;
                    case "csv":
                        ImportCsv.Write(output, named);
                        break;
                    default:
                        using (var text = new StreamWriter(output, leaveOpen: true))
                        {
                            foreach (var (name, plan) in named)
                            {
                                Print(text, name, plan, isDryRun);
                            }
                        }

                        break;
                }
            }
        );
    }

    private static void Print(StreamWriter text, string name, ImportPlan plan, bool isDryRun)
    {
        text.WriteLine($"{name}: {plan.View.Reporter.Name}, {plan.View.Round.Title}");
        if (plan.View.Round.Mark is { } mark)
        {
            text.WriteLine($"Underlaget: {mark}.");
        }

        text.WriteLine($"{(isDryRun ? "Skulle läsas in" : "Inlästa")}: {plan.Placed.Count} svar");
        foreach (var placed in plan.Placed)
        {
            text.WriteLine($"  {placed.Heading}{(placed.Revision == 0 ? " (nytt)" : " (ersätter)")}");
        }

        foreach (var rows in plan.Rows.GroupBy(row => row.Heading))
        {
            var (added, changed) = (rows.Count(row => row.Row is null), rows.Count(row => row.Row is not null));
            text.WriteLine(
                $"  {rows.Key}: {added} {(added == 1 ? "ny rad" : "nya rader")}, {changed} {(changed == 1 ? "ändrad" : "ändrade")}"
            );
        }

        text.WriteLine($"Som förut: {plan.Unchanged.Count} svar");
        text.WriteLine($"Utan plats: {plan.Unplaced.Count} texter");
        foreach (var unplaced in plan.Unplaced)
        {
            text.WriteLine($"  {unplaced.Where}: {unplaced.Text.Replace('\n', ' ')}");
        }

        foreach (var finding in plan.Findings)
        {
            text.WriteLine($"{(finding.NeedsLook ? "Se över" : "Att veta")}: {finding.Message}");
        }
    }
}
