using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Tests.Testing;

namespace Samla.Tests.Access;

/// <summary>People who are there, and what they do with accounts.</summary>
internal static class People
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(TestDatabase database)
    {
        /// <summary>A sample account, signed in.</summary>
        public Task<Visitor> Sample(string name) => database.SignIn($"{name}@prov.example");

        /// <summary>A real person who has followed an invitation, signed in.</summary>
        public async Task<Visitor> Person(string name, Roles roles, Key<Reporter>? reporter = null)
        {
            var invited = await database.Invite(Visitor.AtCommandLine, name, roles, reporter);
            Assert.IsType<FollowLink.Outcome.Followed>(await database.Follow(invited.Secret));
            return await database.SignIn(invited.Account.Email);
        }

        public async Task<InviteAccount.Outcome.Invited> Invite(
            Visitor by,
            string name,
            Roles roles,
            Key<Reporter>? reporter = null
        ) =>
            Assert.IsType<InviteAccount.Outcome.Invited>(
                await database.TryInvite(by, new Invitation($"{name}@organisation.se", name, roles, reporter))
            );

        public Task<InviteAccount.Outcome> TryInvite(Visitor by, Invitation invitation) =>
            database.Ask((InviteAccount invite) => invite.Run(by, invitation, Stop));

        public Task<FollowLink.Outcome> Follow(
            string secret,
            LinkPurpose purpose = LinkPurpose.Invitation,
            string? name = null
        ) => database.Ask((FollowLink follow) => follow.Run(secret, purpose, $"hash {purpose}", name, Stop));

        public Task<FindLink.Found?> FindLink(string secret, LinkPurpose purpose = LinkPurpose.Invitation) =>
            database.Ask((FindLink find) => find.Run(secret, purpose, Stop));

        public async Task<Visitor> SignIn(string email)
        {
            var account = await database.Account(email);
            var session = await database.Ask(
                (Sessions sessions) => sessions.Begin(account, "Firefox på Linux", byPasskey: false, Stop)
            );
            return (await database.Find(session))!;
        }

        /// <summary>Who is signed in by it; null where it has ended.</summary>
        public Task<Visitor?> Find(Id<Session> session) =>
            database.Ask((Sessions sessions) => sessions.Find(session, isAtWork: true, Stop));

        public Task<Account> Account(string email) =>
            database.Ask(
                (SamlaDb db) => db.Accounts.AsNoTracking().SingleAsync(account => account.Email == email, Stop)
            );

        public Task<Account> Account(Visitor visitor) =>
            database.Ask(
                (SamlaDb db) => db.Accounts.AsNoTracking().SingleAsync(account => account.Id == visitor.Account, Stop)
            );

        public Task<string?> Shut(Visitor by, Visitor whom) =>
            database.Ask((ShutAccount shut) => shut.Run(by, whom.Account, Stop));

        public Task<string?> Erase(Visitor by, Visitor whom) =>
            database.Ask((EraseAccount erase) => erase.Run(by, whom.Account, Stop));

        public Task<string?> ChangeRoles(Visitor by, Visitor whom, Roles roles) =>
            database.Ask((ChangeRoles change) => change.Run(by, whom.Account, roles, Stop));

        public Task<IReadOnlyList<AccountLine>> List(Visitor by) =>
            database.Ask((ListAccounts list) => list.Run(by, Stop));

        public Task<RequestRecovery.Link?> Recover(string email) =>
            database.Ask((RequestRecovery recover) => recover.Run(email, Stop));
    }
}
