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

        var isDraft =
            view.Latest is null
            || view.ChangedInterventions.Count > 0
            || view.Sections.SelectMany(section => section.Items).Any(item => item.IsChanged);
        return isDraft
            ? SubmissionDocx.Report(view, await Interventions(view, cancellation), new(), clock.GetUtcNow())
            : await Submitted(view, cancellation);
    }

    /// <summary>
    /// A submitted version; the same bytes each time, as long as its decision and the name of who reports are the same. Null also where there is no such version.
    /// </summary>
    public async Task<byte[]?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        CancellationToken cancellation
    ) =>
        await viewSubmission.Run(round, reporter, version, cancellation) is { } view
            ? await Submitted(view, cancellation)
            : null;

    private async Task<byte[]> Submitted(ViewSubmission.Result view, CancellationToken cancellation)
    {
        var receipt = (await viewReceipt.Run(view.Submission.Id, view.Latest!.Number, cancellation))!;
        var interventions = await listInterventions.Submitted(
            view.Round.Id,
            view.Reporter.Id,
            receipt.Version.Number,
            cancellation
        );
        var note =
            receipt.Version.HoldsInterventions || receipt.Version.Number == view.Submission.CurrentVersion
                ? null
                : "Insatserna sparades inte med versionen och står inte i filen.";
        return SubmissionDocx.Report(
            view,
            interventions,
            new(receipt, note),
            receipt.Decision?.StatedAt ?? receipt.Version.SubmittedAt
        );
    }

    private async Task<IReadOnlyList<ListInterventions.Line>> Interventions(
        ViewSubmission.Result view,
        CancellationToken cancellation
    ) => (await listInterventions.Run(view.Round.Id, view.Reporter.Id, cancellation))?.Lines ?? [];
}
