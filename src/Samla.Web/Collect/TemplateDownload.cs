using System.Text;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>Hands out templates and what has been said about them, as files.</summary>
internal static class TemplateDownload
{
    public const string YamlRoute = "/mallar/{template}/mall.yaml";
    public const string WordRoute = "/mallar/{template}/mall.docx";
    public const string CommentsRoute = "/mallar/{template}/synpunkter.xlsx";

    public static async Task<IResult> Yaml(
        Key<Template> template,
        HttpContext http,
        ViewTemplate view,
        ExportTemplate export,
        CancellationToken cancellation
    ) =>
        await view.Run(http.SignedIn, template, cancellation) is not null
        && await export.Run(template.Value, cancellation) is { } yaml
            ? Results.File(Encoding.UTF8.GetBytes(yaml), "application/yaml", $"{template}.yaml")
            : Results.NotFound();

    public static async Task<IResult> Word(
        Key<Template> template,
        HttpContext http,
        ViewTemplate view,
        ExportTemplateAsWord export,
        CancellationToken cancellation
    ) =>
        await view.Run(http.SignedIn, template, cancellation) is not null
        && await export.Run(template.Value, cancellation) is { } word
            ? Results.File(word, ExportReport.MediaType, $"{template}.docx")
            : Results.NotFound();

    public static async Task<IResult> Comments(
        Key<Template> template,
        ExportTemplateComments export,
        CancellationToken cancellation
    ) =>
        await export.Run(template, cancellation) is { } table
            ? Results.File(table, WorkbookEndpoint.MediaType, $"synpunkter-{template}.xlsx")
            : Results.NotFound();
}
