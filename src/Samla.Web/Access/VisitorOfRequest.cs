using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Samla.Access;
using Samla.Domain;
using Samla.Domain.Access;

namespace Samla.Web.Access;

/// <summary>Who a request comes from. The cookie says by which sign-in; all else is read anew, so that a change holds at once.</summary>
public static class VisitorOfRequest
{
    private const string SessionClaim = "samla.session";

    extension(HttpContext http)
    {
        /// <summary>Null where nobody is signed in.</summary>
        public Visitor? Visitor => http.Features.Get<Visitor>();

        /// <summary>The one who is signed in, on a page that nobody else comes to.</summary>
        public Visitor SignedIn =>
            http.Visitor
            ?? throw new InvalidOperationException("Only a page that needs a permission may ask who came.");

        private bool IsAskedByPage => http.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>()?.IsAskedByPage == true;

        /// <summary>Gives the browser the cookie of a sign-in.</summary>
        public Task GiveCookie(Account account, Id<Session> session) =>
            http.SignInAsync(IdentityConstants.ApplicationScheme, PrincipalOf(account, session));
    }

    /// <summary>What the cookie holds.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account, Id<Session> session) =>
        new(
            new ClaimsIdentity(
                [
                    // Forms are bound to it: what was opened before a sign-in ended can be sent after the next.
                    new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                    new Claim(SessionClaim, session.ToString()),
                ],
                IdentityConstants.ApplicationScheme
            )
        );

    /// <summary>Takes the cookie's word for the sign-in alone; one that has ended is taken from the browser.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var visitor = Id<Session>.TryParse(context.Principal?.FindFirstValue(SessionClaim), null, out var session)
            ? await http
                .RequestServices.GetRequiredService<Sessions>()
                .Find(session, isAtWork: !http.IsAskedByPage, http.RequestAborted)
            : null;
        if (visitor is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        http.Features.Set(visitor);
    }

    /// <summary>The cookie of somebody who has gone from an open page ends as their sign-in does.</summary>
    public static Task Prolong(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.HttpContext.IsAskedByPage;
        return Task.CompletedTask;
    }
}
