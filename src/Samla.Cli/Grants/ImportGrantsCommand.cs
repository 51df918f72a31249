using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Grants;

namespace Samla.Cli.Grants;

/// <summary><c>samla import grants FILE [--mapping FILE]</c>: a case system's export of decisions, all of it or nothing.</summary>
internal static class ImportGrantsCommand
{
    private const int MostShown = 50;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Besluten: CSV eller Excel (.xlsx), med rubriker på första raden.",
        };
        var mapping = new Option<FileInfo?>("--mapping")
        {
            Description = "Koppling (.json): vilken kolumn som är vilken, enhet och vad filens egna ord betyder.",
            HelpName = "FIL",
        };
        var remembered = new Option<string?>("--remembered")
        {
            Description =
                "Läser kolumnerna som i den senaste filen med samma kolumner, annars efter deras namn. Ange beloppens enhet: kronor eller thousands (tusental kronor).",
            HelpName = "ENHET",
        };
        remembered.AcceptOnlyFromAmong("kronor", "thousands");
        var isDryRun = new Option<bool>("--dry-run") { Description = "Visar vad som skulle göras, och gör det inte." };
        var format = ResultFile.Format("text", "json", "csv");
        var command = new Command(
            "grants",
            "Läser in beslut om medel: alla eller inga. Exempel: samla import grants beslut.csv --mapping koppling.json --dry-run"
        )
        {
            file,
            mapping,
            remembered,
            isDryRun,
            format,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Run(
                    services,
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(mapping),
                    parsed.GetValue(remembered),
                    parsed.GetValue(isDryRun),
                    parsed.GetRequiredValue(format),
                    stop
                )
        );
    }

    private static async Task<int> Run(
        IServiceProvider services,
        FileInfo file,
        FileInfo? mappingFile,
        string? remembered,
        bool isDryRun,
        string format,
        CancellationToken cancellation
    )
    {
        if (mappingFile is not null && remembered is not null)
        {
            return CommandLine.Fail("Ange antingen --mapping eller --remembered, inte båda.");
        }

        var mapping = ColumnMapping.Default;
        ImportGrants.Outcome outcome;
        string? source = null;
        try
        {
            if (mappingFile is not null)
            {
                var (read, trouble) = ColumnMapping.Read(
                    await File.ReadAllTextAsync(mappingFile.FullName, cancellation)
                );
                if (read is null)
                {
                    return CommandLine.Fail($"{mappingFile.Name}: {trouble}");
                }

                mapping = read;
            }

            await using var content = await InputFile.Opened(file, cancellation);
            if (remembered is not null)
            {
                var unit = remembered == "thousands" ? AmountUnit.Thousands : AmountUnit.Kronor;
                var (offer, refusal) = await services
                    .GetRequiredService<OfferMapping>()
                    .Run(content, unit, cancellation);
                if (offer is null)
                {
                    return CommandLine.Fail($"{file.Name}: {refusal}");
                }

                mapping = ColumnMapping.Default.With(offer.Offer);
                source = offer.RememberedFrom;
            }

            outcome = await services
                .GetRequiredService<ImportGrants>()
                .Run(file.Name, content, mapping, isDryRun, Visitor.AtCommandLine.Actor, cancellation);
        }
        catch (Exception trouble)
            when (InputFile.Told(trouble, file.Exists && mappingFile is not null ? mappingFile : file) is { } told)
        {
            return CommandLine.Fail(told);
        }

        switch (outcome)
        {
            case ImportGrants.Outcome.Read(var result):
                var all = source is null
                    ? result
                    : result with
                    {
                        Notices = [$"Kolumnerna läses som i {source}.", .. result.Notices],
                    };
                var written = ResultFile.Put(target: null, output => Write(output, all, isDryRun, format));
                return written == CommandLine.Done && result.Rejected.Count > 0 ? CommandLine.FoundErrors : written;
            case ImportGrants.Outcome.Refused(var message):
                return CommandLine.Fail($"{file.Name}: {message}");
            default:
                throw new NotSupportedException();
        }
    }

    private static void Write(Stream output, ImportGrants.Result result, bool isDryRun, string format)
    {
        switch (format)
        {
            case "json":
                GrantsJson.Write(output, result);
                break;
            case "csv":
                GrantsCsv.Write(output, result);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    Print(text, result, isDryRun);
                }

                break;
        }
    }

    private static void Print(StreamWriter text, ImportGrants.Result result, bool isDryRun)
    {
        text.WriteLine($"{result.File}: {result.Rows} rader");
        text.WriteLine($"Nya: {result.Added}. Ersätter: {result.Replaced}. Som förut: {result.Unchanged}.");
        foreach (var notice in result.Notices)
        {
            text.WriteLine(notice);
        }

        if (result.Rejected.Count > 0)
        {
            text.WriteLine(
                $"Inget är inläst. Rätta det här i filen och läs in den igen ({result.Rejected.Count} fel):"
            );
            foreach (var one in result.Rejected.Take(MostShown))
            {
                text.WriteLine($"  rad {one.Row}, {one.Field.Name}: {one.Reason}");
            }

            if (result.Rejected.Count > MostShown)
            {
                text.WriteLine("  … fler fel. Kör med --format csv för alla.");
            }
        }
        else
        {
            text.WriteLine(isDryRun ? "Inget är inläst: det var en provkörning." : "Inläst.");
        }
    }
}
