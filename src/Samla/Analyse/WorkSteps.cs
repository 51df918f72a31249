using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What an analyst does, before it is saved as a step.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Action">As the audit trail calls it.</param>
/// <param name="Words">In Swedish, as it goes after a name: "gav koden …".</param>
internal sealed record Deed(string Actor, string Action, string Words)
{
    public Key<Code>? Code { get; init; }

    public Key<Code>? OtherCode { get; init; }

    public Id<Source>? Source { get; init; }

    /// <summary>The code that was given another place in the codebook.</summary>
    public Key<Code>? Placed { get; init; }

    /// <summary>To what, as the audit trail names it.</summary>
    public string Subject => Source is { } source && Code is not null ? $"{Code}/{source}" : $"{Code}{Source}";
}

/// <summary>Saving what analysts do so that it can be undone.</summary>
internal static class WorkStepQueries
{
    extension(SamlaDb db)
    {
        /// <summary>Saves what was changed as one step; all of it or nothing. Call it in a transaction that was begun alone.</summary>
        public async Task SaveStep(Key<Round> round, Deed deed, DateTimeOffset now, CancellationToken cancellation)
        {
            var changes = StepChanges.Of(db.ChangeTracker, deed.Placed);
            if (!changes.IsEmpty)
            {
                var number = await db.NextTurn(cancellation);
                db.WorkSteps.Add(
                    new WorkStep
                    {
                        Number = number,
                        RoundId = round,
                        Actor = deed.Actor,
                        At = now,
                        Action = deed.Action,
                        Words = deed.Words,
                        CodeId = deed.Code,
                        OtherCodeId = deed.OtherCode,
                        SourceId = deed.Source,
                        Changes = changes.ToString(),
                        Turn = number,
                    }
                );
            }

            var subject = deed.Subject is { Length: > 0 } one ? one : round.Value;
            await db.Save(new Change(deed.Actor, deed.Action, subject), cancellation);
        }

        /// <summary>The last number that steps have taken; 0 where there are none.</summary>
        public async Task<long> LatestTurn(CancellationToken cancellation) =>
            await db.WorkSteps.MaxAsync(step => (long?)step.Turn, cancellation) ?? 0;

        /// <summary>The number that comes after all that steps have taken.</summary>
        public async Task<long> NextTurn(CancellationToken cancellation) => await db.LatestTurn(cancellation) + 1;
    }
}
