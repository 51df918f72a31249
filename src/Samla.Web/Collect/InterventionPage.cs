using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>A page about one reporter's register of interventions.</summary>
public abstract class InterventionPage : ReporterPage
{
    /// <summary>Who does what is done here.</summary>
    protected string Actor => Http.SignedIn.Actor;

    /// <summary>The round of the address; null where it is none.</summary>
    protected Key<Round>? Round => Key<Round>.TryParse(RoundKey, provider: null, out var round) ? round : null;

    /// <summary>The reporter of the address; null where it is none.</summary>
    protected Key<Reporter>? Whose =>
        Key<Reporter>.TryParse(ReporterKey, provider: null, out var reporter) ? reporter : null;

    protected async Task<string> Sent(string name) =>
        (await Http.Request.ReadFormAsync(Http.RequestAborted))[name].ToString();
}
