using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Access;

public sealed class SessionsTests(Databases databases)
{
    private const string Lead = "ansvarig.10@prov.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_sign_in_says_who_came_until_it_is_ended(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var account = await AccountOf(database, Lead);
        var session = await Begin(database, account);

        var visitor = await Find(database, session);
        Assert.Equal(account.Id, visitor?.Account);
        Assert.Equal(Roles.Lead, visitor?.Roles);
        Assert.Equal("Region Blekinge", visitor?.ReporterName);
        Assert.Equal(["Firefox på Linux"], (await List(database, account)).Select(one => one.Device));

        await Do(database, sessions => sessions.End(account.Id, session, account.Actor, Stop));

        Assert.Null(await Find(database, session));
        Assert.Empty(await List(database, account));
        Assert.Empty((await database.Verify()).Faults);
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task All_but_the_one_in_use_can_be_ended(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var account = await AccountOf(database, Lead);
        var other = await Begin(database, account);
        var used = await Begin(database, account);
        var somebodyElses = await Begin(database, await AccountOf(database, "analytiker@prov.example"));

        await Do(database, sessions => sessions.EndAll(account.Id, used, account.Actor, Stop));

        Assert.Null(await Find(database, other));
        Assert.NotNull(await Find(database, used));
        Assert.NotNull(await Find(database, somebodyElses));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_sign_in_that_is_not_used_for_a_working_day_ends_by_itself(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var account = await AccountOf(database, Lead);
        var session = await Begin(database, account);

        database.Clock.Pass(Session.Idle - TimeSpan.FromMinutes(1));
        Assert.NotNull(await Find(database, session));
        // It was used just now, so it goes on.
        database.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.NotNull(await Find(database, session));
        database.Clock.Pass(Session.Idle + TimeSpan.FromMinutes(1));
        Assert.Null(await Find(database, session));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task An_open_page_that_asks_by_itself_does_not_prolong_a_sign_in(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var session = await Begin(database, await AccountOf(database, Lead));

        database.Clock.Pass(Session.Idle - TimeSpan.FromMinutes(1));
        Assert.NotNull(await database.Ask((Sessions sessions) => sessions.Find(session, isAtWork: false, Stop)));
        database.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Null(await Find(database, session));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_shut_account_is_out_at_once(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var account = await AccountOf(database, Lead);
        var session = await Begin(database, account);
        await database.Ask(
            async (SamlaDb db) =>
            {
                (await db.Accounts.SingleAsync(one => one.Id == account.Id, Stop)).IsShut = true;
                await db.Save(new Change("prov", "account.shut", account.Actor), Stop);
                return true;
            }
        );

        Assert.Null(await Find(database, session));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_sample_account_lets_nobody_in_where_a_real_round_is_kept(Engine engine)
    {
        await using var database = await databases.WithSample(engine);
        var session = await Begin(database, await AccountOf(database, Lead));
        Assert.True(await database.Ask((SampleAccounts samples) => samples.AreOpen(Stop)));
        await AddRealRound(database);

        Assert.Null(await Find(database, session));
        Assert.False(await database.Ask((SampleAccounts samples) => samples.AreOpen(Stop)));
        Assert.Empty(await database.Ask((SampleAccounts samples) => samples.List(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task A_database_without_the_sample_has_no_account_and_opens_no_sample_account(Engine engine)
    {
        await using var database = await databases.Empty(engine);

        Assert.Equal(0, await database.Ask((SamlaDb db) => db.Accounts.CountAsync(Stop)));
        Assert.False(await database.Ask((SampleAccounts samples) => samples.AreOpen(Stop)));
    }

    [Theory]
    [MemberData(nameof(Databases.Engines), MemberType = typeof(Databases))]
    public async Task The_audit_trail_knows_an_account_but_no_name_address_or_secret(Engine engine)
    {
        await using var database = await databases.Empty(engine);
        var account = new Account
        {
            Id = Id.New<Account>(database.Clock),
            Email = "kim.exempel@region.example",
            Name = "Kim Exempel",
            ReporterId = null,
            Roles = Roles.Analyst,
            PasswordHash = "hemlig-hash",
            SecurityStamp = "hemlig-stampel",
            IsSample = false,
            CreatedAt = database.Clock.GetUtcNow(),
        };
        await database.Ask(
            async (SamlaDb db) =>
            {
                db.Accounts.Add(account);
                await db.Save(new Change("prov", "account.add", account.Actor), Stop);
                account.Name = "Kim Annan";
                account.Roles = Roles.Administrator;
                await db.Save(new Change("prov", "account.change", account.Actor), Stop);
                return true;
            }
        );

        var lines = await database.Ask((SamlaDb db) => db.Audit.AsNoTracking().ToListAsync(Stop));
        var written = string.Join('\n', lines.Select(line => $"{line.Actor} {line.Subject} {line.Changes}"));
        Assert.Contains(account.Id.ToString(), written, StringComparison.Ordinal);
        Assert.Contains("Analyst", written, StringComparison.Ordinal);
        Assert.Contains("\"Name\":\"ändrat\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("kim", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hemlig", written, StringComparison.Ordinal);
    }

    private static Task<Account> AccountOf(TestDatabase database, string email) =>
        database.Ask((SamlaDb db) => db.Accounts.AsNoTracking().SingleAsync(account => account.Email == email, Stop));

    private static Task<Id<Session>> Begin(TestDatabase database, Account account) =>
        database.Ask((Sessions sessions) => sessions.Begin(account, "Firefox på Linux", byPasskey: false, Stop));

    private static Task<Visitor?> Find(TestDatabase database, Id<Session> session) =>
        database.Ask((Sessions sessions) => sessions.Find(session, isAtWork: true, Stop));

    private static Task<IReadOnlyList<Session>> List(TestDatabase database, Account account) =>
        database.Ask((Sessions sessions) => sessions.List(account.Id, Stop));

    private static Task<bool> Do(TestDatabase database, Func<Sessions, Task> act) =>
        database.Ask(
            async (Sessions sessions) =>
            {
                await act(sessions);
                return true;
            }
        );

    private static Task<bool> AddRealRound(TestDatabase database) =>
        database.Ask(
            async (SamlaDb db) =>
            {
                var sample = await db.Rounds.AsNoTracking().FirstAsync(Stop);
                db.Rounds.Add(
                    new Round
                    {
                        Id = Key<Round>.Parse("2030", null),
                        Kind = RoundKind.AnnualReport,
                        Title = "Regionalt utvecklingsarbete 2030",
                        PeriodStart = new DateOnly(2030, 1, 1),
                        PeriodEnd = new DateOnly(2030, 12, 31),
                        DueOn = new DateOnly(2031, 2, 21),
                        Recipient = "Regeringskansliet",
                        TemplateId = sample.TemplateId,
                        Origin = Origin.Reported,
                        IsOpen = true,
                    }
                );
                await db.Save(new Change("prov", "round.add", "2030"), Stop);
                return true;
            }
        );
}
