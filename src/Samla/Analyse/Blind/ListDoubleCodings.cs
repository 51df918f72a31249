using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Blind;

/// <summary>A round's double codings, and who can be given a new one.</summary>
public sealed class ListDoubleCodings(SamlaDb db, ActorNames actorNames)
{
    /// <param name="Lines">The latest first.</param>
    /// <param name="MayCode">By name in Swedish order.</param>
    /// <param name="Documents">How many documents there are to hand out.</param>
    /// <param name="Requirements">Those that somebody has answered, in the template's order.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<Account> MayCode,
        int Documents,
        IReadOnlyList<Choice> Requirements
    );

    /// <param name="Sources">How many are coded.</param>
    /// <param name="Coders">By name in Swedish order.</param>
    /// <param name="HandedIn">How many of them have handed in.</param>
    /// <param name="IsToCode">Whether whoever asks is still to code.</param>
    public sealed record Line(
        DoubleCoding Coding,
        int Sources,
        IReadOnlyList<string> Coders,
        int HandedIn,
        bool IsToCode
    );

    /// <param name="Answers">How many answers there are to hand out.</param>
    public sealed record Choice(Section Section, Requirement Requirement, int Answers);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, string actor, CancellationToken cancellation)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation) is not { } round)
        {
            return null;
        }

        var codings = await db
            .DoubleCodings.AsNoTracking()
            .Where(coding => coding.RoundId == roundId)
            .OrderByDescending(coding => coding.StartedAt)
            .Select(coding => new
            {
                Coding = coding,
                Sources = db.DoubleCodingSources.Count(part => part.DoubleCodingId == coding.Id),
            })
            .ToListAsync(cancellation);
        var coders = await (
            from coder in db.DoubleCoders.AsNoTracking()
            join coding in db.DoubleCodings on coder.DoubleCodingId equals coding.Id
            where coding.RoundId == roundId
            select coder
        ).ToListAsync(cancellation);
        var names = await actorNames.Run(coders.Select(coder => coder.Coder), cancellation);
        var byCoding = coders.ToLookup(coder => coder.DoubleCodingId);
        return new Result(
            round,
            [
                .. codings.Select(one => new Line(
                    one.Coding,
                    one.Sources,
                    [.. byCoding[one.Coding.Id].Select(coder => names[coder.Coder]).Order(SwedishText.Order)],
                    byCoding[one.Coding.Id].Count(coder => coder.HandedInAt is not null),
                    one.Coding.IsOpen
                        && byCoding[one.Coding.Id].Any(coder => coder.Coder == actor && coder.HandedInAt is null)
                )),
            ],
            await db.AccountsThatMay(Permission.Code, cancellation),
            await db.CurrentDocuments(roundId).CountAsync(cancellation),
            await Choices(round, cancellation)
        );
    }

    private async Task<IReadOnlyList<Choice>> Choices(Round round, CancellationToken cancellation)
    {
        var answers = await (
            from answer in db.CurrentAnswers(round.Id)
            group answer by answer.RequirementId into given
            select new { given.Key, Count = given.Count() }
        ).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        return
        [
            .. from section in sections
            from requirement in section.InOrder()
            where answers.ContainsKey(requirement.Id)
            select new Choice(section, requirement, answers[requirement.Id]),
        ];
    }
}
