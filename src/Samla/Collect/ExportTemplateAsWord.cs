using Samla.Collect.Word;
using Samla.Data;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A template as a Word file, to be read, remarked on and changed, and put in again.</summary>
public sealed class ExportTemplateAsWord(SamlaDb db, TimeProvider clock)
{
    /// <param name="name">The template's id, or that of a round that asks it.</param>
    /// <param name="cancellation">Stops in between.</param>
    /// <returns>Null where there is neither.</returns>
    public async Task<byte[]?> Run(string name, CancellationToken cancellation) =>
        await db.TemplateNamed(name, cancellation) is { } whole
            ? Write(TemplateFile.Of(whole), clock.GetUtcNow())
            : null;

    /// <param name="file">A template as it is in a file.</param>
    /// <param name="now">When the file is made, as it says itself.</param>
    public static byte[] Write(TemplateFile file, DateTimeOffset now) => TemplateDocx.Write(file, now);
}
