using System.Net;
using System.Threading.RateLimiting;

namespace Samla.Web.Common;

/// <summary>How often one sender may ask for something, by the address that it comes from.</summary>
internal static class SenderLimit
{
    private const int Ipv6BytesOfOneHolder = 8;

    public static RateLimitPartition<string> Of(HttpContext http, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(
            SenderOf(http.Connection.RemoteIpAddress),
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = perMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            }
        );

    /// <summary>Whoever has one address of IPv6 has the whole network of 64 bits that it is in.</summary>
    private static string SenderOf(IPAddress? address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6BytesOfOneHolder))
            : $"{address?.MapToIPv4()}";
}
