using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Web.Publish;

/// <summary>Hands out an edition as a file, in each format that <see cref="EditionFiles"/> knows.</summary>
internal static class EditionDownload
{
    public static string AddressOf(Key<Round> round, string format) => $"/rapport/{round}/samla-{round}.{format}";

    /// <summary>What a reader calls the format.</summary>
    public static string NameOf(string format) =>
        format switch
        {
            "docx" => "Word",
            "html" => "webbsida",
            "md" => "Markdown",
            _ => format.ToUpperInvariant(),
        };

    public static async Task<IResult> Get(
        string round,
        string name,
        string format,
        ReadEdition readEdition,
        CancellationToken cancellation
    )
    {
        if (
            name != round
            || !EditionFiles.Formats.Contains(format)
            || !Key<Round>.TryParse(round, null, out var key)
            || await readEdition.ReadWhole(key, cancellation) is not var (edition, report)
        )
        {
            return Results.NotFound();
        }

        return FileOf(edition, report, format, $"samla-{round}.{format}");
    }

    /// <summary>An edition by its number.</summary>
    public static async Task<IResult> GetNumbered(
        string round,
        string number,
        string name,
        string format,
        ReadEdition readEdition,
        CancellationToken cancellation
    ) =>
        EditionFiles.Formats.Contains(format)
        && Key<Round>.TryParse(round, null, out var key)
        && EditionAddress.NumberIn(number) is { } asked
        && await readEdition.ReadWhole(key, cancellation, asked) is var (edition, report)
        && name == EditionAddress.NameOf(edition)
            ? FileOf(edition, report, format, $"samla-{name}.{format}")
            : Results.NotFound();

    private static IResult FileOf(Edition edition, ReportDocument report, string format, string name)
    {
        using var output = new MemoryStream();
        EditionFiles.Write(edition, report, format, output);
        return Results.File(output.ToArray(), TypeOf(format), name);
    }

    private static string TypeOf(string format) =>
        format switch
        {
            "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "html" => "text/html; charset=utf-8",
            "md" => "text/markdown; charset=utf-8",
            _ => "application/octet-stream",
        };
}
