using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What people have coded of a requirement, or of documents, in this round and with the same codes in others: what codes are learnt from.</summary>
internal sealed class ReadLabelledPassages(SamlaDb db)
{
    /// <summary>Each coded passage with its codes, and each sentence without a code of the texts that somebody has read.</summary>
    public async Task<IReadOnlyList<LabelledPassage>> Run(
        Key<Round> round,
        Key<Requirement>? requirement,
        CancellationToken cancellation
    )
    {
        var codes = await db
            .Codes.Where(code =>
                code.RoundId == round
                && (
                    requirement == null
                        ? code.Subject == ReporterKind.Document
                        : code.RequirementId == requirement && code.Subject != ReporterKind.Document
                )
            )
            .Where(code => code.Kind == CodeKind.Leaf && code.RetiredAt == null)
            .Select(code => code.Id)
            .ToListAsync(cancellation);
        var coded = await (
            from coding in db.Codings
            where codes.Contains(coding.CodeId) && coding.MovedToId == null && coding.DroppedBecause == null
            select new
            {
                coding.SourceId,
                coding.Start,
                coding.Length,
                coding.Quote,
                coding.CodeId,
            }
        ).ToListAsync(cancellation);
        var read = await (
            from current in db.CurrentSources(round)
            where current.Source.RequirementId == requirement
            where db.Readings.Any(reading => reading.SourceId == current.Source.Id)
            select new { current.Source.Id, current.Source.Text }
        ).ToListAsync(cancellation);
        var spans = coded.ToLookup(coding => coding.SourceId, coding => (coding.Start, coding.Length));
        return
        [
            .. from coding in coded
            group coding by (coding.SourceId, coding.Start, coding.Length) into passage
            select new LabelledPassage(
                passage.First().Quote,
                [.. passage.Select(coding => coding.CodeId.Value).Distinct(StringComparer.Ordinal)],
                $"{passage.Key.SourceId}"
            ),
            .. from source in read
            from sentence in Sentences.In(source.Text)
            where !spans[source.Id].Any(span => Overlap(span, sentence))
            select new LabelledPassage(source.Text.Substring(sentence.Start, sentence.Length), [], $"{source.Id}"),
        ];
    }

    private static bool Overlap((int Start, int Length) one, (int Start, int Length) other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;
}
