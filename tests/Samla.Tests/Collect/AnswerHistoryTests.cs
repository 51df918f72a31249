using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class AnswerHistoryTests(Databases databases)
{
    /// <summary>A question that the sample leaves unanswered.</summary>
    private static readonly Key<Requirement> Free = Sample2023.Named<Requirement>("medskick-fritt");

    private static readonly string Long = new('å', 300);

    private static readonly string Other = new('ä', 300);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Saves_that_go_on_are_one_text_and_what_is_deleted_stays(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Free, "å", seen: 0);
        await database.Save(Sample2023.Värmland, Free, Long, seen: 1);
        await database.Save(Sample2023.Värmland, Free, "", seen: 2);
        await database.Save(Sample2023.Värmland, Free, "Nytt", seen: 3);

        var history = await History(database, Free, chosen: 1);

        Assert.Equal([(3, 4), (1, 300)], history.Entries.Select(entry => (entry.Number, entry.Length)));
        Assert.All(history.Entries, entry => Assert.Equal("test", entry.By));
        Assert.Equal((Long, ""), (history.One!.Text, history.One.Before));
        Assert.Null(history.Older);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_text_from_before_there_were_histories_is_kept_when_it_is_changed(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var source = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        Assert.Empty((await History(database, Sample2023.Strategy)).Entries);

        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Något helt annat.", seen: 1);

        var history = await History(database, Sample2023.Strategy, chosen: 2);
        Assert.Equal([("test", 2), ("", 1)], history.Entries.Select(entry => (entry.By, entry.Number)));
        Assert.Equal(("Något helt annat.", source.Text), (history.One!.Text, history.One.Before));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_long_history_comes_a_page_at_a_time(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        for (var save = 0; save < TextHistory.PageSize + 2; save++)
        {
            await database.Save(Sample2023.Värmland, Free, save % 2 == 0 ? Long : Other, save);
        }

        var first = await History(database, Free);
        var second = await History(database, Free, from: first.Older);

        Assert.Equal(TextHistory.PageSize, first.Entries.Count);
        Assert.Equal([2, 1], second.Entries.Select(entry => entry.Number));
        Assert.Null(second.Older);
        Assert.Null((await History(database, Free, chosen: 999)).One);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_trail_tells_that_a_draft_was_saved_and_not_what_it_says(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Free, "Hemligt utkast", seen: 0);
        await database.Save(Sample2023.Värmland, Free, "Hemligt utkast igen", seen: 1);

        var lines = await database.Ask(
            (SamlaDb db) => db.Audit.AsNoTracking().Where(line => line.Action == "answer.save").ToListAsync(Stop)
        );

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.DoesNotContain("Hemligt", line.Changes, StringComparison.Ordinal));
        Assert.Contains(
            $"14 tecken, sha256 {Source.HashOf("Hemligt utkast")}",
            lines[0].Changes,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"19 tecken, sha256 {Source.HashOf("Hemligt utkast igen")}",
            lines[1].Changes,
            StringComparison.Ordinal
        );
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task What_others_have_saved_since_is_found_with_who_did(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Save(Sample2023.Värmland, Free, "Först", seen: 0);
        await database.Save(Sample2023.Värmland, Free, "Sedan", seen: 1);

        Assert.Empty((await New(database, seen: 2))!);
        var news = Assert.Single((await New(database, seen: 1))!);
        Assert.Equal((Free, "Sedan", 2, "test"), (news.Requirement, news.Text, news.Revision, news.By));
        Assert.Null(
            await database.Ask(
                (FindNewAnswers find) =>
                    find.Run(
                        Sample2023.Round,
                        Sample2023.Named<Reporter>("99"),
                        Sample2023.Named<Section>("medskick"),
                        new Dictionary<Key<Requirement>, int>(),
                        Stop
                    )
            )
        );
    }

    private static Task<IReadOnlyList<FindNewAnswers.NewAnswer>?> New(TestDatabase database, int seen) =>
        database.Ask(
            (FindNewAnswers find) =>
                find.Run(
                    Sample2023.Round,
                    Sample2023.Värmland,
                    Sample2023.Named<Section>("medskick"),
                    new Dictionary<Key<Requirement>, int> { [Free] = seen },
                    Stop
                )
        );

    private static async Task<TextHistory> History(
        TestDatabase database,
        Key<Requirement> requirement,
        int? from = null,
        int? chosen = null
    )
    {
        var submission = await database.Ask(
            (SamlaDb db) =>
                db.Submissions.SingleAsync(
                    s => s.RoundId == Sample2023.Round && s.ReporterId == Sample2023.Värmland,
                    Stop
                )
        );
        return await database.Ask((ViewAnswerHistory view) => view.Run(submission.Id, requirement, from, chosen, Stop));
    }
}
