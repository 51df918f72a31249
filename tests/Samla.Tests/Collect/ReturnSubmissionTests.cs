using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;
using Samla.Tests.Testing;

namespace Samla.Tests.Collect;

public sealed class ReturnSubmissionTests(Databases databases) : IDisposable
{
    private const string Comment = "Skriv vilka mål som avses.";

    private readonly DirectoryInfo _outbox = Directory.CreateTempSubdirectory("samla-brev-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _outbox.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_return_leaves_the_version_as_it_was_and_the_next_one_closes_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await Allow(database);
        var before = await database.Source(Sample2023.Värmland, Sample2023.Strategy);

        var returned = Assert.IsType<ReturnSubmission.Outcome.Returned>(await Return(database));

        Assert.IsType<PostOffice.Outcome.Kept>(Assert.Single(returned.Letters));
        var open = Assert.Single(await List(database));
        Assert.Null(open.ClosedBy);
        Assert.Equal("Analytiker, provkonto", open.By);
        Assert.Equal(
            (Sample2023.Strategy, Comment),
            open.Return.Comments.Select(one => (one.RequirementId, one.Text)).Single()
        );
        Assert.Equal(before.Id, (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id);
        Assert.True(await IsReturned(database));

        await database.Save(Sample2023.Värmland, Sample2023.Strategy, "Rättat.", seen: 1);
        await database.Submit(Sample2023.Värmland);

        Assert.Equal(2, Assert.Single(await List(database)).ClosedBy);
        Assert.False(await IsReturned(database));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Fact]
    public async Task Answers_that_stand_are_handed_in_again_as_they_are()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Allow(database);
        var before = await database.Source(Sample2023.Värmland, Sample2023.Strategy);
        await Return(database);

        await database.Submit(Sample2023.Värmland);

        Assert.Equal(2, Assert.Single(await List(database)).ClosedBy);
        Assert.Equal(before.Id, (await database.Source(Sample2023.Värmland, Sample2023.Strategy)).Id);
        var again = await database.Ask(
            (SubmitReport submit) =>
                submit.Run(Sample2023.Round, Sample2023.Värmland, seen: null, decision: null, "test", Stop)
        );
        Assert.Equal(new SubmitReport.Outcome.Unchanged(2), again);
    }

    [Fact]
    public async Task Those_who_answer_for_the_submission_get_a_letter()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Allow(database);
        await Return(database, message: "Bra i övrigt.");
        var letter = await MimeMessage.LoadAsync(Assert.Single(_outbox.GetFiles("*.eml")).FullName, Stop);
        Assert.Equal("ansvarig.17@prov.example", Assert.Single(letter.To.Mailboxes).Address);
        Assert.Contains("version 1", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("med en kommentar", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("Bra i övrigt.", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://samla.example/redovisa/2023/17", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_stands_though_no_letter_came_through()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Allow(database);
        var returned = Assert.IsType<ReturnSubmission.Outcome.Returned>(await Return(database, mail: new()));
        Assert.IsType<PostOffice.Outcome.NotSent>(Assert.Single(returned.Letters));
        Assert.Single(await List(database));
    }

    [Fact]
    public async Task What_cannot_be_returned_is_said_and_nothing_is_saved()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        await Refused("kan en redovisning inte återlämnas", Return(database));
        await Allow(database);
        await Refused("minst ett svar", Return(database, comment: "  "));
        await Refused("för lång", Return(database, comment: new string('a', 2_001)));
        await Refused("ställs inte", Return(database, requirement: "anslag-lst-rus"));
        await Refused("ställs inte", Return(database, requirement: "finns-inte"));
        await Refused("Version 1 är inlämnad sedan", Return(database, version: 0));
        await database.Close();
        await Refused("Omgången är stängd", Return(database));
        Assert.Empty(await List(database));
        Assert.Empty(_outbox.GetFiles());

        static async Task Refused(string why, Task<ReturnSubmission.Outcome> outcome) =>
            Assert.Contains(
                why,
                Assert.IsType<ReturnSubmission.Outcome.Refused>(await outcome).Message,
                StringComparison.Ordinal
            );
    }

    private static Task<int> Allow(TestDatabase database) =>
        database.Tamper("""UPDATE "Rounds" SET "AllowsReturn" = true WHERE "Id" = '2023'""");

    private async Task<ReturnSubmission.Outcome> Return(
        TestDatabase database,
        int version = 1,
        string comment = Comment,
        string requirement = "rus-genomforande",
        string message = "",
        MailSettings? mail = null
    )
    {
        var account = await database.Ask(
            (SamlaDb db) => db.Accounts.SingleAsync(one => one.Email == "analytiker@prov.example", Stop)
        );
        var analyst = new Visitor(account.Id, default, account.Name, Roles.Analyst, null, null, IsSample: true);
        var post = new PostOffice(
            mail ?? new MailSettings { Outbox = _outbox.FullName },
            database.Clock,
            NullLogger<PostOffice>.Instance
        );
        return await database.Ask(
            (IServiceProvider services) =>
                ActivatorUtilities
                    .CreateInstance<ReturnSubmission>(services, post)
                    .Run(
                        Sample2023.Round,
                        Sample2023.Värmland,
                        version,
                        message,
                        new Dictionary<Key<Requirement>, string>
                        {
                            [Sample2023.Named<Requirement>(requirement)] = comment,
                            [Sample2023.Named<Requirement>("rus-hallbarhet")] = "",
                        },
                        "https://samla.example/redovisa/2023/17",
                        analyst,
                        Stop
                    )
        );
    }

    private static async Task<IReadOnlyList<ListReturns.Line>> List(TestDatabase database)
    {
        var submission = await database.Ask(
            (SamlaDb db) =>
                db
                    .Submissions.AsNoTracking()
                    .SingleAsync(one => one.RoundId == Sample2023.Round && one.ReporterId == Sample2023.Värmland, Stop)
        );
        return await database.Ask((ListReturns list) => list.Run(submission, Stop));
    }

    private static async Task<bool> IsReturned(TestDatabase database) =>
        (await database.Ask((ListSubmissions list) => list.Run(Sample2023.Round, Stop)))!
            .Lines.Single(line => line.Reporter.Id == Sample2023.Värmland)
            .IsReturned;
}
