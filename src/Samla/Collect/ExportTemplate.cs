using Samla.Common;
using Samla.Data;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A template as YAML, to be edited in a text editor and put in again.</summary>
public sealed class ExportTemplate(SamlaDb db)
{
    /// <param name="name">The template's id, or that of a round that asks it.</param>
    /// <param name="cancellation">Stops in between.</param>
    /// <returns>Null where there is neither.</returns>
    public async Task<string?> Run(string name, CancellationToken cancellation) =>
        await db.TemplateNamed(name, cancellation) is { } whole
            ? YamlWriter.Write(TemplateFile.Of(whole), DataFolder.Strict)
            : null;
}
