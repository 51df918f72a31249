using Microsoft.AspNetCore.Components;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Publish.FactChecks;
using Samla.Web.Access;
using Samla.Web.Collect;

namespace Samla.Web.Publish;

/// <summary>A page on which a reporter checks what a report says of it.</summary>
public abstract class FactCheckPage : ReporterPage
{
    [Inject]
    public required ViewFactCheck ViewFactCheck { get; init; }

    /// <summary>Null where there is no such round or reporter; then the page is not found.</summary>
    protected ViewFactCheck.Result? View { get; private set; }

    /// <summary>Whether the one who reads it answers for the reporter, and answers are taken.</summary>
    protected bool MayAnswer =>
        View is { TakesAnswers: true } view && Http.SignedIn.May(Permission.CheckFacts, view.Reporter.Id);

    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (View is null)
        {
            Navigation.NotFound();
        }
    }

    protected async Task Load() =>
        View =
            Key<Round>.TryParse(RoundKey, provider: null, out var round)
            && Key<Reporter>.TryParse(ReporterKey, provider: null, out var reporter)
                ? await ViewFactCheck.Run(round, reporter, Http.RequestAborted)
                : null;
}
