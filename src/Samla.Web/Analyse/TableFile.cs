using Samla.Analyse.Crossing;
using Samla.Web.Collect;

namespace Samla.Web.Analyse;

/// <summary>How a table is written in each of the formats that tables are handed out in.</summary>
internal sealed record TableFile(
    Action<Stream> Xlsx,
    Action<Stream> Csv,
    Action<Stream> Json,
    Func<GridPicture> Picture
)
{
    /// <param name="name">Without its ending.</param>
    /// <param name="format">One of <see cref="CrossingAddress.Formats"/>.</param>
    public IResult Of(string name, string format)
    {
        var (mediaType, write) = format switch
        {
            "xlsx" => (WorkbookEndpoint.MediaType, Xlsx),
            "csv" => ("text/csv; charset=utf-8", Csv),
            "json" => ("application/json", Json),
            _ => ("image/svg+xml", output => Picture().WriteFile(output)),
        };
        using var output = new MemoryStream();
        write(output);
        return Results.File(output.ToArray(), mediaType, $"{name}.{format}");
    }
}
