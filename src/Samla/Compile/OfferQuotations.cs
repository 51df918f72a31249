using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Compile;

/// <summary>The words that an author can quote in a chapter: the passages of its section.</summary>
public sealed class OfferQuotations(SamlaDb db)
{
    /// <summary>No more are offered, the starred ones first.</summary>
    public const int Most = 2_000;

    /// <param name="Code">The code that they have, as a marker names it.</param>
    /// <param name="Label">Its name.</param>
    /// <param name="Reporter">Whose words they are, as a marker names them.</param>
    /// <param name="Who">The same in words, or the title of the document.</param>
    /// <param name="Text">Word for word.</param>
    public sealed record Offer(string Code, string Label, string Reporter, string Who, string Text, bool IsStarred);

    /// <summary>Those that a marker can stand for: of one reporter's passages with a code all can be quoted.</summary>
    public async Task<IReadOnlyList<Offer>> Run(Key<Round> round, Key<Section> section, CancellationToken cancellation)
    {
        var passages = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            join code in db.Codes on new { coding.RoundId, Id = coding.CodeId } equals new { code.RoundId, code.Id }
            where
                current.Source.RequirementId == null
                || db.Requirements.Any(asked =>
                    asked.Id == current.Source.RequirementId
                    && asked.SectionId == section
                    && db.Rounds.Any(one => one.Id == round && one.TemplateId == asked.TemplateId)
                )
            orderby coding.IsStarred descending, code.Order, current.Source.ReporterId, coding.Start
            select new
            {
                coding.CodeId,
                code.Label,
                current.Reporter,
                Title = (string?)current.Document!.Title,
                current.Document.County,
                coding.Quote,
                coding.IsStarred,
            }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        return
        [
            .. from one in passages
            let reporter = one.Reporter?.Id
                ?? (one.County is { } county ? Reporter.KeyOf(county, ReporterKind.Region) : null)
            where reporter is not null
            select new Offer(
                one.CodeId.Value,
                one.Label,
                reporter.Value,
                one.Title ?? one.Reporter!.ShortName,
                one.Quote,
                one.IsStarred
            ),
        ];
    }
}
