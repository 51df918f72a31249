using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>What those who coded blind agree on and what not. Only for a double coding that all have handed in.</summary>
internal sealed class CompareCodings(SamlaDb db)
{
    /// <param name="Coders">In the order of their keys.</param>
    /// <param name="Codes">Those that could be given to the sources, in the codebook's order.</param>
    /// <param name="Texts">What they coded. A code that was merged since counts as the one it was merged into.</param>
    public sealed record Result(IReadOnlyList<string> Coders, IReadOnlyList<Code> Codes, IReadOnlyList<Text> Texts);

    /// <param name="Name">Whose it is.</param>
    /// <param name="Shared">As it is compared.</param>
    /// <param name="Codings">All that anybody coded in it, in the order of <see cref="SharedText.Passages"/>.</param>
    public sealed record Text(Source Source, string Name, SharedText Shared, IReadOnlyList<BlindCoding> Codings)
    {
        /// <summary>What was coded with a code, or with one that was merged into it.</summary>
        public IEnumerable<BlindCoding> PassagesOf(Key<Code> code) =>
            from pair in Codings.Zip(Shared.Passages)
            where pair.Second.Code == code
            select pair.First;
    }

    /// <param name="coding">The double coding.</param>
    /// <param name="only">One of its texts; null for all.</param>
    /// <param name="cancellation">Stops between the questions.</param>
    public async Task<Result> Run(DoubleCoding coding, Id<Source>? only, CancellationToken cancellation)
    {
        var coders = await db
            .DoubleCoders.Where(one => one.DoubleCodingId == coding.Id)
            .OrderBy(one => one.Coder)
            .Select(one => one.Coder)
            .ToListAsync(cancellation);
        var found = await db.DoubleCodingTexts(coding.Id)
            .Where(one => only == null || one.Source.Id == only)
            .AsNoTracking()
            .ToListAsync(cancellation);
        var sources = found.OrderBy(one => one.Name, SwedishText.Order).ToList();
        var requirements = sources
            .Select(one => one.Source.RequirementId)
            .OfType<Key<Requirement>>()
            .Distinct()
            .ToList();
        var hasDocuments = sources.Exists(one => one.Document is not null);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code =>
                code.RoundId == coding.RoundId
                && code.Kind == CodeKind.Leaf
                && code.CountedFrom == null
                && (
                    requirements.Contains(code.RequirementId!)
                    || (hasDocuments && code.Subject == ReporterKind.Document)
                )
            )
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var merged = codes.Where(code => code.MergedIntoId is not null).ToDictionary(c => c.Id, c => c.MergedIntoId!);
        var standing = codes.Where(code => code.MergedIntoId is null).ToList();
        var codings = (
            await db
                .BlindCodings.AsNoTracking()
                .Where(one => one.DoubleCodingId == coding.Id && coders.Contains(one.Coder))
                .Where(one => only == null || one.SourceId == only)
                .OrderBy(one => one.Start)
                .ToListAsync(cancellation)
        ).ToLookup(one => one.SourceId);
        var readings = (
            await db
                .BlindReadings.AsNoTracking()
                .Where(one => one.DoubleCodingId == coding.Id && (only == null || one.SourceId == only))
                .ToListAsync(cancellation)
        ).ToLookup(one => one.SourceId, one => one.Reader);
        return new Result(
            coders,
            standing,
            [
                .. from one in sources
                let given = codings[one.Source.Id].ToList()
                select new Text(
                    one.Source,
                    one.Name,
                    new SharedText(
                        one.Source.Text.Length,
                        [
                            .. from code in standing
                            where
                                code.AnsweredRequirement == one.Source.RequirementId
                                && (one.Reporter?.Kind ?? code.Subject) == code.Subject
                            select code.Id,
                        ],
                        [.. readings[one.Source.Id]],
                        [
                            .. given.Select(passage => new CoderPassage(
                                passage.Coder,
                                merged.GetValueOrDefault(passage.CodeId, passage.CodeId),
                                passage.Start,
                                passage.Length
                            )),
                        ]
                    ),
                    given
                ),
            ]
        );
    }
}
