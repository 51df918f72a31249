using Samla.Reference;

namespace Samla.Web.Publish;

/// <summary>Hands out the register of strategies as a file.</summary>
internal static class StrategiesDownload
{
    public const string Route = "/strategier/strategier.{format}";

    public static IResult Get(string format, StrategyRegister register)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case "csv":
                StrategyRegisterFile.WriteCsv(output, register);
                return Results.File(output.ToArray(), "text/csv; charset=utf-8", "strategier.csv");
            case "json":
                StrategyRegisterFile.WriteJson(output, register);
                return Results.File(output.ToArray(), "application/json", "strategier.json");
            default:
                return Results.NotFound();
        }
    }
}
