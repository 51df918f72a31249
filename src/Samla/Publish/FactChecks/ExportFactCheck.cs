using Samla.Domain;
using Samla.Domain.Collect;

namespace Samla.Publish.FactChecks;

/// <summary>What a reporter is asked to check, and what it has answered so far, as a Word file.</summary>
public sealed class ExportFactCheck(ViewFactCheck view)
{
    /// <summary>Null where there is nothing to check: no such round or reporter, or nothing sent out and nothing published.</summary>
    public async Task<byte[]?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation) =>
        await view.Run(round, reporter, cancellation) is { } found
        && (found.Check is not null || found.Edition is not null)
            ? new FactCheckDocx(found).Write()
            : null;
}
