using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;

namespace Samla.Web.Collect;

/// <summary>A page with forms that it looks at itself, so that what was written stays.</summary>
public abstract class FormPage : ComponentBase
{
    /// <summary>What is said where a form was sent from a page that is too old.</summary>
    protected const string OldPage = "Sidan har varit öppen för länge. Det du skrev står kvar: tryck på knappen igen.";

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IAntiforgery Antiforgery { get; init; }

    /// <summary>Whether a form was sent. It must be there to take it, even if it has gone from the page meanwhile.</summary>
    protected bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Whether a form was sent from a page of ours that is still good.</summary>
    protected Task<bool> IsOwnForm() => Antiforgery.IsRequestValidAsync(Http);
}
