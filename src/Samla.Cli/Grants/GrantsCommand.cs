using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Domain;
using Samla.Domain.Grants;
using Samla.Grants;

namespace Samla.Cli.Grants;

/// <summary><c>samla grants --by county,area --years 2021-2024</c>: decisions summed in kronor.</summary>
internal static class GrantsCommand
{
    public static Command Create()
    {
        var by = new Option<string>("--by")
        {
            Description =
                $"Vad beloppen summeras efter, högst {GrantCut.MostDimensions}: {string.Join(", ", Enum.GetValues<GrantDimension>().Select(GrantWords.IdOf))}.",
            DefaultValueFactory = _ => "county,area",
            HelpName = "DIMENSIONER",
        };
        var years = new Option<string?>("--years")
        {
            Description = "Beslutsår, som 2023 eller 2021-2024. Annars alla.",
            HelpName = "ÅR",
        };
        var appropriation = new Option<string?>("--appropriation") { Description = "Bara ett anslag. Annars båda." };
        appropriation.AcceptOnlyFromAmong("1:1", "1:2");
        var format = ResultFile.Format("text", "json", "csv");
        var target = ResultFile.Option();
        var command = new Command(
            "grants",
            "Summerar beslut om medel i kronor. Exempel: samla grants --by county,area --years 2021-2024 --format json"
        )
        {
            by,
            years,
            appropriation,
            format,
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                var (cut, trouble) = Read(
                    parsed.GetRequiredValue(by),
                    parsed.GetValue(years),
                    parsed.GetValue(appropriation)
                );
                if (cut is null)
                {
                    return CommandLine.Fail(trouble!);
                }

                var result = await services.GetRequiredService<SumGrants>().Run(cut, stop);
                var words = services.GetRequiredService<GrantWords>();
                return ResultFile.Put(
                    parsed.GetValue(target),
                    output => Write(output, parsed.GetRequiredValue(format), result, words)
                );
            }
        );
    }

    private static (GrantCut? Cut, string? Trouble) Read(string by, string? years, string? appropriation)
    {
        var dimensions = new List<GrantDimension>();
        foreach (var name in by.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (GrantWords.DimensionOf(name) is not { } dimension)
            {
                return (
                    null,
                    $"Det går inte att summera efter ”{name}”. Välj bland {string.Join(", ", Enum.GetValues<GrantDimension>().Select(GrantWords.IdOf))}."
                );
            }

            if (!dimensions.Contains(dimension))
            {
                dimensions.Add(dimension);
            }
        }

        if (dimensions.Count > GrantCut.MostDimensions)
        {
            return (null, $"--by kan ha högst {GrantCut.MostDimensions} dimensioner.");
        }

        if (!YearSpan.TryParse(years, out var span))
        {
            return (null, $"--years kan inte vara ”{years}”. Skriv ett år eller två, som 2023 eller 2021-2024.");
        }

        Appropriation? only = appropriation switch
        {
            "1:1" => Appropriation.Development,
            "1:2" => Appropriation.Transport,
            _ => null,
        };
        return (new GrantCut(dimensions, span?.First, span?.Last, only), null);
    }

    private static void Write(Stream output, string format, SumGrants.Result result, GrantWords words)
    {
        switch (format)
        {
            case "json":
                GrantsJson.Write(output, result);
                break;
            case "csv":
                GrantsCsv.Write(output, result, words);
                break;
            default:
                using (var text = new StreamWriter(output, leaveOpen: true))
                {
                    Print(text, result, words);
                }

                break;
        }
    }

    private static void Print(StreamWriter text, SumGrants.Result result, GrantWords words)
    {
        if (result.HasMadeUp)
        {
            text.WriteLine($"Besluten är {GrantWords.MadeUp}.");
        }

        foreach (var cell in result.Cells)
        {
            text.WriteLine($"{string.Join(", ", result.Cut.By.Zip(cell.Keys, words.NameOf))}: {Amounts(cell)}");
        }

        text.WriteLine($"Tillsammans: {Amounts(result.Total)}");
    }

    private static string Amounts(GrantCell cell) =>
        $"{(cell.Granted is { } granted ? $"beviljat {SwedishFigures.Of(granted / 100m)} kr, " : "")}utbetalt {SwedishFigures.Of(cell.Paid / 100m)} kr, ärenden: {cell.Cases}";
}
