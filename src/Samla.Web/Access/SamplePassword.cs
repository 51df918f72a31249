using System.Net;
using Microsoft.Extensions.Options;
using Samla.Access;

namespace Samla.Web.Access;

/// <summary>
/// The password of the sample accounts: new at each start, told only to the one who starts, kept nowhere. So nobody can know
/// it beforehand, and no account with a known password can follow the sample into a real installation.
/// </summary>
internal sealed class SamplePassword
{
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Original-For",
        "X-Real-IP",
    ];

    public string Text { get; } = SecretText.New();

    public bool Fits(string password) => SecretText.Same(Text, password);

    /// <summary>Whether the one who asks sits at the machine, and so may choose a sample account without its password.</summary>
    /// <remarks>
    /// A proxy on the same machine comes from here too. It says so in a header, carries on the name that its own visitors asked
    /// for, or has an outward address set for it; one that does none of this is not told from the machine.
    /// </remarks>
    public static bool IsAtMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && (
            http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        )
        && !ProxyHeaders.Any(http.Request.Headers.ContainsKey)
        && http.RequestServices.GetRequiredService<IOptions<AccessSettings>>().Value.Address is null;
}
