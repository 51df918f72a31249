using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Blind;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Documents;

/// <summary>What there is of the regions' strategies in the rounds: their texts, and who has assessed them.</summary>
public sealed class ListStrategySources(SamlaDb db, FindBlindWork blindWork)
{
    /// <param name="Round">Whose document it is.</param>
    /// <param name="Source">The text that counts.</param>
    /// <param name="Codings">How many codings it has; null where who looks is to code it blind.</param>
    /// <param name="Assessed">The forms that experts have handed in about it, in Swedish order.</param>
    public sealed record Entry(
        Key<Round> Round,
        Id<Document> Document,
        string Title,
        RegionCode County,
        Id<Source> Source,
        bool IsMadeUp,
        int? Codings,
        IReadOnlyList<Form> Assessed
    );

    /// <param name="Experts">How many have handed it in.</param>
    public sealed record Form(Key<AssessmentForm> Id, string Title, int Experts);

    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Stops the questions.</param>
    /// <returns>By county, the latest round first.</returns>
    public async Task<ILookup<RegionCode, Entry>> Run(string actor, CancellationToken cancellation)
    {
        var blind = await blindWork.Sources(actor, cancellation);
        var documents = await (
            from current in db.AllCurrentDocuments.AsNoTracking()
            where current.Document.Kind == DocumentKind.Strategy && current.Document.County != null
            select new
            {
                document = current.Document,
                current.SourceId,
                current.IsMadeUp,
                Codings = db.Codings.Count(coding => coding.SourceId == current.SourceId),
            }
        ).ToListAsync(cancellation);
        var assessed = (
            await (
                from assessment in db.Assessments.AsNoTracking()
                join form in db.AssessmentForms
                    on new { assessment.RoundId, Id = assessment.FormId } equals new { form.RoundId, form.Id }
                where assessment.HandedInAt != null && assessment.LeftAt == null
                group assessment by new
                {
                    assessment.SourceId,
                    form.Id,
                    form.Title,
                } into handedIn
                select new
                {
                    handedIn.Key.SourceId,
                    Form = new Form(handedIn.Key.Id, handedIn.Key.Title, handedIn.Count()),
                }
            ).ToListAsync(cancellation)
        ).ToLookup(one => one.SourceId, one => one.Form);
        return documents
            .OrderByDescending(one => one.document.RoundId.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.document.Title, SwedishText.Order)
            .Select(one => new Entry(
                one.document.RoundId,
                one.document.Id,
                one.document.Title,
                one.document.County!,
                one.SourceId,
                one.IsMadeUp,
                blind.Contains(one.SourceId) ? null : one.Codings,
                [.. assessed[one.SourceId].OrderBy(form => form.Title, SwedishText.Order)]
            ))
            .ToLookup(entry => entry.County);
    }
}
