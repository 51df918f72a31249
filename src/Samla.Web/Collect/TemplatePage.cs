using Microsoft.AspNetCore.Components;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Reference;
using Samla.Web.Access;

namespace Samla.Web.Collect;

/// <summary>A page about one template.</summary>
public abstract class TemplatePage : FormPage
{
    [Parameter]
    public required string TemplateKey { get; set; }

    [Inject]
    public required ViewTemplate ViewTemplate { get; init; }

    [Inject]
    public required EditTemplate EditTemplate { get; init; }

    /// <summary>Null where there is no such template for the one who asks; then the page is not found.</summary>
    protected ViewTemplate.Result? View { get; private set; }

    /// <summary>Why nothing was done, in Swedish; null where nothing is wrong.</summary>
    protected string? Refusal { get; set; }

    /// <summary>What is wrong with what was sent.</summary>
    protected IReadOnlyList<TemplateFault> Faults { get; set; } = [];

    /// <summary>Whether the one who looks may change the template.</summary>
    protected bool CanEdit => Http.SignedIn.May(Permission.ManageTemplates) && View is { Frozen: null };

    /// <summary>The template's own address.</summary>
    protected string Address => TemplateAddress.Of(View!.Id);

    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (View is null || !IsThere(View.File))
        {
            Navigation.NotFound();
        }
    }

    protected async Task Load() =>
        View = Key<Template>.TryParse(TemplateKey, provider: null, out var id)
            ? await ViewTemplate.Run(Http.SignedIn, id, Http.RequestAborted)
            : null;

    /// <summary>Whether the template has what the page is about.</summary>
    protected virtual bool IsThere(TemplateFile file) => true;

    /// <summary>A field of the form that was sent.</summary>
    protected string Sent(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : "";

    /// <summary>Makes a change of what was seen when the form was shown.</summary>
    protected Task<EditTemplate.Outcome> Change(TemplateEdit edit) =>
        EditTemplate.Run(View!.Id, Sent(TemplateForm.Token), edit, Http.SignedIn.Actor, Http.RequestAborted);
}
