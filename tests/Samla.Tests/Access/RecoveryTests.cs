using Samla.Access;
using Samla.Domain.Access;
using Samla.Tests.Testing;

namespace Samla.Tests.Access;

public sealed class RecoveryTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_new_password_opens_a_locked_account_and_ends_what_was_begun_with_the_old(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var person = await database.Person("person", Roles.Analyst);
        await database.Tamper("""UPDATE "Accounts" SET "LockedUntil" = '2030-01-01 00:00:00', "FailedSignIns" = 9""");

        var link = await database.Recover(" Person@Organisation.se");
        Assert.Equal(1, (link!.Until - database.Clock.GetUtcNow()).TotalHours, tolerance: 0.01);
        Assert.IsType<FollowLink.Outcome.Followed>(await database.Follow(link.Secret, LinkPurpose.Recovery));

        Assert.Null(await database.Find(person.Session));
        var account = await database.Account(person);
        Assert.Equal(("hash Recovery", 0, null), (account.PasswordHash, account.FailedSignIns, account.LockedUntil));
        Assert.IsType<FollowLink.Outcome.Gone>(await database.Follow(link.Secret, LinkPurpose.Recovery));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task There_is_a_link_only_for_an_account_that_lets_somebody_in_and_three_at_most(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        await database.Invite(Visitor.AtCommandLine, "inbjuden", Roles.Analyst);
        await database.Person("person", Roles.Analyst);

        Assert.Null(await database.Recover("ingen@organisation.se"));
        Assert.Null(await database.Recover("inbjuden@organisation.se"));
        Assert.Null(await database.Recover("analytiker@prov.example"));
        Assert.Null(await database.Recover(""));
        for (var time = 0; time < 3; time++)
        {
            Assert.NotNull(await database.Recover("person@organisation.se"));
        }

        Assert.Null(await database.Recover("person@organisation.se"));
        database.Clock.Pass(TimeSpan.FromHours(1));
        Assert.NotNull(await database.Recover("person@organisation.se"));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Changing_the_password_ends_all_sign_ins_but_this_one(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var here = await database.Person("person", Roles.Analyst);
        var there = await database.SignIn("person@organisation.se");
        var somebodyElse = await database.Person("annan", Roles.Analyst);

        Assert.Null(await database.Ask((ChangePassword change) => change.Run(here, "ny hash", Stop)));

        Assert.NotNull(await database.Find(here.Session));
        Assert.Null(await database.Find(there.Session));
        Assert.NotNull(await database.Find(somebodyElse.Session));
        Assert.Equal("ny hash", (await database.Account(here)).PasswordHash);
    }
}
