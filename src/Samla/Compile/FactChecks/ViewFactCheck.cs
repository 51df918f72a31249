using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish;

namespace Samla.Compile.FactChecks;

/// <summary>What a report says of one reporter, with what it has answered: as it was sent out to be checked, or as it is printed.</summary>
public sealed class ViewFactCheck(SamlaDb db, ReadEdition readEdition, ActorNames actorNames)
{
    /// <param name="Round">The round.</param>
    /// <param name="Reporter">Of whom it is said.</param>
    /// <param name="Check">What was sent out last; null where nothing was, or an edition has been published since.</param>
    /// <param name="Part">What the reporter was asked to check; null where <paramref name="Check"/> is, and where nothing was said of it.</param>
    /// <param name="Edition">The edition that has been published since; null where none has.</param>
    /// <param name="Items">In reading order.</param>
    /// <param name="Earlier">What has been contested, and is no longer said in those words.</param>
    /// <param name="Names">What to call those who have answered and replied.</param>
    public sealed record Result(
        Round Round,
        Reporter Reporter,
        FactCheck? Check,
        FactCheckPart? Part,
        Edition? Edition,
        IReadOnlyList<Item> Items,
        IReadOnlyList<FactCheckAnswer> Earlier,
        IReadOnlyDictionary<string, string> Names
    )
    {
        /// <summary>Whether it can be confirmed and contested now, before it is printed.</summary>
        public bool IsOpen => Check is { ClosedAt: null };

        /// <summary>Whether answers are taken: while a fact-check is open, and of what is printed.</summary>
        public bool TakesAnswers => IsOpen || Edition is not null;

        /// <summary>The chapters in reading order.</summary>
        public IEnumerable<IGrouping<string, Item>> Chapters => Items.GroupBy(item => item.Statement.Section);
    }

    /// <param name="Answer">Null where there is none.</param>
    public sealed record Item(CheckedStatement Statement, FactCheckAnswer? Answer);

    /// <summary>Null where there is no such round, or the reporter is no part of it or of no county.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Reporter> reporterId, CancellationToken cancellation)
    {
        var found = await (
            from submission in db.Submissions
            join round in db.Rounds.AsNoTracking() on submission.RoundId equals round.Id
            join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
            where round.Id == roundId && reporter.Id == reporterId && reporter.County != null
            select new { Round = round, Reporter = reporter }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var check = await db
            .FactChecks.AsNoTracking()
            .Where(one => one.RoundId == roundId)
            .OrderByDescending(one => one.Number)
            .FirstOrDefaultAsync(cancellation);
        var edition = await db
            .Editions.AsNoTracking()
            .Where(one => one.RoundId == roundId)
            .OrderByDescending(one => one.Number)
            .FirstOrDefaultAsync(cancellation);
        if (edition is not null && (check is null || check.ClosedAt <= edition.PublishedAt))
        {
            check = null;
        }
        else
        {
            edition = null;
        }

        var part = check is null
            ? null
            : await db
                .FactCheckParts.AsNoTracking()
                .SingleOrDefaultAsync(one => one.FactCheckId == check.Id && one.ReporterId == reporterId, cancellation);
        var statements =
            part is not null ? FactCheckJson.Read(part.Content)
            : edition is not null ? await Printed(found.Round, found.Reporter, edition, cancellation)
            : [];
        return await WithAnswers(
            new Result(found.Round, found.Reporter, check, part, edition, [], [], new Dictionary<string, string>()),
            statements,
            cancellation
        );
    }

    private async Task<IReadOnlyList<CheckedStatement>> Printed(
        Round round,
        Reporter reporter,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var whole = await readEdition.ReadWhole(round.Id, cancellation);
        var words = await OwnWords.OfEdition(db, round, edition, reporter.County!, cancellation);
        return whole is var (_, report) ? [.. words.FinderFor(reporter).In(new CheckableReport(report))] : [];
    }

    private async Task<Result> WithAnswers(
        Result result,
        IReadOnlyList<CheckedStatement> statements,
        CancellationToken cancellation
    )
    {
        var answers = await db
            .FactCheckAnswers.AsNoTracking()
            .Where(answer => answer.RoundId == result.Round.Id && answer.ReporterId == result.Reporter.Id)
            .ToDictionaryAsync(answer => answer.Statement, cancellation);
        var said = statements.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        return result with
        {
            Items = [.. statements.Select(statement => new Item(statement, answers.GetValueOrDefault(statement.Id)))],
            Earlier =
            [
                .. from answer in answers.Values
                where answer.Verdict == FactCheckVerdict.Contested && !said.Contains(answer.Statement)
                orderby answer.AnsweredAt descending
                select answer,
            ],
            Names = await actorNames.Run(
                [
                    .. answers
                        .Values.SelectMany(answer => new[] { answer.AnsweredBy, answer.RepliedBy })
                        .OfType<string>(),
                    .. new[] { result.Part?.DoneBy }.OfType<string>(),
                ],
                cancellation
            ),
        };
    }
}
