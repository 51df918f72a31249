using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Samla.Web.Access;

/// <summary>
/// Whether a passkey was made or used on our own page. The browser says where in what the passkey signs; the request's head,
/// which Identity would ask by itself, is silent, since our pages tell no address where they lead.
/// </summary>
internal sealed class PasskeyOrigin(IOptions<AccessSettings> settings) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
        // Nobody types an address before using one, so the passkey must know whose it is.
        options.ResidentKeyRequirement = "required";
        // It stands for the password too, so it must ask for a finger or a code.
        options.UserVerificationRequirement = "required";
    }

    private bool IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        var own = settings.Value.Address?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        return !context.CrossOrigin && string.Equals(context.Origin, own, StringComparison.OrdinalIgnoreCase);
    }
}
