using Samla.Access;
using Samla.Letters;

namespace Samla.Web.Access;

/// <summary>An invitation as it is shown to the one who made it.</summary>
/// <param name="Name">Who is invited.</param>
/// <param name="Address">The link as a whole, to be shown once.</param>
/// <param name="Until">How long it holds.</param>
/// <param name="Outcome">What became of the letter.</param>
public sealed record SentInvitation(string Name, string Address, DateTimeOffset Until, PostOffice.Outcome Outcome);

/// <summary>Sends an invitation, and says what became of it.</summary>
internal sealed class InvitationPost(PostOffice post, SiteAddress site)
{
    public async Task<SentInvitation> Send(
        HttpContext http,
        InviteAccount.Outcome.Invited invited,
        string? organisation
    )
    {
        var address = site.Of(http.Request, InvitationPage.PathOf(invited.Secret));
        var letter = AccountLetters.Invitation(
            invited.Account,
            http.SignedIn.Name,
            organisation,
            address,
            invited.Until
        );
        return new(invited.Account.Name, address, invited.Until, await post.Send(letter, http.RequestAborted));
    }
}
