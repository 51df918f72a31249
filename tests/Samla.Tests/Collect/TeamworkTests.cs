using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class TeamworkTests(Databases databases)
{
    private static readonly Key<Section> Strategy = Sample2023.Named<Section>("rus");

    /// <summary>The round's last day, and the day that it is.</summary>
    private static readonly DateOnly Due = new(2024, 2, 21);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_section_is_given_to_a_colleague_and_taken_back(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (lead, officer) = await People(database);

        var given = Assert.IsType<DelegateSection.Outcome.Delegated>(await Give(database, lead, officer.Account, Due));
        Assert.Equal((officer.Account, true), (given.To!.Id, given.IsNews));
        var work = (await Team(database, lead)).On(Strategy);
        Assert.Equal((officer.Name, Due), (work.Who!.Name, work.DueOn));

        // Only the date is another: the person knows already.
        Assert.False(
            Assert.IsType<DelegateSection.Outcome.Delegated>(await Give(database, lead, officer.Account, null)).IsNews
        );
        Assert.Equal(
            new DelegateSection.Outcome.Delegated(null, IsNews: false),
            await Give(database, lead, to: null, dueOn: null)
        );
        Assert.Null((await Team(database, lead)).On(Strategy).Who);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nobody_writes_a_letter_to_themselves(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (lead, _) = await People(database);
        Assert.False(
            Assert.IsType<DelegateSection.Outcome.Delegated>(await Give(database, lead, lead.Account, null)).IsNews
        );
    }

    [Fact]
    public async Task A_section_is_not_given_to_strangers_nor_for_a_day_that_has_been()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (lead, _) = await People(database);
        var stranger = await Visitor(database, "ansvarig.20");

        Assert.Contains("konto", Refusal(await Give(database, lead, stranger.Account, null)), StringComparison.Ordinal);
        Assert.Contains(
            "har varit",
            Refusal(await Give(database, lead, null, new DateOnly(2001, 1, 1))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "finns inte",
            Refusal(await Give(database, lead, null, null, Sample2023.Named<Section>("finns-inte"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "senast 21\u00a0februari",
            Refusal(await Give(database, lead, null, Due.AddDays(1))),
            StringComparison.Ordinal
        );
        await database.Close();
        Assert.Contains("stängd", Refusal(await Give(database, lead, lead.Account, null)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_section_is_said_to_be_done_and_it_shows_when_an_answer_is_saved_after_that(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (lead, _) = await People(database);
        database.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Null(await Mark(database, lead, isDone: true));
        Assert.Null(await Mark(database, lead, isDone: true));
        var work = (await Team(database, lead)).On(Strategy);
        Assert.Equal((lead.Name, false), (work.DoneBy, work.IsChangedSince));

        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Något helt annat.", seen: 1);
        Assert.True((await Team(database, lead)).On(Strategy).IsChangedSince);

        Assert.Null(await Mark(database, lead, isDone: false));
        Assert.Null((await Team(database, lead)).On(Strategy).DoneAt);
        Assert.Equal(
            ["work.done", "work.undone"],
            await database.Ask(
                (SamlaDb db) =>
                    db
                        .Audit.Where(line => line.Action.StartsWith("work."))
                        .Select(line => line.Action)
                        .ToListAsync(Stop)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Colleagues_comment_on_an_answer_and_settle_what_was_said(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var (lead, officer) = await People(database);
        Assert.Null(await Comment(database, officer, "Stämmer årtalet?\r\n"));
        Assert.Null(await Comment(database, lead, "Ja."));

        var said = (await Team(database, lead)).Comments[Sample2023.Strategy].ToList();
        Assert.Equal(
            [(officer.Name, "Stämmer årtalet?"), (lead.Name, "Ja.")],
            said.Select(comment => (comment.By, comment.Said.Text))
        );

        Assert.Null(await Settle(database, lead, said[0].Said.Id, isSettled: true));
        Assert.Equal(
            [lead.Name, null],
            (await Team(database, lead)).Comments[Sample2023.Strategy].Select(comment => comment.SettledBy)
        );
        Assert.Null(await Settle(database, lead, said[0].Said.Id, isSettled: false));
        Assert.All(
            (await Team(database, lead)).Comments[Sample2023.Strategy],
            comment => Assert.Null(comment.SettledBy)
        );
        Assert.DoesNotContain(
            await database.Ask((SamlaDb db) => db.Audit.Select(line => line.Changes).ToListAsync(Stop)),
            changes => changes.Contains("årtalet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_comment_that_says_nothing_or_too_much_is_refused_and_so_is_another_reporters()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (lead, _) = await People(database);
        Assert.Equal("Skriv något först.", await Comment(database, lead, " \n"));
        Assert.Equal(
            "Kommentaren är 3 tecken för lång. Korta den.",
            await Comment(database, lead, new string('å', AnswerComment.MostCharacters + 3))
        );
        Assert.Null(await Comment(database, lead, "Vår"));
        var ours = (await Team(database, lead)).Comments[Sample2023.Strategy].Single().Said.Id;
        Assert.Equal(
            "Kommentaren finns inte längre.",
            await database.Ask(
                (CommentOnAnswer comment) =>
                    comment.Settle(Sample2023.Round, Sample2023.Dalarna, ours, true, "test", Stop)
            )
        );
    }

    private static async Task<(Visitor Lead, Visitor Officer)> People(TestDatabase database) =>
        (await Visitor(database, "ansvarig.17"), await Visitor(database, "handlaggare.17"));

    private static async Task<Visitor> Visitor(TestDatabase database, string name)
    {
        var account = await database.Ask(
            (SamlaDb db) => db.Accounts.SingleAsync(a => a.Email == $"{name}@prov.example", Stop)
        );
        return new Visitor(
            account.Id,
            default,
            account.Name,
            account.Roles,
            account.ReporterId,
            null,
            account.IsSample
        );
    }

    private static Task<DelegateSection.Outcome> Give(
        TestDatabase database,
        Visitor by,
        Id<Account>? to,
        DateOnly? dueOn,
        Key<Section>? section = null
    ) =>
        database.Ask(
            (DelegateSection give) =>
                give.Run(by, Sample2023.Round, Sample2023.Värmland, section ?? Strategy, to, dueOn, Stop)
        );

    private static string Refusal(DelegateSection.Outcome outcome) =>
        Assert.IsType<DelegateSection.Outcome.Refused>(outcome).Message;

    private static Task<string?> Mark(TestDatabase database, Visitor by, bool isDone) =>
        database.Ask(
            (MarkSection mark) => mark.Run(Sample2023.Round, Sample2023.Värmland, Strategy, isDone, by.Actor, Stop)
        );

    private static Task<string?> Comment(TestDatabase database, Visitor by, string text) =>
        database.Ask(
            (CommentOnAnswer comment) =>
                comment.Run(Sample2023.Round, Sample2023.Värmland, Sample2023.Strategy, text, by.Actor, Stop)
        );

    private static Task<string?> Settle(TestDatabase database, Visitor by, Id<AnswerComment> id, bool isSettled) =>
        database.Ask(
            (CommentOnAnswer comment) =>
                comment.Settle(Sample2023.Round, Sample2023.Värmland, id, isSettled, by.Actor, Stop)
        );

    private static async Task<ViewTeamwork.Result> Team(TestDatabase database, Visitor by)
    {
        var view = await database.Ask((ViewSubmission see) => see.Run(Sample2023.Round, Sample2023.Värmland, Stop));
        return await database.Ask((ViewTeamwork team) => team.Run(by, view!, Stop));
    }
}
