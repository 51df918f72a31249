using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish.FactChecks;

/// <summary>A round's fact-check as the agency sees it: how far each reporter has come, and what is contested.</summary>
public sealed class ViewFactChecks(SamlaDb db, ComposeStatements compose, ActorNames actorNames)
{
    /// <param name="Round">The round.</param>
    /// <param name="Last">The latest fact-check; null where there has been none.</param>
    /// <param name="Edition">The latest edition; null where nothing is published.</param>
    /// <param name="Lines">Of those who were asked, or who would be; regions first, each kind in the Swedish order.</param>
    /// <param name="Contests">What has no reply first, each in the order of the report.</param>
    /// <param name="Changed">How many statements are not as they were sent out; null where none is open.</param>
    /// <param name="Blocking">How many things keep the report from being published, of those that its chapters tell.</param>
    /// <param name="Letters">How many letters there have been to send: <see cref="RemindFactCheckers"/> asks for it.</param>
    public sealed record Result(
        Round Round,
        FactCheck? Last,
        Edition? Edition,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<Contest> Contests,
        int? Changed,
        int Blocking,
        int Letters
    )
    {
        public bool IsOpen => Last is { ClosedAt: null };
    }

    /// <param name="Statements">How many it was sent that name or quote it; how many it would be where nothing is open.</param>
    /// <param name="LeftOut">How many that leave it out.</param>
    /// <param name="Confirmed">How many of them it has confirmed.</param>
    /// <param name="Contested">How many of them it contests.</param>
    /// <param name="DoneAt">When it said that it was done; null while it has not.</param>
    /// <param name="Letter">Of the letters to its people the one that fared worst, of those the latest; null where none was to be sent.</param>
    /// <param name="People">How many there can be written to.</param>
    public sealed record Line(
        Reporter Reporter,
        int Statements,
        int LeftOut,
        int Confirmed,
        int Contested,
        DateTimeOffset? DoneAt,
        FactCheckLetter? Letter,
        int People
    );

