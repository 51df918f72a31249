using System.Diagnostics;
using Samla.Collect;
using Samla.Reference;

namespace Samla.Web.Collect;

/// <summary>A page with a form for one part of a template. What was written stays there until it is saved.</summary>
public abstract class TemplateEditorPage : TemplatePage
{
    /// <summary>What stands in the form.</summary>
    protected TemplateForm Form { get; private set; } = TemplateForm.Empty;

    /// <summary>What somebody else has saved of the same part since; null where nobody has.</summary>
    protected TemplateForm? Theirs { get; private set; }

    /// <summary>Of the template as it was seen.</summary>
    protected string Token { get; private set; } = "";

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (View is { } view && IsThere(view.File))
        {
            (Form, Token) = (FormOf(view.File) ?? TemplateForm.Empty, view.Token);
        }
    }

    /// <summary>The form as the template has it; null where the part is not in it.</summary>
    protected abstract TemplateForm? FormOf(TemplateFile file);

    /// <summary>The change that a form asks for.</summary>
    protected abstract TemplateEdit EditOf(TemplateForm form, TemplateFile file);

    /// <summary>Saves what was sent, and goes on to the part in the template.</summary>
    protected async Task Save()
    {
        if (View is null)
        {
            return;
        }

        Form = TemplateForm.In(Http.Request.Form);
        Token = Sent(TemplateForm.Token);
        if (!await IsOwnForm())
        {
            Refusal = OldPage;
            return;
        }

        Faults = Form.Faults;
        if (Faults.Count > 0)
        {
            return;
        }

        switch (await Change(EditOf(Form, View.File)))
        {
            case EditTemplate.Outcome.Saved(_, _, var part):
                Navigation.NavigateTo(TemplateAddress.Of(View.Id, part));
                break;
            case EditTemplate.Outcome.Stale(var now):
                (Theirs, Token) = (FormOf(now) ?? TemplateForm.Empty, now.Token);
                break;
            case EditTemplate.Outcome.Refused(var faults):
                Faults = faults;
                break;
            case EditTemplate.Outcome.Frozen(var reason):
                Refusal = reason;
                break;
            default:
                throw new UnreachableException();
        }
    }
}
