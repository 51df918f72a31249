using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter's whole report as a Word file for reading, such as by the board that decides on it: the answers as they are
/// now, with interventions, and said to be a draft where it is one.
/// </summary>
public sealed class ExportReport(ViewSubmission viewSubmission, ListInterventions listInterventions, TimeProvider clock)
{
    /// <summary>Null where there is no such round, reporter or submission.</summary>
    public async Task<byte[]?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation) =>
        await viewSubmission.Run(round, reporter, cancellation) is { } view
            ? SubmissionDocx.Report(
                view,
                (await listInterventions.Run(round, reporter, cancellation))?.Lines ?? [],
                clock.GetUtcNow()
            )
            : null;
}
