namespace Samla.Web.Analyse;

/// <summary>The doors of the step Analyse.</summary>
public static class AnalyseSetup
{
    public static void MapAnalyse(this WebApplication app) =>
        app.MapGet("/matris/{round}/matris-{name}.{format}", MatrixDownload.Get).AllowAnonymous();
}
