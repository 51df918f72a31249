using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter's whole report as a Word file for reading, such as by the board that decides on it: the answers as they are
/// now, with interventions, and said to be a draft where it is one; or a submitted version.
/// </summary>
public sealed class ExportReport(
    ViewSubmission viewSubmission,
    ViewReceipt viewReceipt,
    ListInterventions listInterventions,
    TimeProvider clock
)
{
    /// <summary>What a Word file is called where it is sent.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>As it is now. Null where there is no such round, reporter or submission.</summary>
    public async Task<byte[]?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation)
    {
        if (await viewSubmission.Run(round, reporter, cancellation) is not { } view)
        {
            return null;
        }

        var isDraft = view.Latest is null || view.Sections.SelectMany(s => s.Items).Any(item => item.IsChanged);
        return isDraft ? await Write(view, receipt: null, cancellation) : await Submitted(view, cancellation);
    }

    /// <summary>A submitted version: the same bytes each time, until a decision on it is stated. Null also where there is no such version.</summary>
    public async Task<byte[]?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        CancellationToken cancellation
    ) =>
        await viewSubmission.Run(round, reporter, version, cancellation) is { } view
            ? await Submitted(view, cancellation)
            : null;

    private async Task<byte[]> Submitted(ViewSubmission.Result view, CancellationToken cancellation) =>
        await Write(view, await viewReceipt.Run(view.Submission.Id, view.Latest!.Number, cancellation), cancellation);

    private async Task<byte[]> Write(
        ViewSubmission.Result view,
        ViewReceipt.Result? receipt,
        CancellationToken cancellation
    ) =>
        SubmissionDocx.Report(
            view,
            await listInterventions.Run(view.Round.Id, view.Reporter.Id, section: null, cancellation),
            receipt,
            receipt?.Decision?.StatedAt ?? receipt?.Version.SubmittedAt ?? clock.GetUtcNow()
        );
}
