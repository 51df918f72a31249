using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Samla.Web.Common;

namespace Samla.Web.Access;

/// <summary>Sends away an address that tries too often to come in.</summary>
internal sealed class DoorLimit(IOptions<AccessSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http => SenderLimit.Of(http, settings.Value.PerMinute)
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
}
