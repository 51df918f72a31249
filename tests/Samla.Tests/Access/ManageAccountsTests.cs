using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Access;

public sealed class ManageAccountsTests(Databases databases)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_shut_out_is_so_at_once_until_let_in_again(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lead = await database.Person("ansvarig", Roles.Lead, Sample2023.Värmland);
        var officer = await database.Person("handlaggare", Roles.Officer, Sample2023.Värmland);
        var link = await database.Recover("handlaggare@organisation.se");

        Assert.Null(await database.Shut(lead, officer));

        Assert.Null(await database.Find(officer.Session));
        Assert.Null(await database.FindLink(link!.Secret, LinkPurpose.Recovery));
        Assert.Null(await database.Recover("handlaggare@organisation.se"));
        Assert.Null(await database.Ask((OpenAccount open) => open.Run(lead, officer.Account, Stop)));
        Assert.NotNull(await database.SignIn("handlaggare@organisation.se"));
        Assert.Null(await database.Find(officer.Session));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nobody_manages_who_belongs_elsewhere(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var lead = await database.Person("ansvarig", Roles.Lead, Sample2023.Värmland);
        var officer = await database.Person("handlaggare", Roles.Officer, Sample2023.Värmland);
        var elsewhere = await database.Person("annan", Roles.Officer, Sample2023.Dalarna);
        var agency = await database.Person("analytiker", Roles.Analyst);
        foreach (
            var (by, whom) in ((Visitor, Visitor)[])[(lead, elsewhere), (lead, agency), (officer, lead), (agency, lead)]
        )
        {
            Assert.NotNull(await database.Shut(by, whom));
            Assert.NotNull(await database.Erase(by, whom));
            Assert.NotNull(await database.ChangeRoles(by, whom, whom.Roles));
            Assert.NotNull(await database.Ask((OpenAccount open) => open.Run(by, whom.Account, Stop)));
            Assert.IsType<InviteAgain.Outcome.Refused>(
                await database.Ask((InviteAgain again) => again.Run(by, whom.Account, Stop))
            );
            Assert.Null(await database.Ask((ListAccounts list) => list.Find(by, whom.Account, Stop)));
            Assert.NotNull(await database.Find(whom.Session));
        }

        Assert.Equal(
            ["ansvarig", "handlaggare"],
            (await database.List(lead)).Select(line => line.Account.Name).Where(name => !name.Contains(' '))
        );
        Assert.All(await database.List(lead), line => Assert.Equal("Region Värmland", line.ReporterName));
        Assert.Empty(await database.List(officer));
        Assert.Empty(await database.List(agency));
        Assert.Equal("17", Assert.Single(await Reporters(database, lead)).Id.Value);
        Assert.Empty(await Reporters(database, agency));
    }

    [Fact]
    public async Task Names_are_in_Swedish_order()
    {
        await using var database = await databases.Empty(Engine.Sqlite);
        foreach (var (index, name) in ((string[])["Örjan", "Zara", "Åsa", "Ärla", "Alva"]).Index())
        {
            await database.TryInvite(
                Visitor.AtCommandLine,
                new($"person{index}@organisation.se", name, Roles.Analyst, Reporter: null)
            );
        }

        Assert.Equal(
            ["Alva", "Zara", "Åsa", "Ärla", "Örjan"],
            (await database.List(Visitor.AtCommandLine)).Select(line => line.Account.Name)
        );
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Nobody_can_lock_themselves_or_everybody_out(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var only = await database.Person("administrator", Roles.Administrator);
        // Invited, but cannot come in yet; and one of the sample, who cannot manage what is real.
        await database.Invite(only, "inbjuden", Roles.Administrator);

        Assert.Contains("ditt eget konto", await database.Shut(only, only), StringComparison.Ordinal);
        Assert.Contains("ditt eget konto", await database.Erase(only, only), StringComparison.Ordinal);
        Assert.Contains("dig själv", await database.ChangeRoles(only, only, Roles.Analyst), StringComparison.Ordinal);
        Assert.Contains("minst en roll", await database.ChangeRoles(only, only, Roles.None), StringComparison.Ordinal);
        Assert.Contains("enda", await database.Shut(Visitor.AtCommandLine, only), StringComparison.Ordinal);
        Assert.Contains("enda", await database.Erase(Visitor.AtCommandLine, only), StringComparison.Ordinal);
        Assert.Contains(
            "enda",
            await database.ChangeRoles(Visitor.AtCommandLine, only, Roles.Analyst),
            StringComparison.Ordinal
        );
        Assert.Null(await database.ChangeRoles(only, only, Roles.Administrator | Roles.Analyst));

        var second = await database.Person("administrator2", Roles.Administrator);
        Assert.Null(await database.ChangeRoles(second, only, Roles.Analyst));
        Assert.Equal(Roles.Analyst, (await database.Find(only.Session))!.Roles);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Of_two_administrators_who_shut_each_other_out_at_once_one_stays(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var one = await database.Person("ena", Roles.Administrator);
        var other = await database.Person("andra", Roles.Administrator);

        var outcomes = await Task.WhenAll(
            Task.Run(() => database.Shut(one, other), Stop),
            Task.Run(() => database.Shut(other, one), Stop)
        );

        Assert.Single(outcomes, outcome => outcome is null);
        Visitor?[] left = [await database.Find(one.Session), await database.Find(other.Session)];
        Assert.Single(left.OfType<Visitor>());
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task Who_is_forgotten_leaves_nothing_but_what_was_done(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var administrator = await database.Person("administrator", Roles.Administrator);
        var analyst = await database.Person("glomd", Roles.Analyst);
        var another = await database.Person("glomd2", Roles.Analyst);
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Passkeys.Add(PasskeyOf(analyst.Account));
                await db.Save(new Change(analyst.Actor, "test", "test"), Stop);
                return true;
            }
        );

        Assert.Null(await database.Erase(administrator, analyst));
        Assert.Null(await database.Erase(administrator, another));

        var account = await database.Account(analyst);
        Assert.True(account is { IsErased: true, IsShut: true, Name: "", PasswordHash: null });
        Assert.DoesNotContain("glomd", account.Email, StringComparison.Ordinal);
        Assert.Null(await database.Find(analyst.Session));
        Assert.Empty(await database.Ask((SamlaDb db) => db.Passkeys.ToListAsync(Stop)));
        Assert.Null(await database.Recover("glomd@organisation.se"));
        Assert.DoesNotContain(await database.List(administrator), line => line.Account.Id == analyst.Account);
        Assert.NotNull(await database.Ask((OpenAccount open) => open.Run(administrator, analyst.Account, Stop)));
        var names = await database.Ask((ActorNames actors) => actors.Run([analyst.Actor, administrator.Actor], Stop));
        Assert.Equal("ett konto som inte finns längre", names[analyst.Actor]);
        Assert.Equal("administrator", names[administrator.Actor]);
        Assert.Empty((await database.Verify()).Faults);
        // The address is free again.
        await database.Invite(administrator, "glomd", Roles.Analyst);
    }

    [Fact]
    public async Task A_shared_sample_account_keeps_its_name_and_password_and_is_no_person_to_forget()
    {
        await using var database = await databases.WithSample(Engine.Sqlite);
        var administrator = await database.Sample("administrator");
        var officer = await database.Sample("handlaggare.17");
        Assert.Equal(SampleAccounts.Fixed, await database.Ask((SetName set) => set.Run(officer, "Nytt namn", Stop)));
        Assert.Equal(
            SampleAccounts.Fixed,
            await database.Ask((ChangePassword change) => change.Run(officer, "hash", Stop))
        );
        Assert.Contains("ingen person", await database.Erase(administrator, officer), StringComparison.Ordinal);
        Assert.Null((await database.Account(officer)).PasswordHash);
        Assert.Null(await database.Recover("handlaggare.17@prov.example"));
    }

    private static Task<IReadOnlyList<Reporter>> Reporters(TestDatabase database, Visitor by) =>
        database.Ask((ListReporters list) => list.Run(by, Stop));

    private static Passkey PasskeyOf(Id<Account> account) =>
        new()
        {
            AccountId = account,
            CredentialId = [1, 2, 3],
            PublicKey = [4],
            Name = "Jobbdatorn",
            CreatedAt = new SteadyClock().GetUtcNow(),
            SignCount = 0,
            Transports = "internal",
            IsUserVerified = true,
            IsBackupEligible = false,
            IsBackedUp = false,
            AttestationObject = [5],
            ClientDataJson = [6],
        };
}
