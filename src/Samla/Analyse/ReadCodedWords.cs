using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The words that a code is given to in the texts that count, of one county or of all.</summary>
public sealed class ReadCodedWords(SamlaDb db, ReadCounted readCounted)
{
    /// <param name="Reporter">Who answered; null for the words of a document.</param>
    /// <param name="Document">Null for the words of an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of them: not of what somebody uploaded.</param>
    /// <param name="Requirement">What the text answers; null for a document.</param>
    public sealed record Words(
        Reporter? Reporter,
        Document? Document,
        bool IsMarked,
        Key<Requirement>? Requirement,
        PassageInText Passage
    )
    {
        /// <summary>The county that says it, or that the document is about; null for those of none.</summary>
        public RegionCode? County => Reporter?.County ?? Document?.County;
    }

    /// <summary>In the Swedish order of the regions, and of the text within each.</summary>
    /// <param name="round">The round.</param>
    /// <param name="code">The code.</param>
    /// <param name="county">One county; null for all.</param>
    /// <param name="cancellation">Stops the question.</param>
    public async Task<IReadOnlyList<Words>> Run(
        Key<Round> round,
        Key<Code> code,
        RegionCode? county,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            where coding.CodeId == code
            where county == null || current.Reporter!.County == county || current.Document!.County == county
            orderby coding.Start
            select new
            {
                current.Reporter,
                current.Document,
                current.IsMarked,
                current.Source.RequirementId,
                current.Source.Text,
                coding.Start,
                coding.Length,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. from region in Regions.All
            join row in rows on region.Code equals row.Reporter?.County ?? row.Document?.County
            select new Words(
                row.Reporter,
                row.Document,
                row.IsMarked,
                row.RequirementId,
                PassageInText.Of(row.Text, row.Start, row.Length)
            ),
        ];
    }

    /// <summary>Those who have the code without a passage, in the Swedish order of the regions.</summary>
    /// <param name="round">The round.</param>
    /// <param name="code">The code.</param>
    /// <param name="county">One county; null for all.</param>
    /// <param name="cancellation">Stops the question.</param>
    public async Task<IReadOnlyList<Attributed>> Attributed(
        Key<Round> round,
        Key<Code> code,
        RegionCode? county,
        CancellationToken cancellation
    )
    {
        var found = await (
            from attribution in db.Attributions
            join reporter in db.Reporters.AsNoTracking() on attribution.ReporterId equals reporter.Id
            where attribution.RoundId == round && attribution.CodeId == code
            where reporter.County != null && (county == null || reporter.County == county)
            orderby attribution.CodedAt
            select new Attributed(reporter, attribution.Reason, null)
        ).ToListAsync(cancellation);
        var counted = await readCounted.Run(round, one => one.Id == code, cancellation);
        return
        [
            .. found
                .Concat(
                    from one in counted
                    where one.Reporter.County is { } stands && (county is null || stands == county)
                    select new Attributed(one.Reporter, one.Reason, one.From)
                )
                .OrderBy(one => Regions.PlaceOf(one.Reporter.County!)),
        ];
    }
}
