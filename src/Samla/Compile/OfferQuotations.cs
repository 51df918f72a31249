using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The words that an author can quote in a chapter: the passages of what it rests on, and of documents those that are about no question.</summary>
public sealed class OfferQuotations(SamlaDb db)
{
    /// <summary>No more are offered, the starred ones first.</summary>
    public const int Most = 2_000;

    /// <param name="Code">The code that they have, as a marker names it.</param>
    /// <param name="Label">Its name.</param>
    /// <param name="Reporter">Whose words they are, as a marker names them.</param>
    /// <param name="Who">The same in words, or the title of the document.</param>
    /// <param name="Text">Word for word.</param>
    /// <param name="IsFirst">Whether it is what a marker stands for that names only code and reporter; others must have their words in the marker.</param>
    public sealed record Offer(
        string Code,
        string Label,
        string Reporter,
        string Who,
        string Text,
        bool IsStarred,
        bool IsFirst
    );

    /// <summary>Those that a marker can stand for, each once also where several have coded it.</summary>
    public async Task<IReadOnlyList<Offer>> Run(
        Key<Round> round,
        Key<Chapter> chapterId,
        CancellationToken cancellation
    )
    {
        var asked =
            await db.ChaptersOf(round)
                .Where(chapter => chapter.Id == chapterId)
                .Select(chapter => chapter.RestsOn)
                .SingleOrDefaultAsync(cancellation)
            ?? [];
        var passages = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            join code in db.Codes on new { coding.RoundId, Id = coding.CodeId } equals new { code.RoundId, code.Id }
            where
                code.Subject == ReporterKind.Document
                    ? code.RequirementId == null || asked.Contains(code.RequirementId)
                    : asked.Contains(current.Source.RequirementId!)
            // Of each code and reporter in the order that a marker finds them; see ReportBasis.
            orderby coding.IsStarred descending, code.Order, current
                .Source
                .ReporterId, coding.Start, coding.Length descending, coding.SourceId
            select new
            {
                coding.CodeId,
                code.Label,
                current.Reporter,
                Title = (string?)current.Document!.Title,
                current.Document.County,
                coding.Quote,
                coding.IsStarred,
                coding.SourceId,
                coding.Start,
                coding.Length,
            }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        var first = new HashSet<(Key<Code>, Key<Reporter>)>();
        return
        [
            .. from one in passages.DistinctBy(one => (one.CodeId, one.SourceId, one.Start, one.Length))
            let reporter = one.Reporter?.Id
                ?? (one.County is { } county ? Reporter.KeyOf(county, ReporterKind.Region) : null)
            where reporter is not null
            let isFirst = first.Add((one.CodeId, reporter))
            // Braces would end the marker.
            where isFirst || !one.Quote.AsSpan().ContainsAny('{', '}')
            select new Offer(
                one.CodeId.Value,
                one.Label,
                reporter.Value,
                one.Title ?? one.Reporter!.ShortName,
                one.Quote,
                one.IsStarred,
                isFirst
            ),
        ];
    }
}
