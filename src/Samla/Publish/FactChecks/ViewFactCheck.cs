using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish.FactChecks;

/// <summary>What a report says of one reporter, with what it has answered: as it was sent out to be checked, or as it is printed.</summary>
public sealed class ViewFactCheck(SamlaDb db, FrozenChapters frozen, ActorNames actorNames)
{
    /// <param name="Round">The round.</param>
    /// <param name="Reporter">Of whom it is said.</param>
    /// <param name="Check">What was sent out last; null where nothing was, and where <paramref name="Edition"/> is shown.</param>
    /// <param name="Part">What the reporter was asked to check; null where <paramref name="Check"/> is, and where nothing was said of it.</param>
    /// <param name="Edition">The latest edition; null where nothing is published, and while the reporter is asked about what is to be.</param>
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
        public IEnumerable<IGrouping<string, Item>> Chapters => Items.GroupBy(item => item.Statement.ChapterId);
    }

    /// <param name="Answer">Null where there is none.</param>
    public sealed record Item(CheckedStatement Statement, FactCheckAnswer? Answer);

    /// <summary>Null where there is no such round, or the reporter is no part of it.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Reporter> reporterId, CancellationToken cancellation)
    {
        var found = await (
            from submission in db.Submissions
            join round in db.Rounds.AsNoTracking() on submission.RoundId equals round.Id
            join reporter in db.Reporters.AsNoTracking() on submission.ReporterId equals reporter.Id
            where round.Id == roundId && reporter.Id == reporterId
            select new { Round = round, Reporter = reporter }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var check = await db.FactChecksOf(roundId).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var edition = await db.EditionsOf(roundId).FirstOrDefaultAsync(cancellation);
        var part = check is null
            ? null
            : await db
                .FactCheckParts.AsNoTracking()
                .SingleOrDefaultAsync(one => one.FactCheckId == check.Id && one.ReporterId == reporterId, cancellation);
        // What is printed is always there to be contested, but while the reporter is asked about the next.
        if (edition is not null && (part is null || check is not { ClosedAt: null }))
        {
            (check, part) = (null, null);
        }
        else
        {
            edition = null;
        }

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
        if (reporter.County is not { } county)
        {
            return [];
        }

        var chapters = await frozen.Of(db, edition.Id, cancellation);
        var words = await OwnWords.OfEdition(db, round, edition, county, cancellation);
        return
        [
            .. words
                .FinderFor(reporter)
                .In(new CheckableReport(new ReportDocument(edition.Title, round.Mark, chapters))),
        ];
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
