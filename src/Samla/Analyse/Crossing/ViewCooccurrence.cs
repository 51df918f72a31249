using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Crossing;

/// <summary>How often codes are given together: by the same reporters, and to the same words.</summary>
public sealed class ViewCooccurrence(SamlaDb db, ChooseCodes chooseCodes)
{
    public sealed record Result(ChooseCodes.Result Chosen, CooccurrenceTable Table);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> round, CodeChoice choice, CancellationToken cancellation) =>
        await chooseCodes.Run(round, choice, cancellation) is { } chosen
            ? new Result(chosen, new(chosen.Rows, await Overlaps(round, chosen.Rows, cancellation)))
            : null;

    /// <remarks>
    /// One read, and a sweep in memory. A join of the codings with themselves would compare each passage with all others of its
    /// answer, since neither engine has an index that finds what overlaps; it also counts pairs alone, and not the text that they
    /// have in common, which needs the passages of a code joined first.
    /// </remarks>
    private async Task<PassageOverlaps> Overlaps(
        Key<Round> round,
        IReadOnlyList<CodeRow> rows,
        CancellationToken cancellation
    )
    {
        var numbers = rows.Index().ToDictionary(row => row.Item.Code.Id, row => row.Index);
        List<Key<Requirement>> requirements =
        [
            .. rows.Select(row => row.Code.AnsweredRequirement).OfType<Key<Requirement>>().Distinct(),
        ];
        var hasDocuments = rows.Any(row => row.Code.IsAboutDocuments);
        var codings = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            where
                (current.Reporter!.County != null && requirements.Contains(current.Source.RequirementId!))
                || (current.Document!.County != null && hasDocuments)
            select new
            {
                coding.SourceId,
                coding.CodeId,
                coding.Start,
                coding.Length,
            }
        ).ToListAsync(cancellation);
        var texts = new Dictionary<Id<Source>, int>();
        return PassageOverlaps.Of(
            rows.Count,
            from coding in codings
            where numbers.ContainsKey(coding.CodeId)
            select new CodedPlace(
                NumberOf(coding.SourceId),
                numbers[coding.CodeId],
                coding.Start,
                coding.Start + coding.Length
            )
        );

        int NumberOf(Id<Source> source)
        {
            texts.TryAdd(source, texts.Count);
            return texts[source];
        }
    }
}
