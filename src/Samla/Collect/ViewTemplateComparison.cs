using System.Text;
using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Common;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>Two templates beside each other: what differs, and which of the earlier questions each question answers to.</summary>
public sealed class ViewTemplateComparison(SamlaDb db)
{
    /// <param name="Before">The earlier one.</param>
    /// <param name="After">The later one.</param>
    /// <param name="Differences">As <see cref="CompareTemplates"/> has them.</param>
    /// <param name="Answers">The later one's questions, and those of the earlier that they answer to; empty where nobody has said.</param>
    public sealed record Result(
        TemplateFile Before,
        TemplateFile After,
        IReadOnlyList<CompareTemplates.Difference> Differences,
        IReadOnlyList<RequirementMapping> Answers
    );

    /// <summary>Null where one of them is not there, or not the visitor's to read.</summary>
    public async Task<Result?> Run(
        Visitor visitor,
        Key<Template> before,
        Key<Template> after,
        CancellationToken cancellation
    )
    {
        if (
            await Readable(visitor, before, cancellation) is not { } earlier
            || await Readable(visitor, after, cancellation) is not { } later
        )
        {
            return null;
        }

        var mappings = await db
            .RequirementMappings.AsNoTracking()
            .Where(mapping => mapping.TemplateId == after && mapping.EarlierTemplateId == before)
            .OrderBy(mapping => mapping.Order)
            .ToListAsync(cancellation);
        return new Result(
            earlier,
            later,
            CompareTemplates.Between(earlier, later),
            // Before it is published it is as it will be said then.
            mappings.Count == 0
            && later.BasedOn == earlier.Id
                ? SameQuestions.Between(later, earlier, [])
                : mappings
        );
    }

    /// <summary>What has been changed in a draft since it went on consultation; null where it has not, or is not the visitor's to read.</summary>
    public async Task<Result?> SinceConsultation(Visitor visitor, Key<Template> id, CancellationToken cancellation)
    {
        var sent = await db
            .TemplateConsultations.Where(consultation => consultation.TemplateId == id)
            .Select(consultation => consultation.Sent)
            .SingleOrDefaultAsync(cancellation);
        return
            sent is not null
            && await Readable(visitor, id, cancellation) is { } now
            && YamlReader.Read<TemplateFile>(Encoding.UTF8.GetBytes(sent), DataFolder.Strict)
                is YamlReader.Outcome<TemplateFile>.Fits(var before, _)
            ? new Result(before, now, CompareTemplates.Between(before, now), [])
            : null;
    }

    private async Task<TemplateFile?> Readable(Visitor visitor, Key<Template> id, CancellationToken cancellation)
    {
        var consultation = await db
            .TemplateConsultations.AsNoTracking()
            .Include(one => one.Reporters)
            .SingleOrDefaultAsync(one => one.TemplateId == id, cancellation);
        return await db.WholeTemplate(id, cancellation) is { } template && visitor.MayRead(template.State, consultation)
            ? TemplateFile.Of(template)
            : null;
    }
}
