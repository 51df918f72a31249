using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class SaveAnswerTests(Databases databases)
{
    /// <summary>A question that the sample leaves unanswered.</summary>
    private static readonly Key<Requirement> Free = Sample2023.Named<Requirement>("medskick-fritt");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_first_answer_and_the_next_are_numbered_as_they_are_saved(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(new SaveAnswer.Outcome.Saved(1, 5), await Save(database, Free, "Ett å", seen: 0));
        Assert.Equal(new SaveAnswer.Outcome.Saved(2, 6), await Save(database, Free, "Två åå", seen: 1));
        Assert.Equal(("Två åå", 2), await Kept(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_same_text_again_is_no_change(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, Free, "Text", seen: 0);
        var lines = (await database.Verify()).Lines;
        Assert.Equal(new SaveAnswer.Outcome.Saved(1, 4), await Save(database, Free, "Text\r\n", seen: 1));
        Assert.Equal(lines, (await database.Verify()).Lines);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_has_not_seen_the_latest_text_gets_it_and_overwrites_nothing(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Save(database, Free, "Deras", seen: 0);
        Assert.Equal(new SaveAnswer.Outcome.Conflict("Deras", 1), await Save(database, Free, "Min", seen: 0));
        Assert.Equal(("Deras", 1), await Kept(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_save_at_once_one_wins_and_all_learn_whose_text_it_was(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        foreach (var seen in (int[])[0, 1])
        {
            var outcomes = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(writer => Task.Run(() => Save(database, Free, $"Text {seen} av {writer}", seen), Stop))
            );
            Assert.Single(outcomes.OfType<SaveAnswer.Outcome.Saved>());
            var kept = await Kept(database);
            Assert.All(
                outcomes.OfType<SaveAnswer.Outcome.Conflict>(),
                conflict => Assert.Equal(kept, (conflict.TheirText, conflict.Revision))
            );
            Assert.Equal(5, outcomes.OfType<SaveAnswer.Outcome.Conflict>().Count());
        }

        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_over_the_limit_is_saved_but_one_beyond_all_reason_is_not(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.Equal(new SaveAnswer.Outcome.Saved(1, 2_001), await Save(database, Free, new string('a', 2_001), 0));
        Assert.IsType<SaveAnswer.Outcome.Refused>(
            await Save(database, Free, new string('b', SaveAnswer.MostCharacters + 1), 1)
        );
        Assert.Equal((new string('a', 2_001), 1), await Kept(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Signs_that_cannot_be_kept_stop_nobody_from_saving(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        Assert.IsType<SaveAnswer.Outcome.Saved>(await Save(database, Free, "noll\0 och halvt \uD83D!", 0));
        Assert.Equal(("noll och halvt \uFFFD!", 1), await Kept(database));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_closed_round_takes_no_answers(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Close();
        var refused = Assert.IsType<SaveAnswer.Outcome.Refused>(await Save(database, Free, "För sent", 0));
        Assert.Contains("stängd", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Kept(database));
    }

    [Theory]
    [InlineData("2023", "17", "finns-inte")]
    [InlineData("2023", "17", "anslag-lst-rus")] // is asked of the county administrative boards
    [InlineData("2023", "lst-17", "rus-genomforande")]
    [InlineData("2023", "lst-01", "anslag-lst-rus")] // of six of them
    [InlineData("2023", "02", "rus-genomforande")]
    [InlineData("2099", "17", "rus-genomforande")]
    public async Task An_answer_to_what_was_not_asked_is_refused(string round, string reporter, string requirement)
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        Assert.IsType<SaveAnswer.Outcome.Refused>(
            await database.Ask(
                (SaveAnswer save) =>
                    save.Run(
                        Sample2023.Named<Round>(round),
                        Sample2023.Named<Reporter>(reporter),
                        Sample2023.Named<Requirement>(requirement),
                        "Svar",
                        seenRevision: 0,
                        "test",
                        Stop
                    )
            )
        );
    }

    private static Task<SaveAnswer.Outcome> Save(
        TestDatabase database,
        Key<Requirement> requirement,
        string text,
        int seen
    ) => database.Save(Sample2023.Värmland, requirement, text, seen);

    private static async Task<(string, int)?> Kept(TestDatabase database)
    {
        var kept = await database.Ask(
            (SamlaDb db) =>
                (
                    from answer in db.Answers
                    join submission in db.Submissions on answer.SubmissionId equals submission.Id
                    where submission.ReporterId == Sample2023.Värmland && answer.RequirementId == Free
                    select answer
                ).SingleOrDefaultAsync(Stop)
        );
        return kept is null ? null : (kept.Text, kept.Revision);
    }
}
