using Microsoft.EntityFrameworkCore;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Puts a template in from YAML, as a draft; a draft that is there is replaced, and a published template is left alone.</summary>
public sealed class ImportTemplate(SamlaDb db)
{
    /// <param name="yaml">The text in UTF-8.</param>
    /// <param name="isDryRun">Whether only to say what would be done.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(byte[] yaml, bool isDryRun, string actor, CancellationToken cancellation)
    {
        switch (YamlReader.Read<TemplateFile>(yaml, DataFolder.Strict))
        {
            case YamlReader.Outcome<TemplateFile>.Fits(var file, var places):
                var errors = new List<YamlError>();
                TemplateChecks.Check(
                    file,
                    (id, reason) => errors.Add(new YamlError(places.GetValueOrDefault(id), $"{id}: {reason}"))
                );
                return errors.Count > 0 ? new Outcome.Refused(errors) : await Put(file, isDryRun, actor, cancellation);
            case YamlReader.Outcome<TemplateFile>.Refused(var wrong):
                return new Outcome.Refused(wrong);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<Outcome> Put(TemplateFile file, bool isDryRun, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var template = file.ToTemplate(publishedAt: null);
        var known = await db.WholeTemplate(template.Id, cancellation);
        var differences = known is null ? [] : CompareTemplates.Between(TemplateFile.Of(known), file);
        if (known is not null && Same(TemplateFile.Of(known), file))
        {
            return new Outcome.Unchanged(template.Id);
        }

        if (await Hindrance(template, known, cancellation) is { } reason)
        {
            return new Outcome.Refused([new YamlError(null, reason)]);
        }

        if (!isDryRun)
        {
            await Save(template, known, actor, cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return known is null ? new Outcome.Added(template.Id) : new Outcome.Replaced(template.Id, differences);
    }

    private async Task<string?> Hindrance(Template template, Template? known, CancellationToken cancellation)
    {
        if (known is { State: TemplateState.Published })
        {
            return $"Mallen {known.Id} är publicerad och ändras inte. Ge den ändrade mallen ett eget id, och skriv basedOn: {known.Id}.";
        }

        if (known is not null && await db.Rounds.AnyAsync(round => round.TemplateId == known.Id, cancellation))
        {
            return $"Mallen {known.Id} används i en omgång. Ge den ändrade mallen ett eget id.";
        }

        if (
            known is not null
            && await db.RequirementMappings.AnyAsync(
                mapping => mapping.TemplateId == known.Id || mapping.EarlierTemplateId == known.Id,
                cancellation
            )
        )
        {
            return $"Mallen {known.Id} är jämförd med en annan mall, krav för krav. Ge den ändrade mallen ett eget id.";
        }

        if (template.BasedOn == template.Id)
        {
            return $"Mallen {template.Id} kan inte bygga på sig själv.";
        }

        return template.BasedOn is { } basis && !await db.Templates.AnyAsync(t => t.Id == basis, cancellation)
            ? $"Mallen {basis}, som {template.Id} bygger på, finns inte."
            : null;
    }

    private async Task Save(Template template, Template? known, string actor, CancellationToken cancellation)
    {
        if (known is null)
        {
            db.Templates.Add(template);
        }
        else
        {
            // In two steps, since what is new has the keys of what is old. The trail has both.
            db.Sections.RemoveRange(known.Sections);
            db.TemplateTables.RemoveRange(known.Tables);
            await db.Save(new Change(actor, "template.clear", known.Id.Value), cancellation);
            db.ChangeTracker.Clear();
            var draft = await db.Templates.SingleAsync(t => t.Id == template.Id, cancellation);
            (draft.Title, draft.Note, draft.BasedOn) = (template.Title, template.Note, template.BasedOn);
            db.Sections.AddRange(template.Sections);
            db.TemplateTables.AddRange(template.Tables);
        }

        await db.Save(new Change(actor, "template.import", template.Id.Value), cancellation);
        db.ChangeTracker.Clear();
    }

    private static bool Same(TemplateFile one, TemplateFile other) =>
        YamlWriter.Write(one, DataFolder.Strict) == YamlWriter.Write(other, DataFolder.Strict);

    public abstract record Outcome
    {
        private Outcome() { }

        /// <summary>A new draft.</summary>
        public sealed record Added(Key<Template> Id) : Outcome;

        /// <summary>A draft was there and is replaced.</summary>
        /// <param name="Differences">Between requirements; none where only other things differ.</param>
        public sealed record Replaced(Key<Template> Id, IReadOnlyList<CompareTemplates.Difference> Differences)
            : Outcome;

        /// <summary>It is there already, just as it is in the file.</summary>
        public sealed record Unchanged(Key<Template> Id) : Outcome;

        /// <param name="Errors">At least one.</param>
        public sealed record Refused(IReadOnlyList<YamlError> Errors) : Outcome;
    }
}
