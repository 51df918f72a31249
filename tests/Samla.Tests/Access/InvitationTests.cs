using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Access;

public sealed class InvitationTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_invited_comes_in_by_the_link_once_and_under_the_name_that_was_chosen(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lead = await database.Person("ansvarig", Roles.Lead, Sample2023.Värmland);

        var invited = await database.Invite(lead, "kollega", Roles.Officer, Sample2023.Värmland);

        Assert.Equal(AccountState.Invited, await StateOf(database, lead, invited.Account));
        Assert.Equal("Region Värmland", (await database.FindLink(invited.Secret))!.ReporterName);
        Assert.Null(await database.FindLink(invited.Secret, LinkPurpose.Recovery));
        Assert.IsType<FollowLink.Outcome.Refused>(await database.Follow(invited.Secret, name: "www.fel/adress"));
        var followed = Assert.IsType<FollowLink.Outcome.Followed>(
            await database.Follow(invited.Secret, name: " Åsa Öberg ")
        );
        Assert.Equal("Åsa Öberg", followed.Account.Name);
        Assert.Equal(AccountState.Open, await StateOf(database, lead, invited.Account));
        Assert.IsType<FollowLink.Outcome.Gone>(await database.Follow(invited.Secret));
        Assert.Null(await database.FindLink(invited.Secret));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_come_with_one_link_at_once_one_gets_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var invited = await database.Invite(Visitor.AtCommandLine, "kollega", Roles.Analyst);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.Follow(invited.Secret), Stop))
        );

        Assert.Single(outcomes.OfType<FollowLink.Outcome.Followed>());
        Assert.Equal(5, outcomes.OfType<FollowLink.Outcome.Gone>().Count());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_many_who_invite_the_same_address_at_once_one_does(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Task.Run(
                        () =>
                            database.TryInvite(
                                Visitor.AtCommandLine,
                                new("Samma@Organisation.se ", "Samma", Roles.Analyst, Reporter: null)
                            ),
                        Stop
                    )
                )
        );

        Assert.Single(outcomes.OfType<InviteAccount.Outcome.Invited>());
        Assert.All(
            outcomes.OfType<InviteAccount.Outcome.Refused>(),
            refused => Assert.Equal(AccountField.Email, Assert.Single(refused.Problems).Field)
        );
        Assert.Equal("samma@organisation.se", (await database.Account("samma@organisation.se")).Email);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_link_ends_after_a_fortnight_and_a_new_one_takes_its_place(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var first = await database.Invite(Visitor.AtCommandLine, "kollega", Roles.Analyst);
        Assert.Equal(14, (first.Until - first.Account.CreatedAt).TotalDays, tolerance: 0.001);

        database.Clock.Pass(TimeSpan.FromDays(14));
        Assert.IsType<FollowLink.Outcome.Gone>(await database.Follow(first.Secret));
        Assert.Equal(AccountState.InvitationEnded, await StateOf(database, Visitor.AtCommandLine, first.Account));

        var second = Assert.IsType<InviteAgain.Outcome.Invited>(await Again(database, first.Account));
        var third = Assert.IsType<InviteAgain.Outcome.Invited>(await Again(database, first.Account));
        Assert.IsType<FollowLink.Outcome.Gone>(await database.Follow(second.Invitation.Secret));
        Assert.IsType<FollowLink.Outcome.Followed>(await database.Follow(third.Invitation.Secret));
        Assert.IsType<InviteAgain.Outcome.Refused>(await Again(database, first.Account));
    }

    [Fact]
    public async Task Only_those_who_manage_accounts_invite_and_only_where_they_manage_them()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var (own, other) = (Sample2023.Värmland, Sample2023.Dalarna);
        var lead = await database.Person("ansvarig", Roles.Lead, own);
        var administrator = await database.Person("administrator", Roles.Administrator);
        (Visitor By, Roles Roles, Domain.Key<Reporter>? Reporter, bool MayInvite)[] cases =
        [
            (lead, Roles.Officer, own, true),
            (lead, Roles.Officer | Roles.Lead, own, true),
            (lead, Roles.Officer, other, false),
            (lead, Roles.Administrator, null, false),
            (lead, Roles.Analyst, own, false),
            (lead, Roles.None, own, false),
            (await database.Person("handlaggare", Roles.Officer, own), Roles.Officer, own, false),
            (await database.Person("analytiker", Roles.Analyst), Roles.Analyst, null, false),
            (administrator, Roles.Analyst | Roles.Administrator, null, true),
            (administrator, Roles.Lead, other, true),
            (administrator, Roles.Lead, null, false),
            (administrator, Roles.Lead | Roles.Analyst, other, false),
            (administrator, Roles.Lead, Sample2023.Named<Reporter>("saknas"), false),
        ];
        foreach (var (index, (by, roles, reporter, mayInvite)) in cases.Index())
        {
            var outcome = await database.TryInvite(
                by,
                new($"person{index}@organisation.se", "Person", roles, reporter)
            );
            Assert.Equal((index, mayInvite), (index, outcome is InviteAccount.Outcome.Invited));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("namn")]
    [InlineData("namn@organisation")]
    [InlineData("namn namn@organisation.se")]
    [InlineData("namn@@organisation.se")]
    [InlineData("nämn@organisation.se")]
    [InlineData("namn@organisation..se")]
    [InlineData("namn@-organisation.se")]
    [InlineData("\"namn\"@organisation.se")]
    [InlineData("namn@organisation.se, annan@organisation.se")]
    [InlineData("namn@organisation.se\r\nBcc: annan@organisation.se")]
    [InlineData("ny@prov.example")]
    public async Task What_is_no_address_is_refused(string address)
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var outcome = await database.TryInvite(
            Visitor.AtCommandLine,
            new(address, "Namn", Roles.Analyst, Reporter: null)
        );
        Assert.Equal(
            AccountField.Email,
            Assert.Single(Assert.IsType<InviteAccount.Outcome.Refused>(outcome).Problems).Field
        );
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        var outcome = await database.TryInvite(
            Visitor.AtCommandLine,
            new("fel", "https://fel.se", Roles.None, Sample2023.Värmland)
        );
        Assert.Equal(
            [AccountField.Email, AccountField.Name, AccountField.Reporter, AccountField.Roles],
            Assert.IsType<InviteAccount.Outcome.Refused>(outcome).Problems.Select(problem => problem.Field)
        );
    }

    // Or the sample would be a way into real work: whoever tries it may be its administrator.
    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_was_invited_by_the_sample_stays_in_it(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var real = await database.Person("verklig", Roles.Administrator);
        var sample = await database.Sample("administrator");

        Assert.DoesNotContain(await database.List(sample), line => line.Account.Id == real.Account);
        Assert.NotNull(await database.Shut(sample, real));
        Assert.NotNull(await database.ChangeRoles(sample, real, Roles.Analyst));
        var first = await database.Invite(sample, "provare", Roles.Administrator);
        var second = await database.Invite(sample, "provare2", Roles.Administrator);
        Assert.IsType<FollowLink.Outcome.Followed>(await database.Follow(first.Secret));
        var tried = await database.SignIn(first.Account.Email);
        Assert.True(tried.IsSample);
        // None of the sample's own: no one-click sign-in without a password.
        Assert.DoesNotContain(
            await database.Ask((SampleAccounts samples) => samples.List(Stop)),
            account => account.Email == first.Account.Email
        );

        await database.Tamper("""UPDATE "Rounds" SET "Origin" = 'Reported'""");

        Assert.Null(await database.Find(tried.Session));
        Assert.Null(await database.FindLink(second.Secret));
        Assert.NotNull(await database.Find(real.Session));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Neither_the_secret_nor_the_person_is_in_the_audit_trail(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var invited = await database.Invite(Visitor.AtCommandLine, "hemligperson", Roles.Analyst);
        await database.Follow(invited.Secret, name: "Hemlig Person");

        var trail = await database.Ask((SamlaDb db) => db.Audit.AsNoTracking().ToListAsync(Stop));
        var links = await database.Ask((SamlaDb db) => db.AccountLinks.AsNoTracking().ToListAsync(Stop));

        var lines = trail.Select(line => $"{line.Actor} {line.Action} {line.Subject} {line.Changes}").ToList();
        Assert.Contains(lines, line => line.Contains("account.invite", StringComparison.Ordinal));
        Assert.All(
            lines,
            line =>
                Assert.DoesNotMatch(
                    $"(?i)hemlig|{invited.Secret}|{SecretText.HashOf(invited.Secret)}|hash Invitation",
                    line
                )
        );
        Assert.Empty(links);
    }

    private static Task<InviteAgain.Outcome> Again(TestDatabase database, Account account) =>
        database.Ask((InviteAgain again) => again.Run(Visitor.AtCommandLine, account.Id, Stop));

    private static async Task<AccountState> StateOf(TestDatabase database, Visitor by, Account account) =>
        (await database.List(by)).Single(line => line.Account.Id == account.Id).State;
}
