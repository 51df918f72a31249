using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Access;
using Samla.Grants;

namespace Samla.Cli.Grants;

/// <summary><c>samla import municipalities FILE --year YEAR</c>: how many live in each municipality, and of what kind it is.</summary>
internal static class ImportMunicipalitiesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FIL")
        {
            Description = "Alla kommuner: CSV eller Excel (.xlsx) med kolumnerna kommun, invånare och kommungrupp.",
        };
        var year = new Option<int>("--year")
        {
            Description = "Folkmängden gäller vid utgången av detta år.",
            HelpName = "ÅR",
            Required = true,
        };
        var command = new Command(
            "municipalities",
            "Läser in kommunernas folkmängd och kommungrupper, för belopp per invånare. Exempel: samla import municipalities kommuner.csv --year 2024"
        )
        {
            file,
            year,
        };
        return Database.On(
            command,
            (parsed, services, stop) =>
                Run(
                    services.GetRequiredService<ImportMunicipalities>(),
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(year),
                    stop
                )
        );
    }

    private static async Task<int> Run(
        ImportMunicipalities import,
        FileInfo file,
        int year,
        CancellationToken cancellation
    )
    {
        try
        {
            await using var content = await InputFile.Opened(file, cancellation);
            switch (await import.Run(content, year, Visitor.AtCommandLine.Actor, cancellation))
            {
                case ImportMunicipalities.Outcome.Done(var municipalities, var kinds):
                    Console.WriteLine($"Inlästa: {municipalities} kommuner i {kinds} kommungrupper.");
                    return CommandLine.Done;
                case ImportMunicipalities.Outcome.Refused(var messages):
                    return CommandLine.Fail($"{file.Name}: {string.Join(" ", messages)}");
                default:
                    throw new NotSupportedException();
            }
        }
        catch (Exception trouble) when (InputFile.Told(trouble, file) is { } told)
        {
            return CommandLine.Fail(told);
        }
    }
}
