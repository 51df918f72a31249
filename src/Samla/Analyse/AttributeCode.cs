using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>An analyst gives a reporter a code without a passage, with a reason; or takes that back.</summary>
public sealed class AttributeCode(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="codeId">The code; it must be one that is given to passages of this kind of reporter.</param>
    /// <param name="reporterId">The reporter; it must have handed in.</param>
    /// <param name="reason">Why, in words that somebody can check.</param>
    /// <param name="coder">Who codes.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Key<Round> round,
        Key<Code> codeId,
        Key<Reporter> reporterId,
        string reason,
        string coder,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var code = await db
            .Codes.AsNoTracking()
            .SingleOrDefaultAsync(c => c.RoundId == round && c.Id == codeId, cancellation);
        var reporter = await db.Reporters.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reporterId, cancellation);
        reason = Source.Normalised(reason);
        if (await ProblemOf(round, code, reporter, reason, cancellation) is { } problem)
        {
            return new Outcome.Refused(problem);
        }

        if (
            await db.Attributions.AnyAsync(
                one =>
                    one.RoundId == round && one.CodeId == codeId && one.ReporterId == reporterId && one.Coder == coder,
                cancellation
            )
        )
        {
            return new Outcome.Refused($"Du har redan gett {reporter!.Name} koden utan textställe.");
        }

        var added = new Attribution
        {
            Id = Id.New<Attribution>(clock),
            RoundId = round,
            CodeId = codeId,
            ReporterId = reporterId,
            Reason = reason,
            Coder = coder,
            CodedAt = clock.GetUtcNow(),
        };
        db.Attributions.Add(added);
        await db.SaveStep(
            round,
            new Deed(coder, "attribution.add", $"gav {reporter!.Name} koden ”{code!.Label}” utan textställe")
            {
                Code = codeId,
            },
            added.CodedAt,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return new Outcome.Added(added.Id);
    }

    /// <summary>Says that it holds for what the reporter has handed in now; false where it is gone.</summary>
    public async Task<bool> Confirm(Id<Attribution> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var attribution = await db.Attributions.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (attribution is null)
        {
            return false;
        }

        attribution.CodedAt = clock.GetUtcNow();
        await db.SaveStep(
            attribution.RoundId,
            new Deed(actor, "attribution.confirm", "bekräftade en kod utan textställe") { Code = attribution.CodeId },
            attribution.CodedAt,
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return true;
    }

    /// <summary>Takes it back; false where it is already gone.</summary>
    public async Task<bool> Remove(Id<Attribution> id, string actor, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var attribution = await db.Attributions.SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (attribution is null)
        {
            return false;
        }

        db.Attributions.Remove(attribution);
        await db.SaveStep(
            attribution.RoundId,
            new Deed(actor, "attribution.remove", "tog bort en kod utan textställe") { Code = attribution.CodeId },
            clock.GetUtcNow(),
            cancellation
        );
        await transaction.CommitOwn(cancellation);
        return true;
    }

    private async Task<string?> ProblemOf(
        Key<Round> round,
        Code? code,
        Reporter? reporter,
        string reason,
        CancellationToken cancellation
    )
    {
        if (code is not { IsGiven: true })
        {
            return "Välj en kod i listan.";
        }

        var requirement = await (
            from asked in db.Requirements
            join reporting in db.Rounds on asked.TemplateId equals reporting.TemplateId
            where reporting.Id == round && asked.Id == code.RequirementId
            select asked
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
        if (reporter is null || reporter.Kind != code.Subject || requirement?.Asks(reporter) != true)
        {
            return $"Koden ”{code.Label}” är inte till för den uppgiftslämnaren.";
        }

        if (reason.Length is 0 or > Attribution.LongestReason)
        {
            return $"Skriv varför koden ges utan textställe, med högst {Attribution.LongestReason} tecken.";
        }

        var isSubmitted = await db.Submissions.AnyAsync(
            submission =>
                submission.RoundId == round && submission.ReporterId == reporter.Id && submission.CurrentVersion > 0,
            cancellation
        );
        return isSubmitted ? null : $"{reporter.Name} har inte lämnat in något i omgången.";
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Added(Id<Attribution> Attribution) : Outcome;

        /// <param name="Message">Why, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
