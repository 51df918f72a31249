using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Makes one change of a draft, for somebody who has seen it as it is.</summary>
public sealed class EditTemplate(SamlaDb db)
{
    /// <param name="id">The draft.</param>
    /// <param name="token">Of the draft as it was seen (its <c>Token</c>).</param>
    /// <param name="edit">The change.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Template> id,
        string token,
        TemplateEdit edit,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        if (await db.WholeTemplate(id, cancellation) is not { } known)
        {
            return new Outcome.Frozen($"Mallen {id} finns inte.");
        }

        if (await db.WhyFrozen(known, cancellation) is { } reason)
        {
            return new Outcome.Frozen(reason);
        }

        var now = TemplateFile.Of(known);
        if (now.Token != token)
        {
            return new Outcome.Stale(now);
        }

        switch (TemplateEdits.Apply(now, edit))
        {
            case TemplateEdits.Outcome.Refused(var faults):
                return new Outcome.Refused(faults);
            case TemplateEdits.Outcome.Applied(_, _, var renamed)
                when IsRename(edit, renamed)
                    && await db.TemplateConsultations.AnyAsync(one => one.TemplateId == id, cancellation):
                return new Outcome.Refused([
                    new TemplateFault(
                        renamed,
                        TemplateField.Id,
                        "Utkastet är eller har varit på remiss, och synpunkterna hänvisar till beteckningen. Den kan därför inte bytas."
                    ),
                ]);
            case TemplateEdits.Outcome.Applied(var file, var inverse, var part):
                if (file.Token != token)
                {
                    var change = new Change(actor, "template.edit", id.Value);
                    await db.PutDraft(file.ToTemplate(publishedAt: null), known, change, cancellation);
                    await transaction.CommitOwn(cancellation);
                }

                return new Outcome.Saved(file, inverse, part);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static bool IsRename(TemplateEdit edit, PartName part) =>
        edit switch
        {
            TemplateEdit.SetSection set => set.Id != part.Id,
            TemplateEdit.SetRequirement set => set.Id != part.Id,
            _ => false,
        };

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="File">As it is now.</param>
        /// <param name="Inverse">What would undo it.</param>
        /// <param name="Part">What was added, changed, moved or removed.</param>
        public sealed record Saved(TemplateFile File, TemplateEdit Inverse, PartName Part) : Outcome;

        /// <summary>Somebody else has changed the draft since; nothing is saved.</summary>
        /// <param name="Now">As it is now.</param>
        public sealed record Stale(TemplateFile Now) : Outcome;

        /// <param name="Faults">At least one.</param>
        public sealed record Refused(IReadOnlyList<TemplateFault> Faults) : Outcome;

        /// <param name="Reason">Why this template is not changed at all, in Swedish.</param>
        public sealed record Frozen(string Reason) : Outcome;
    }
}
