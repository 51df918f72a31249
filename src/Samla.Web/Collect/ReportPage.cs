using Microsoft.AspNetCore.Components;
using Samla.Collect;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Web.Collect;

/// <summary>A page about one reporter's part of a round.</summary>
public abstract class ReportPage : ReporterPage
{
    [Inject]
    public required ViewSubmission ViewSubmission { get; init; }

    [Inject]
    public required ListReturns ListReturns { get; init; }

    /// <summary>Null where there is no such round or reporter; then the page is not found.</summary>
    protected ViewSubmission.Result? View { get; private set; }

    /// <summary>What the agency has returned, the latest first.</summary>
    protected IReadOnlyList<ListReturns.Line> Returns { get; private set; } = [];

    /// <summary>The submitted version that the page is about; null for the latest.</summary>
    protected virtual int? Version => null;

    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (View is null)
        {
            Navigation.NotFound();
        }
    }

    protected async Task Load()
    {
        View =
            Key<Round>.TryParse(RoundKey, provider: null, out var round)
            && Key<Reporter>.TryParse(ReporterKey, provider: null, out var reporter)
                ? await ViewSubmission.Run(round, reporter, Version, Http.RequestAborted)
                : null;
        Returns = View is { Submission: { CurrentVersion: > 0 } submission }
            ? await ListReturns.Run(submission, Http.RequestAborted)
            : [];
    }
}
