using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Samla.Access;
using Samla.Data;

namespace Samla.Browser.Tests.Testing;

/// <summary>The sample accounts, and the cookie that a browser has after the sign-in of one: tests of other things need not sign in anew.</summary>
internal static partial class SignedIn
{
    public const string CookieName = "samla-inloggning";
    public const string Analyst = "analytiker";
    public const string Administrator = "administrator";
    public const string Ministry = "departement";

    public static string Lead(string reporter) => $"ansvarig.{reporter}";

    public static string Officer(string reporter) => $"handlaggare.{reporter}";

    /// <summary>Whose page it is: an analyst's, a reporter's lead's; null where anybody may come.</summary>
    public static string? For(string path)
    {
        var match = OwnersOfPath().Match(path);
        return match.Groups["reporter"] is { Success: true } reporter ? Lead(reporter.Value)
            : match.Success ? Analyst
            : null;
    }

    /// <summary>Signs an account in, and gives the cookie's value.</summary>
    public static async Task<string> Cookie(Site site, string account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamlaDb>();
        var found = await db.Accounts.SingleAsync(
            one => one.Email == $"{account}@prov.example",
            TestContext.Current.CancellationToken
        );
        var session = await scope
            .ServiceProvider.GetRequiredService<Sessions>()
            .Begin(found, "Prov", byPasskey: false, TestContext.Current.CancellationToken);
        var principal = Web.Access.VisitorOfRequest.PrincipalOf(found, session);
        return site
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme)
            .TicketDataFormat.Protect(
                new AuthenticationTicket(principal, new AuthenticationProperties(), IdentityConstants.ApplicationScheme)
            );
    }

    [GeneratedRegex(
        "^/(arbete|redovisa|faktagranska)(/[^/?]+(/(?<reporter>(lst-)?[0-9]{2})(?=[/?]|$))?)?",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex OwnersOfPath();
}
