using Microsoft.AspNetCore.Identity;
using Samla.Access;
using Samla.Data;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>Lets a person in, by password or passkey.</summary>
internal sealed class SignIn(
    SamlaDb db,
    UserManager<Account> users,
    SignInManager<Account> identity,
    Sessions sessions,
    SampleAccounts samples,
    SamplePassword samplePassword,
    IHttpContextAccessor accessor
)
{
    public enum Outcome
    {
        In,

        /// <summary>No such account, or the wrong password: which of them is not told.</summary>
        Wrong,

        /// <summary>Too many wrong passwords; nothing is tried for a while.</summary>
        Locked,
    }

    /// <summary>Who tries one account waits for others that try it; few wait for a stranger.</summary>
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private HttpContext Http => accessor.HttpContext!;

    public async Task<Outcome> ByPassword(string email, string password)
    {
        var account = await users.FindByNameAsync(Account.Normalised(email));
        if (account?.PasswordHash is null)
        {
            if (account is { IsShut: false } && SampleAccounts.IsShared(account) && samplePassword.Fits(password))
            {
                return await LetIn(account, byPasskey: false);
            }

            // As long as for an account that is there, so that the time does not tell.
            users.PasswordHasher.HashPassword(account!, password);
            return Outcome.Wrong;
        }

        var checkedPassword = await Check(account, password);
        if (checkedPassword.IsLockedOut)
        {
            // Nothing was tried; it takes as long all the same, so that the time does not tell.
            users.PasswordHasher.HashPassword(account, password);
            return Outcome.Locked;
        }

        return checkedPassword.Succeeded && !account.IsShut ? await LetIn(account, byPasskey: false) : Outcome.Wrong;
    }

    /// <summary>Whether it is the account's password. Counts the wrong ones, one at a time, so that none goes uncounted.</summary>
    public async Task<SignInResult> Check(Account account, string password)
    {
        var turn = Turns[Math.Abs(account.Id.GetHashCode() % Turns.Length)];
        await turn.WaitAsync(Http.RequestAborted);
        try
        {
            // As it is after those that came before.
            await db.Entry(account).ReloadAsync(Http.RequestAborted);
            return await identity.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>By what the browser's passkey answered to the question it was given.</summary>
    public async Task<Outcome> ByPasskey(string credential)
    {
        if (await identity.Asserted(credential) is not { } shown || shown.Account.IsShut)
        {
            return Outcome.Wrong;
        }

        await users.AddOrUpdatePasskeyAsync(shown.Account, shown.Passkey);
        return await LetIn(shown.Account, byPasskey: true);
    }

    /// <summary>Chooses a sample account without a password; only for the one who sits at the machine.</summary>
    public async Task<Outcome> ByChoice(string email)
    {
        var account = await users.FindByNameAsync(Account.Normalised(email));
        return account is { IsShut: false } && SampleAccounts.IsShared(account) && SamplePassword.IsAtMachine(Http)
            ? await LetIn(account, byPasskey: false)
            : Outcome.Wrong;
    }

    public async Task SignOut()
    {
        if (Http.Visitor is { } visitor)
        {
            await sessions.End(visitor.Account, visitor.Session, visitor.Actor, Http.RequestAborted);
        }

        await identity.SignOutAsync();
    }

    /// <summary>Lets in somebody whose right to it has been shown.</summary>
    public async Task<Outcome> LetIn(Account account, bool byPasskey)
    {
        if (account.IsSample && !await samples.AreOpen(Http.RequestAborted))
        {
            return Outcome.Wrong;
        }

        var session = await sessions.Begin(
            account,
            Device.Of(Http.Request.Headers.UserAgent.ToString()),
            byPasskey,
            Http.RequestAborted
        );
        await Http.GiveCookie(account, session);
        return Outcome.In;
    }
}