    /// <param name="Answer">What is contested, and the reply.</param>
    /// <param name="Reporter">By whom.</param>
    /// <param name="By">Who there wrote it, by name.</param>
    /// <param name="RepliedBy">By name; null where there is no reply.</param>
    /// <param name="Statement">The statement as it is in the report now; null where the report no longer says it in those words.</param>
    /// <param name="IsTextKept">Whether the report says the same words there, though it may count others with them.</param>
    /// <param name="CorrectedIn">The number of the edition that came out after a reply that the report is changed; null before that.</param>
    public sealed record Contest(
        FactCheckAnswer Answer,
        Reporter Reporter,
        string By,
        string? RepliedBy,
        CheckedStatement? Statement,
        bool IsTextKept,
        int? CorrectedIn
    );

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Visitor visitor, CancellationToken cancellation)
    {
        if (await compose.Run(roundId, cancellation) is not { } said)
        {
            return null;
        }

        var last = await db.FactChecksOf(roundId).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var editions = await db.EditionsOf(roundId).ToListAsync(cancellation);
        var answers = await db
            .FactCheckAnswers.AsNoTracking()
            .Where(answer => answer.RoundId == roundId)
            .ToListAsync(cancellation);
        var open = last is { ClosedAt: null } ? last : null;
        var sent = open is null ? null : await ReadSent(open, cancellation);
        var letters = open is null
            ? []
            : await db
                .FactCheckLetters.AsNoTracking()
                .Where(one => one.FactCheckId == open.Id)
                .ToListAsync(cancellation);
        return new Result(
            said.Round,
            last,
            editions.FirstOrDefault(),
            [.. await Lines(said, sent, answers, letters, visitor, cancellation)],
            await Contests(said, answers, editions, cancellation),
            sent is null ? null : CountChanged(said, sent),
            said.Report.Chapters.SelectMany(chapter => chapter.Alarms).Count(alarm => alarm.IsBlocking),
            letters.Sum(letter => letter.Attempts)
        );
    }

    private static readonly LetterState[] FromBest =
    [
        LetterState.Sent,
        LetterState.Kept,
        LetterState.Begun,
        LetterState.Uncertain,
        LetterState.NotSent,
    ];

    private sealed record Sent(FactCheckPart Part, Reporter Reporter, Dictionary<string, StatementKind> Statements);

    private async Task<List<Sent>> ReadSent(FactCheck check, CancellationToken cancellation)
    {
        var parts = await (
            from part in db.FactCheckParts.AsNoTracking()
            join reporter in db.Reporters.AsNoTracking() on part.ReporterId equals reporter.Id
            where part.FactCheckId == check.Id
            select new { part, reporter }
        ).ToListAsync(cancellation);
        return
        [
            .. from one in parts
            orderby one.reporter.Kind, Regions.PlaceOf(one.reporter.County!)
            select new Sent(
                one.part,
                one.reporter,
                FactCheckJson.Read(one.part.Content).ToDictionary(said => said.Id, said => said.Kind)
            ),
        ];
    }

    private async Task<IEnumerable<Line>> Lines(
        ComposeStatements.Result said,
        List<Sent>? sent,
        List<FactCheckAnswer> answers,
        List<FactCheckLetter> letters,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        var people = await db.PeopleWhoCanSignIn(said.Round.Id, visitor, cancellation);
        if (sent is null)
        {
            return from part in said.Parts
                let count = ReporterPeople.Reminded(people[part.Reporter.Id]).Count
                let leftOut = part.Statements.Count(one => one.Kind == StatementKind.LeavesOut)
                select new Line(part.Reporter, part.Statements.Count - leftOut, leftOut, 0, 0, null, null, count);
        }

        var byReporter = answers.ToLookup(answer => answer.ReporterId);
        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(account => account.ReporterId != null)
            .ToDictionaryAsync(account => account.Id, account => account.ReporterId!, cancellation);
        var byLetter = letters.ToLookup(letter => accounts.GetValueOrDefault(letter.AccountId));
        return from one in sent
            let own = byReporter[one.Reporter.Id].Where(answer => one.Statements.ContainsKey(answer.Statement)).ToList()
            let leftOut = one.Statements.Values.Count(kind => kind == StatementKind.LeavesOut)
            select new Line(
                one.Reporter,
                one.Statements.Count - leftOut,
                leftOut,
                own.Count(answer => answer.Verdict == FactCheckVerdict.Confirmed),
                own.Count(answer => answer.Verdict == FactCheckVerdict.Contested),
                one.Part.DoneAt,
                byLetter[one.Reporter.Id]
                    .OrderByDescending(letter => Array.IndexOf(FromBest, letter.State))
                    .ThenByDescending(letter => letter.SentAt)
                    .FirstOrDefault(),
                ReporterPeople.Reminded(people[one.Reporter.Id]).Count
            );
    }

    private async Task<IReadOnlyList<Contest>> Contests(
        ComposeStatements.Result said,
        List<FactCheckAnswer> answers,
        List<Edition> editions,
        CancellationToken cancellation
    )
    {
        var contested = answers.FindAll(answer => answer.Verdict == FactCheckVerdict.Contested);
        var names = await actorNames.Run(
            contested.SelectMany(answer => new[] { answer.AnsweredBy, answer.RepliedBy }).OfType<string>(),
            cancellation
        );
        var keys = contested.Select(answer => answer.ReporterId).Distinct().ToList();
        var reporters = await db
            .Reporters.AsNoTracking()
            .Where(reporter => keys.Contains(reporter.Id))
            .ToDictionaryAsync(reporter => reporter.Id, cancellation);
        var now = said
            .Parts.SelectMany(part => part.Statements.Select(statement => (part.Reporter.Id, statement)))
            .ToDictionary(one => (one.Id, one.statement.Id), one => one.statement);
        var texts = now.Values.Select(statement => (statement.ChapterId, statement.Text)).ToHashSet();
        var chapters = said
            .Report.Chapters.Index()
            .ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);
        return
        [
            .. from answer in contested
            orderby answer.IsOpen descending, chapters.GetValueOrDefault(answer.ChapterId.Value, int.MaxValue), answer
                .Heading
                .Length, answer.Heading, Regions.PlaceOf(reporters[answer.ReporterId].County!)
            select new Contest(
                answer,
                reporters[answer.ReporterId],
                names[answer.AnsweredBy],
                answer.RepliedBy is { } who ? names[who] : null,
                now.GetValueOrDefault((answer.ReporterId, answer.Statement)),
                texts.Contains((answer.ChapterId.Value, answer.Text)),
                answer is { IsOpen: false, Outcome: ContestOutcome.Changed }
                    ? editions.LastOrDefault(edition => edition.PublishedAt > answer.RepliedAt)?.Number
                    : null
            ),
        ];
    }

    /// <summary>How many statements are new, and how many of those that were sent out are gone; each once, however many they are said of.</summary>
    private static int CountChanged(ComposeStatements.Result said, List<Sent> sent)
    {
        var now = said
            .Parts.SelectMany(part => part.Statements.Select(statement => (part.Reporter.Id, statement)))
            .ToDictionary(one => (one.Id, one.statement.Id), one => (one.statement.ChapterId, one.statement.Text));
        var before = sent.SelectMany(one => one.Statements.Keys.Select(id => (one.Reporter.Id, id))).ToHashSet();
        var added = now.Where(one => !before.Contains(one.Key)).Select(one => one.Value).Distinct().Count();
        // Their words are not read here: as many as at the reporter where most are gone.
        var gone = before
            .Where(one => !now.ContainsKey(one))
            .CountBy(one => one.Item1)
            .Select(one => one.Value)
            .DefaultIfEmpty()
            .Max();
        return Math.Max(added, gone);
    }
}
