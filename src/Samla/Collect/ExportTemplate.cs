using Microsoft.EntityFrameworkCore;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A template as YAML, to be edited in a text editor and put in again.</summary>
public sealed class ExportTemplate(SamlaDb db)
{
    /// <param name="name">The template's id, or that of a round that asks it.</param>
    /// <param name="cancellation">Stops in between.</param>
    /// <returns>Null where there is neither.</returns>
    public async Task<string?> Run(string name, CancellationToken cancellation)
    {
        var id = Key<Template>.TryParse(name, null, out var template) ? template : null;
        if (Key<Round>.TryParse(name, null, out var round))
        {
            id =
                await db.Rounds.Where(r => r.Id == round).Select(r => r.TemplateId).SingleOrDefaultAsync(cancellation)
                ?? id;
        }

        return id is not null && await db.WholeTemplate(id, cancellation) is { } whole
            ? YamlWriter.Write(TemplateFile.Of(whole), DataFolder.Strict)
            : null;
    }
}
