using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Samla.Grants;

namespace Samla.Cli.Grants;

/// <summary><c>samla export grants</c>: the decisions that count now, as a file that can be read in again.</summary>
internal static class ExportGrantsCommand
{
    public static Command Create()
    {
        var target = ResultFile.Option();
        var command = new Command(
            "grants",
            "Skriver besluten om medel som de gäller nu, som CSV i kronor. Exempel: samla export grants --out beslut.csv"
        )
        {
            target,
        };
        return Database.On(
            command,
            async (parsed, services, stop) =>
            {
                using var rows = new MemoryStream();
                await services.GetRequiredService<ExportGrants>().Run(rows, stop);
                rows.Position = 0;
                return ResultFile.Put(parsed.GetValue(target), rows.CopyTo);
            }
        );
    }
}
