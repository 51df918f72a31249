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
                // What is only not there yet stops no draft; publishing asks for it.
                List<YamlError> errors =
                [
                    .. from fault in TemplateChecks.Of(file)
                    where !fault.IsGap
                    let place = fault.Part.ToString()
                    select new YamlError(places.GetValueOrDefault(place), $"{place}: {fault.Reason}"),
                ];
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
        if (known is not null && TemplateFile.Of(known).Token == file.Token)
        {
            return new Outcome.Unchanged(template.Id);
        }

        if (await Hindrance(template, known, cancellation) is { } reason)
        {
            return new Outcome.Refused([new YamlError(null, reason)]);
        }

        if (!isDryRun)
        {
            await db.PutDraft(template, known, new Change(actor, "template.import", template.Id.Value), cancellation);
            await transaction.CommitOwn(cancellation);
        }

        return known is null ? new Outcome.Added(template.Id) : new Outcome.Replaced(template.Id, differences);
    }

    private async Task<string?> Hindrance(Template template, Template? known, CancellationToken cancellation)
    {
        if (known is not null && await db.WhyFrozen(known, cancellation) is { } reason)
        {
            return $"{reason} Ge den ändrade mallen ett eget id, och skriv basedOn: {known.Id}.";
        }

        if (known is not null && await LockedIds(template, known, cancellation) is { } locked)
        {
            return locked;
        }

        if (template.BasedOn == template.Id)
        {
            return $"Mallen {template.Id} kan inte bygga på sig själv.";
        }

        return template.BasedOn is { } basis && !await db.Templates.AnyAsync(t => t.Id == basis, cancellation)
            ? $"Mallen {basis}, som {template.Id} bygger på, finns inte."
            : null;
    }

    /// <summary>
    /// Why ids that comments refer to would be lost, in Swedish; null where none would. A part that is gone is removed, as in the editor; where
    /// others are new a file does not tell whether one of them is it, under another id.
    /// </summary>
    private async Task<string?> LockedIds(Template template, Template known, CancellationToken cancellation)
    {
        string[] renamed =
        [
            .. Renamed("avsnitten", known.Sections, template.Sections, section => section.Id.Value),
            .. Renamed("kraven", Requirements(known), Requirements(template), requirement => requirement.Id.Value),
        ];
        return
            renamed.Length == 0
            || !await db.TemplateConsultations.AnyAsync(one => one.TemplateId == known.Id, cancellation)
            ? null
            : $"Utkastet {known.Id} är eller har varit på remiss, och synpunkterna hänvisar till beteckningarna, som därför inte kan bytas. "
                + string.Join(' ', renamed)
                + " Skriv tillbaka beteckningarna. Ska något verkligen bort och annat läggas till läser du först in en fil utan det som ska bort, och sedan en med det nya.";

        static IEnumerable<Requirement> Requirements(Template one) =>
            one.Sections.SelectMany(section => section.Requirements);
    }

    private static IEnumerable<string> Renamed<T>(
        string what,
        IEnumerable<T> before,
        IEnumerable<T> after,
        Func<T, string> idOf
    )
    {
        var (gone, added) = (
            before.Select(idOf).Except(after.Select(idOf)).ToList(),
            after.Select(idOf).Except(before.Select(idOf)).ToList()
        );
        if (gone.Count > 0 && added.Count > 0)
        {
            yield return $"Av {what} saknar filen {SwedishText.Enumeration(gone)}, och har i stället {SwedishText.Enumeration(added)}.";
        }
    }

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
