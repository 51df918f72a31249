using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Samla.Web.Access;

/// <summary>Sends away an address that tries too often to come in.</summary>
internal sealed class DoorLimit(IOptions<AccessSettings> settings) : IDisposable
{
    private const int Ipv6BytesOfOneHolder = 8;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http =>
            RateLimitPartition.GetTokenBucketLimiter(
                SenderOf(http.Connection.RemoteIpAddress),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = settings.Value.PerMinute,
                    TokensPerPeriod = settings.Value.PerMinute,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                }
            )
    );

    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        if (
            HttpMethods.IsPost(http.Request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is not null
        )
        {
            using var lease = _limiter.AttemptAcquire(http);
            if (!lease.IsAcquired)
            {
                http.Response.Headers.RetryAfter = "60";
                await new RazorComponentResult<TooManyPage>
                {
                    StatusCode = StatusCodes.Status429TooManyRequests,
                }.ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Whoever has one address of IPv6 has the whole network of 64 bits that it is in.</summary>
    private static string SenderOf(IPAddress? address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6BytesOfOneHolder))
            : $"{address?.MapToIPv4()}";
}
