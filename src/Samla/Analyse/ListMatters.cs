using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>The register of what reporters ask of others and the agency has recommended: who, since when, and what became of it.</summary>
public sealed class ListMatters(SamlaDb db, ListMatrix matrix, ReadEarlierClaims earlier, ActorNames names)
{
    /// <param name="Row">The code, and who says it in this round.</param>
    /// <param name="Section">The section of the codebook that it stands in; null for a code without one.</param>
    /// <param name="Earlier">Who said it before, the latest year first.</param>
    /// <param name="Answers">What had become of it by each round, the latest first; the round's own is among them where there is one.</param>
    public sealed record Matter(
        CodeRow Row,
        Code? Section,
        IReadOnlyList<EarlierClaim> Earlier,
        IReadOnlyList<MatterAnswer> Answers
    )
    {
        /// <summary>The earliest year that somebody said it, of those when the code meant the same; null where nobody has.</summary>
        public int? Since { get; init; }

        /// <summary>How many years somebody has said it, this one too.</summary>
        public int Years { get; init; }

        /// <summary>The latest that is known of what became of it.</summary>
        public MatterState State => Answers is [var latest, ..] ? latest.State : MatterState.Open;
    }

    /// <param name="Matters">In the codebook's order.</param>
    /// <param name="Names">What to call those who saved the answers.</param>
    public sealed record Result(Round Round, IReadOnlyList<Matter> Matters, IReadOnlyDictionary<string, string> Names);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> round, CancellationToken cancellation)
    {
        if (await matrix.Run(round, cancellation) is not { } now)
        {
            return null;
        }

        List<CodeRow> rows =
        [
            .. now.Rows.Where(row => row.Code.Aspect is CodeAspect.Message or CodeAspect.Recommendation),
        ];
        var then = rows.Count == 0 ? null : await earlier.Run(round, cancellation);
        var answers = await Answers(now.Round, then, cancellation);
        return new Result(
            now.Round,
            [.. rows.Select(row => Of(row, now, [.. then![row.Code.Id]], [.. answers[row.Code.Id]]))],
            await names.Run(answers.SelectMany(one => one).Select(one => one.SavedBy), cancellation)
        );
    }

    private static Matter Of(
        CodeRow row,
        ListMatrix.Result now,
        IReadOnlyList<EarlierClaim> earlier,
        IReadOnlyList<MatterAnswer> answers
    )
    {
        List<int> years =
        [
            .. earlier
                .Where(claim => IsSame(claim, now.Round) && !claim.Standing.Says.IsEmpty)
                .Select(claim => claim.Year),
            .. row.Standing.Says.IsEmpty ? (int[])[] : [now.Round.PeriodEnd.Year],
        ];
        return new Matter(row, now.SectionOf(row.Code), earlier, answers)
        {
            Since = years.Count == 0 ? null : years.Min(),
            Years = years.Distinct().Count(),
        };
    }

    /// <summary>What is asked of others is the same whichever question it was an answer to; not where the code has come to mean something else.</summary>
    private static bool IsSame(EarlierClaim claim, Round now) =>
        claim.Year < now.PeriodEnd.Year
        && claim.Comparability is Comparability.Comparable or Comparability.QuestionChanged;

    /// <summary>By the code that each is about now: one that was merged into another, then or since, is about that one.</summary>
    private async Task<ILookup<Key<Code>, MatterAnswer>> Answers(
        Round round,
        ILookup<Key<Code>, EarlierClaim>? earlier,
        CancellationToken cancellation
    )
    {
        List<Key<Round>> rounds =
        [
            round.Id,
            .. (earlier ?? Enumerable.Empty<EarlierClaim>().ToLookup(claim => claim.Code.Id))
                .SelectMany(code => code)
                .Select(claim => claim.Round.Id)
                .Distinct(),
        ];
        var found = await (
            from answer in db.MatterAnswers.AsNoTracking()
            join code in db.Codes on new { answer.RoundId, answer.CodeId } equals new { code.RoundId, CodeId = code.Id }
            join one in db.Rounds on answer.RoundId equals one.Id
            where rounds.Contains(answer.RoundId)
            orderby one.PeriodEnd descending, answer.SavedAt descending
            select new { About = code.MergedIntoId ?? code.Id, answer }
        ).ToListAsync(cancellation);
        var merged = await db
            .Codes.Where(code => code.RoundId == round.Id && code.MergedIntoId != null)
            .ToDictionaryAsync(code => code.Id, code => code.MergedIntoId!, cancellation);
        return found.ToLookup(one => merged.GetValueOrDefault(one.About, one.About), one => one.answer);
    }
}
