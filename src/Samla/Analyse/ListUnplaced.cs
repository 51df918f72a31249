using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The codings of replaced answers that wait to be placed in the new ones, with both texts.</summary>
public sealed class ListUnplaced(SamlaDb db)
{
    /// <param name="Answers">In the template's order of requirements, and the Swedish order of reporters.</param>
    public sealed record Result(Round Round, IReadOnlyList<ReplacedAnswer> Answers)
    {
        public int Count => Answers.Sum(answer => answer.Codings.Count);
    }

    /// <summary>An answer that was replaced and has codings that wait.</summary>
    /// <param name="Before">The answer that the codings are of.</param>
    /// <param name="Now">The answer that counts; null where the question is left empty.</param>
    /// <param name="Codings">In the order of the old text.</param>
    public sealed record ReplacedAnswer(
        Reporter Reporter,
        Requirement Requirement,
        Source Before,
        Source? Now,
        IReadOnlyList<Waiting> Codings
    );

    public sealed record Waiting(Coding Coding, Code Code);

    /// <summary>How many wait in a round.</summary>
    public Task<int> Count(Key<Round> round, CancellationToken cancellation) =>
        db.UnplacedCodings(round).CountAsync(cancellation);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        var waiting = await db.UnplacedCodings(roundId).AsNoTracking().ToListAsync(cancellation);
        var ids = waiting
            .Select(one => one.Coding.SourceId)
            .Concat(waiting.Select(one => one.Current).OfType<Id<Source>>());
        var wanted = ids.Distinct().ToList();
        var sources = await db
            .Sources.AsNoTracking()
            .Where(source => wanted.Contains(source.Id))
            .ToDictionaryAsync(source => source.Id, cancellation);
        var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellation);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId)
            .ToDictionaryAsync(code => code.Id, cancellation);
        var requirements = (await Requirements(round, cancellation)).Index().ToDictionary(one => one.Item.Id);
        var answers =
            from one in waiting
            group one by one.Coding.SourceId into answer
            let first = answer.First()
            let asked = requirements[first.RequirementId]
            select (
                Place: asked.Index,
                Answer: new ReplacedAnswer(
                    reporters[first.ReporterId],
                    asked.Item,
                    sources[answer.Key],
                    first.Current is { } now ? sources[now] : null,
                    [
                        .. answer
                            .OrderBy(one => one.Coding.Start)
                            .Select(one => new Waiting(one.Coding, codes[one.Coding.CodeId])),
                    ]
                )
            );
        return new Result(
            round,
            [
                .. answers
                    .OrderBy(one => one.Place)
                    .ThenBy(one => one.Answer.Reporter.Name, SwedishText.Order)
                    .Select(one => one.Answer),
            ]
        );
    }

    private Task<List<Requirement>> Requirements(Round round, CancellationToken cancellation) =>
        (
            from section in db.Sections
            join requirement in db.Requirements
                on new { section.TemplateId, section.Id } equals new
                {
                    requirement.TemplateId,
                    Id = requirement.SectionId,
                }
            where section.TemplateId == round.TemplateId
            orderby section.Order, requirement.Order
            select requirement
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
}
