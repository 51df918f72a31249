using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>A page about one reporter's register of interventions.</summary>
public abstract class InterventionPage : ComponentBase
{
    protected const string OldPage = "Sidan har varit öppen för länge. Det du skrev står kvar: tryck på knappen igen.";

    [Parameter]
    public required string RoundKey { get; set; }

    [Parameter]
    public required string ReporterKey { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IAntiforgery Antiforgery { get; init; }

    /// <summary>Who does what is done here.</summary>
    protected string Actor => Http.SignedIn.Actor;

    /// <summary>The round of the address; null where it is none.</summary>
    protected Key<Round>? Round => Key<Round>.TryParse(RoundKey, provider: null, out var round) ? round : null;

    /// <summary>The reporter of the address; null where it is none.</summary>
    protected Key<Reporter>? Whose =>
        Key<Reporter>.TryParse(ReporterKey, provider: null, out var reporter) ? reporter : null;

    /// <summary>Whether a form was sent. It must be there to take it, even if the round was closed meanwhile.</summary>
    protected bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Whether a form was sent from a page of ours that is still good. The page asks itself, so that what was written stays.</summary>
    protected Task<bool> IsOwnForm() => Antiforgery.IsRequestValidAsync(Http);

    protected async Task<string> Sent(string name) =>
        (await Http.Request.ReadFormAsync(Http.RequestAborted))[name].ToString();
}
