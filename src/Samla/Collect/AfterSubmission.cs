using Samla.Domain.Collect;

namespace Samla.Collect;

/// <summary>What a later step does in the same transaction when a version has been handed in. Steps that come after do not show here, so they say themselves that they are to be asked.</summary>
/// <param name="submission">With its new version.</param>
/// <param name="actor">Who handed it in.</param>
/// <param name="cancellation">Stops before anything is saved.</param>
public delegate Task AfterSubmission(Submission submission, string actor, CancellationToken cancellation);
