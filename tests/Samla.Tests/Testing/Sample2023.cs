using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Tests.Testing;

/// <summary>The sample round: its files, and its things by the names they have there.</summary>
internal static class Sample2023
{
    private static readonly Lazy<Samla.Reference.Sample> Read = new(() =>
        Assert.IsType<Samla.Reference.Sample.Outcome.Fits>(Samla.Reference.Sample.Read(DataFolder.Sample)).Sample
    );

    public static Samla.Reference.Sample Files => Read.Value;

    public static Key<Round> Round { get; } = Named<Round>("2023");

    /// <summary>Region Värmland, that says it carries out its strategy and is silent on revising it.</summary>
    public static Key<Reporter> Värmland { get; } = Named<Reporter>("17");

    /// <summary>Region Dalarna, that is silent on several codes of <see cref="Strategy"/>.</summary>
    public static Key<Reporter> Dalarna { get; } = Named<Reporter>("20");

    /// <summary>The requirement on the strategy's implementation.</summary>
    public static Key<Requirement> Strategy { get; } = Named<Requirement>("rus-genomforande");

    /// <summary>A code of <see cref="Strategy"/>: the strategy is made anew. Seven say so, in note 1 of the sample's edition.</summary>
    public static Key<Code> Revises { get; } = Named<Code>("rus-reviderar");

    public static Key<T> Named<T>(string key) => Key<T>.Parse(key, null);

    /// <summary>The text that counts as a reporter's answer.</summary>
    public static Task<Source> Source(
        this TestDatabase database,
        Key<Reporter> reporter,
        Key<Requirement> requirement
    ) =>
        database.Ask(
            (SamlaDb db) =>
                (
                    from submission in db.Submissions
                    join answer in db.SubmittedAnswers
                        on new { SubmissionId = submission.Id, Version = submission.CurrentVersion } equals new
                        {
                            answer.SubmissionId,
                            answer.Version,
                        }
                    join source in db.Sources on answer.SourceId equals source.Id
                    where
                        submission.RoundId == Round
                        && submission.ReporterId == reporter
                        && answer.RequirementId == requirement
                    select source
                ).SingleAsync(TestContext.Current.CancellationToken)
        );

    /// <summary>Saves an answer as the reporter does.</summary>
    public static Task<SaveAnswer.Outcome> Save(
        this TestDatabase database,
        Key<Reporter> reporter,
        Key<Requirement> requirement,
        string text,
        int seen
    ) =>
        database.Ask(
            (SaveAnswer save) =>
                save.Run(Round, reporter, requirement, text, seen, "test", TestContext.Current.CancellationToken)
        );

    /// <summary>Submits the answers as the reporter does; a new version must come of it.</summary>
    public static async Task Submit(this TestDatabase database, Key<Reporter> reporter) =>
        Assert.IsType<SubmitReport.Outcome.Submitted>(
            await database.Ask(
                (SubmitReport submit) =>
                    submit.Run(
                        Round,
                        reporter,
                        seen: null,
                        decision: null,
                        "test",
                        TestContext.Current.CancellationToken
                    )
            )
        );

    /// <summary>A decision that somebody made before the clock of the tests begins.</summary>
    public static Decision DecisionBy(string whom) =>
        Assert
            .IsType<Decision.Outcome.Whole>(
                Decision.Read(new(whom, "2024-02-14", "RUN 2024/1", "regiondirektören"), new DateOnly(2024, 2, 21))
            )
            .Decision;

    /// <summary>What there is to know of a submitted version.</summary>
    public static async Task<ViewReceipt.Result?> Receipt(
        this TestDatabase database,
        Key<Reporter> reporter,
        int version
    )
    {
        var submission = await database.Ask(
            (SamlaDb db) =>
                db
                    .Submissions.Where(one => one.RoundId == Round && one.ReporterId == reporter)
                    .Select(one => one.Id)
                    .SingleAsync(TestContext.Current.CancellationToken)
        );
        return await database.Ask(
            (ViewReceipt view) => view.Run(submission, version, TestContext.Current.CancellationToken)
        );
    }

    /// <summary>The report as it is now.</summary>
    public static async Task<ReportDocument> Compose(this TestDatabase database) =>
        (await database.Ask((ComposeReport compose) => compose.Run(Round, TestContext.Current.CancellationToken)))!;

    /// <summary>Closes the round, as an administrator does.</summary>
    public static Task<bool> Close(this TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Rounds.SingleAsync(r => r.Id == Round, TestContext.Current.CancellationToken)).IsOpen = false;
                await db.Save(new Change("test", "round.close", "2023"), TestContext.Current.CancellationToken);
                return true;
            }
        );

    /// <summary>Keys as their names, in order.</summary>
    public static async Task<IEnumerable<string>> Names<T>(this Task<List<Key<T>>> keys) =>
        (await keys).Select(key => key.Value).Order(StringComparer.Ordinal);
}
