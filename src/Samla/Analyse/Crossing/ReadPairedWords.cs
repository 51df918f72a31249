using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>The words that two codes are given to in the texts that count, beside each other.</summary>
public sealed class ReadPairedWords(SamlaDb db, ReadCounted readCounted)
{
    /// <param name="Reporter">Who says it; for the words of a document the region that it is about.</param>
    /// <param name="One">What has the one code: at least one.</param>
    /// <param name="Other">What has the other.</param>
    public sealed record Pairing(Reporter Reporter, IReadOnlyList<Words> One, IReadOnlyList<Words> Other);

    /// <param name="Document">The document that the text is of; null for an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of the text: not of what somebody uploaded.</param>
    /// <param name="Requirement">What the text answers; null for a document, and where the code was given without words.</param>
    /// <param name="Passage">Null where the code was given without words.</param>
    public sealed record Words(
        Document? Document,
        bool IsMarked,
        Key<Requirement>? Requirement,
        PassageInText? Passage
    );

    private sealed record Row(
        Reporter Reporter,
        Document? Document,
        bool IsMarked,
        Key<Code> Code,
        Key<Requirement>? Requirement,
        Id<Source>? Source,
        string Text,
        int Start,
        int Length
    )
    {
        public Words Words =>
            new(Document, IsMarked, Requirement, Source is null ? null : PassageInText.Of(Text, Start, Length));

        public bool Overlaps(Row other) =>
            Source is not null
            && Source == other.Source
            && Start < other.Start + other.Length
            && other.Start < Start + Length;
    }

    /// <summary>In the Swedish order of the regions, and of the text within each.</summary>
    /// <param name="round">The round.</param>
    /// <param name="one">The one code.</param>
    /// <param name="other">Another.</param>
    /// <param name="level">Reporters: all that each says of both, together. Passages: each two that overlap.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<IReadOnlyList<Pairing>> Run(
        Key<Round> round,
        Key<Code> one,
        Key<Code> other,
        CooccurrenceLevel level,
        CancellationToken cancellation
    )
    {
        var rows = await Passages(round, one, other, cancellation);
        if (level == CooccurrenceLevel.Reporters)
        {
            rows.AddRange(await Attributions(round, one, other, cancellation));
        }

        // The key has the reporter's kind in it: a region and the county administrative board of its county are two.
        var byReporter = rows.ToLookup(row => row.Reporter.Id);
        return
        [
            .. from region in Regions.All
            from kind in (ReporterKind[])[ReporterKind.Region, ReporterKind.CountyBoard]
            let said = byReporter[Reporter.KeyOf(region.Code, kind)]
            from pairing in Pairings(
                [.. said.Where(row => row.Code == one)],
                [.. said.Where(row => row.Code == other)],
                level
            )
            select pairing,
        ];
    }

    private static IEnumerable<Pairing> Pairings(List<Row> ones, List<Row> others, CooccurrenceLevel level)
    {
        if (ones.Count == 0 || others.Count == 0)
        {
            return [];
        }

        return level switch
        {
            CooccurrenceLevel.Reporters =>
            [
                new Pairing(ones[0].Reporter, [.. ones.Select(row => row.Words)], [.. others.Select(row => row.Words)]),
            ],
            CooccurrenceLevel.Passages => from a in ones
            from b in others
            where a.Overlaps(b)
            select new Pairing(a.Reporter, [a.Words], [b.Words]),
        };
    }

    /// <summary>Each passage once, however many gave it the code.</summary>
    private async Task<List<Row>> Passages(
        Key<Round> round,
        Key<Code> one,
        Key<Code> other,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            where coding.CodeId == one || coding.CodeId == other
            where current.Reporter!.County != null || current.Document!.County != null
            orderby coding.Start, coding.Length
            select new
            {
                current.Reporter,
                current.Document,
                current.IsMarked,
                coding.CodeId,
                current.Source.RequirementId,
                coding.SourceId,
                current.Source.Text,
                coding.Start,
                coding.Length,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. rows.DistinctBy(row => (row.SourceId, row.CodeId, row.Start, row.Length))
                .Select(row => new Row(
                    row.Reporter ?? Reporter.Of(Regions.Of(row.Document!.County!)),
                    row.Document,
                    row.IsMarked,
                    row.CodeId,
                    row.RequirementId,
                    row.SourceId,
                    row.Text,
                    row.Start,
                    row.Length
                )),
        ];
    }

    private async Task<IEnumerable<Row>> Attributions(
        Key<Round> round,
        Key<Code> one,
        Key<Code> other,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from attribution in db.Attributions
            join reporter in db.Reporters on attribution.ReporterId equals reporter.Id
            where
                attribution.RoundId == round
                && (attribution.CodeId == one || attribution.CodeId == other)
                && reporter.County != null
            select new { reporter, attribution.CodeId }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var counted = await readCounted.Run(round, code => code.Id == one || code.Id == other, cancellation);
        return rows.Select(row => (row.reporter, row.CodeId))
            .Concat(
                counted
                    .Where(said => said.Reporter.County is not null)
                    .Select(said => (reporter: said.Reporter, CodeId: said.Code))
            )
            .DistinctBy(row => (row.reporter.Id, row.CodeId))
            .Select(row => new Row(row.reporter, null, true, row.CodeId, null, null, "", 0, 0));
    }
}
