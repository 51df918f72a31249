using Microsoft.AspNetCore.Authorization;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Web.Access;

/// <summary>Asks the table of rights.</summary>
internal sealed class NeedsHandler : AuthorizationHandler<NeedsAttribute>
{
    /// <summary>What an address calls the reporter: pages the one, other endpoints the other.</summary>
    private static readonly string[] ReporterNames = ["ReporterKey", "reporter"];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (
            context.Resource is HttpContext { Visitor: { } visitor } http
            && TryFindReporter(http, out var reporter)
            && PermissionFor(http, requirement) is var permission
            && (requirement.WithAll ? visitor.MayWithAll(permission) : visitor.May(permission, reporter))
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static Permission PermissionFor(HttpContext http, NeedsAttribute requirement) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? requirement.Permission
            : requirement.ToPost;

    /// <summary>False where the address names what cannot be a reporter: that is nobody's to see.</summary>
    private static bool TryFindReporter(HttpContext http, out Key<Reporter>? reporter)
    {
        reporter = null;
        foreach (var name in ReporterNames)
        {
            if (http.Request.RouteValues.TryGetValue(name, out var value))
            {
                if (!Key<Reporter>.TryParse(value?.ToString(), provider: null, out var key))
                {
                    return false;
                }

                reporter = key;
            }
        }

        return true;
    }
}
