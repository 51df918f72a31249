using Samla.Collect.Word;
using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>
/// A reporter's own template as a Word file, to fill in without the web site: what is asked, and what is written so far.
/// <see cref="ImportSubmissions"/> reads it back.
/// </summary>
public sealed class WriteTemplate(
    ViewSubmission viewSubmission,
    ListInterventions listInterventions,
    TimeProvider clock
)
{
    /// <summary>Null where there is no such round, reporter or submission.</summary>
    public async Task<byte[]?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation) =>
        await viewSubmission.Run(round, reporter, cancellation) is { } view
            ? SubmissionDocx.Template(
                view,
                (await listInterventions.Run(round, reporter, cancellation))?.Lines ?? [],
                clock.GetUtcNow()
            )
            : null;
}
