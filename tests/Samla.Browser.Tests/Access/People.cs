using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using Samla.Access;
using Samla.Browser.Tests.Testing;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Browser.Tests.Access;

/// <summary>Real people of a site, unlike the sample's accounts: they have passwords.</summary>
internal static class People
{
    public const string Password = "fjäril kastrull magnet tulpan";
    public const string NewPassword = "dragspel myrstack kompass linne";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(Site site)
    {
        /// <summary>Invites somebody, and gives the link's path.</summary>
        public async Task<string> Invite(string email, Roles roles, string? reporter = null)
        {
            await using var scope = site.Services.CreateAsyncScope();
            return $"/konto/inbjudan/{(await Invite(scope, email, roles, reporter)).Secret}";
        }

        /// <summary>Somebody who has chosen <see cref="Password"/>.</summary>
        public async Task<Account> Person(string email, Roles roles, string? reporter = null)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var invited = await Invite(scope, email, roles, reporter);
            var hash = scope
                .ServiceProvider.GetRequiredService<IPasswordHasher<Account>>()
                .HashPassword(invited.Account, Password);
            await scope
                .ServiceProvider.GetRequiredService<FollowLink>()
                .Run(invited.Secret, LinkPurpose.Invitation, hash, name: null, Stop);
            return invited.Account;
        }

        /// <summary>The folder of letters that are not sent.</summary>
        public string Outbox => site.Services.GetRequiredService<MailSettings>().Outbox!;

        /// <summary>The first letter that is laid in the outbox while something is done.</summary>
        public async Task<MimeMessage> LetterAfter(Func<Task> act)
        {
            Directory.CreateDirectory(site.Outbox);
            var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var watcher = new FileSystemWatcher(site.Outbox);
            watcher.Renamed += (_, change) => arrived.TrySetResult(change.FullPath);
            watcher.EnableRaisingEvents = true;
            await act();
            return await MimeMessage.LoadAsync(await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop), Stop);
        }
    }

    extension(IPage page)
    {
        /// <summary>Fills in the sign-in.</summary>
        public async Task SignInAs(string email, string password = Password)
        {
            await page.GotoAsync("/konto/logga-in");
            await page.GetByLabel("E-postadress").FillAsync(email);
            await page.GetByLabel("Lösenord", new() { Exact = true }).FillAsync(password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Logga in", Exact = true }).ClickAsync();
        }

        /// <summary>Who the page says is signed in.</summary>
        public ILocator Who => page.Locator(".konto-meny .namn").First;
    }

    private static async Task<InviteAccount.Outcome.Invited> Invite(
        AsyncServiceScope scope,
        string email,
        Roles roles,
        string? reporter
    ) =>
        Assert.IsType<InviteAccount.Outcome.Invited>(
            await scope
                .ServiceProvider.GetRequiredService<InviteAccount>()
                .Run(
                    Visitor.AtCommandLine,
                    new(
                        email,
                        $"Person {email.Split('@')[0]}",
                        roles,
                        reporter is null ? null : Key<Reporter>.Parse(reporter, null)
                    ),
                    Stop
                )
        );
}
