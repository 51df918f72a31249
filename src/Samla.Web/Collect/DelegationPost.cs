using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Letters;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>Tells somebody that a section has been given to them.</summary>
internal sealed class DelegationPost(PostOffice post, SiteAddress site)
{
    public Task<PostOffice.Outcome> Send(
        HttpContext http,
        ViewSubmission.Result view,
        ViewSubmission.SectionView section,
        Account to,
        DateOnly? dueOn
    )
    {
        var heading = ReportWords.HeadingOf(section);
        var days = dueOn is { } day ? $"Det ska vara klart senast {SwedishTime.Of(day)}.\n" : "";
        var text =
            $"Hej {to.Name}!\n\n{http.SignedIn.Name} har gett dig avsnittet ”{heading}” i redovisningen från {view.Reporter.Name} av "
            + $"{ReportWords.PeriodOf(view.Round)}.\n{days}Hela redovisningen ska lämnas in senast {SwedishTime.Of(view.Round.DueOn)}.\n\n"
            + $"Här skriver du:\n{site.Of(http.Request, view.Section(section))}\n";
        return post.Send(
            new Letter(to.Email, to.Name, $"Du är ansvarig för ett avsnitt: {heading}", text, to.IsSample),
            http.RequestAborted
        );
    }
}
