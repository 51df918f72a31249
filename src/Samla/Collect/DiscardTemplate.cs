using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>Throws a draft away that nobody has been asked about: one that was made by mistake, or came to nothing.</summary>
public sealed class DiscardTemplate(SamlaDb db)
{
    /// <returns>Why it was not, in Swedish; null when it was.</returns>
    public async Task<string?> Run(Key<Template> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.WholeTemplate(id, cancellation) is not { } template)
        {
            return "Utkastet finns inte längre.";
        }

        if (await Hindrance(template, cancellation) is { } reason)
        {
            return reason;
        }

        db.Templates.Remove(template);
        await db.Save(new Change(actor, "template.discard", id.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }

    private async Task<string?> Hindrance(Template template, CancellationToken cancellation) =>
        await db.WhyFrozen(template, cancellation)
        ?? (
            await db.TemplateConsultations.AnyAsync(one => one.TemplateId == template.Id, cancellation)
                ? "Utkastet är eller har varit på remiss, och det som har sagts om det ska finnas kvar."
            : await db.Templates.AnyAsync(other => other.BasedOn == template.Id, cancellation)
                ? "Ett annat utkast bygger på det här. Ta bort det först."
            : null
        );
}
