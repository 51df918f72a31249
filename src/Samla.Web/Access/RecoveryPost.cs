using System.Threading.Channels;
using Samla.Access;
using Samla.Letters;

namespace Samla.Web.Access;

/// <summary>
/// Sends links to those who have forgotten their passwords, after the page has been answered: it says the same, and takes as
/// long, whether the account is there or not.
/// </summary>
internal sealed partial class RecoveryPost(
    IServiceScopeFactory scopes,
    PostOffice post,
    SiteAddress site,
    ILogger<RecoveryPost> log
) : BackgroundService
{
    private const int MostWaiting = 100;
    private const int LongestEmail = 254;

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Somebody asks for a link to an address.</summary>
    public void Ask(string email)
    {
        if (email.Length <= LongestEmail)
        {
            _asked.Writer.TryWrite(email);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Send(email, stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                // The next one who asks must not go without for this one's trouble.
                LogTrouble(trouble.GetType().Name);
            }
        }
    }

    private async Task Send(string email, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = scope.ServiceProvider.GetRequiredService<RequestRecovery>();
        if (await request.Run(email, cancellation) is { } link)
        {
            var address = site.OfOwn(RecoveryPage.PathOf(link.Secret));
            await post.Send(AccountLetters.Recovery(link.Account, address, link.Until), cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A link for a forgotten password was not made: {Kind}")]
    private partial void LogTrouble(string kind);
}
