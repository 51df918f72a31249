using System.Net;
using Samla.Access;

namespace Samla.Web.Access;

/// <summary>
/// The password of the sample accounts: new at each start, told only to the one who starts, kept nowhere. So nobody can know
/// it beforehand, and no account with a known password can follow the sample into a real installation.
/// </summary>
internal sealed class SamplePassword
{
    public string Text { get; } = SecretText.New();

    public bool Fits(string password) => SecretText.Same(Text, password);

    /// <summary>Whether the one who asks sits at the machine, and so may choose a sample account without its password.</summary>
    /// <remarks>A proxy on the same machine comes from here too, but carries on the name that its own visitors asked for.</remarks>
    public static bool IsAtMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && (
            http.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host))
        )
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");
}
