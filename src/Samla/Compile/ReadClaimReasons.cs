using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>What has been done since claims were accepted that can have changed them: who, when and what.</summary>
public sealed class ReadClaimReasons(SamlaDb db, ActorNames names)
{
    /// <summary>How many of the latest are read; more have no place on a page.</summary>
    public const int Most = 500;

    /// <summary>What can change where somebody stands; nothing of what is coded blind does, and nobody is to read of it.</summary>
    private static readonly string[] Moving =
    [
        "coding.add",
        "coding.remove",
        "coding.place",
        "coding.enter",
        "attribution.add",
        "attribution.remove",
        "code.merge",
        "code.split",
        "printed.tie",
        "printed.untie",
        "source.read",
        "source.unread",
        "source.forget",
        "project.import",
    ];

    /// <summary>What is done to many sources and codes at once.</summary>
    private static readonly string[] Wide = ["coding.enter", "project.import"];

    /// <param name="Who">By name.</param>
    /// <param name="Words">What was done, as it goes after the name.</param>
    /// <param name="Region">Whose answer it was done to; null where it was not one region's.</param>
    public sealed record Reason(DateTimeOffset At, string Who, string Words, RegionCode? Region);

    /// <param name="Reasons">The latest first, by whom the claims count; see <see cref="AcceptedClaim.Who"/>.</param>
    /// <param name="AcceptedBy">Who accepted them last, by name, by whom they count.</param>
    public sealed record Result(ILookup<string, Reason> Reasons, IReadOnlyDictionary<string, string> AcceptedBy);

    private sealed record Step(
        DateTimeOffset MadeAt,
        DateTimeOffset? UndoneAt,
        string Actor,
        string Action,
        string Words,
        Key<Code>? Code,
        Key<Code>? OtherCode,
        Id<Source>? Source
    )
    {
        public DateTimeOffset At => UndoneAt ?? MadeAt;
    }

    private sealed record Place(RegionCode? County, Key<Requirement>? Requirement);

    /// <summary>Of all that are asked for in one go.</summary>
    public async Task<Result> Run(
        Key<Round> round,
        IReadOnlyCollection<UnacceptedClaim> claims,
        CancellationToken cancellation
    )
    {
        if (claims.Count == 0)
        {
            return new Result(Enumerable.Empty<Reason>().ToLookup(_ => ""), new Dictionary<string, string>());
        }

        var first = claims.Min(claim => claim.Accepted.AcceptedAt);
        var steps = await Steps(round, first, cancellation);
        var sources = steps.Select(step => step.Source).OfType<Id<Source>>().Distinct().ToList();
        var places = await (
            from owned in db.OwnedSources
            where sources.Contains(owned.Source.Id)
            select new
            {
                owned.Source.Id,
                owned.Source.RequirementId,
                Reporter = owned.Reporter == null ? null : owned.Reporter.County,
                Document = owned.Document == null ? null : owned.Document.County,
            }
        ).ToDictionaryAsync(
            one => one.Id,
            one => new Place(one.Reporter ?? one.Document, one.RequirementId),
            cancellation
        );
        var codes = claims.SelectMany(CodesOf).Distinct().ToList();
        var requirements = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == round && codes.Contains(code.Id))
            .ToDictionaryAsync(code => code.Id, code => code.AnsweredRequirement, cancellation);
        var submitted = await Submitted(round, first, cancellation);
        var called = await names.Run(
            steps.Select(step => step.Actor).Concat(claims.Select(claim => claim.Accepted.AcceptedBy)),
            cancellation
        );
        var each = claims.DistinctBy(claim => claim.Accepted.Who).ToList();
        return new Result(
            (
                from claim in each
                from reason in ReasonsOf(claim)
                orderby reason.At descending
                select (claim.Accepted.Who, reason)
            ).ToLookup(one => one.Who, one => one.reason),
            each.ToDictionary(claim => claim.Accepted.Who, claim => called[claim.Accepted.AcceptedBy])
        );

        IEnumerable<Reason> ReasonsOf(UnacceptedClaim claim)
        {
            var counted = CodesOf(claim).ToHashSet();
            var kind =
                claim.Change.After!.Claim.Subject == ClaimSubject.Agencies
                    ? ReporterKind.CountyBoard
                    : ReporterKind.Region;
            var asked = counted.Select(code => requirements.GetValueOrDefault(code)).ToHashSet();
            var since = claim.Accepted.AcceptedAt;
            // What was made and undone since has changed nothing.
            foreach (
                var step in steps.Where(step => step.At > since && (step.UndoneAt is null || step.MadeAt <= since))
            )
            {
                var place = step.Source is { } source ? places.GetValueOrDefault(source) : null;
                var isAbout =
                    (step.Code is null && step.OtherCode is null)
                        ? Wide.Contains(step.Action) || (place?.Requirement is { } about && asked.Contains(about))
                        : (step.Code is { } code && counted.Contains(code))
                            || (step.OtherCode is { } other && counted.Contains(other));
                if (isAbout && (step.Source is null || (place?.County is { } county && claim.Moved.Contains(county))))
                {
                    var words = step.UndoneAt is null ? step.Words : $"ångrade: {step.Words}";
                    yield return new Reason(step.At, called[step.Actor], words, place?.County);
                }
            }

            // A claim about documents alone is moved by no answer.
            foreach (
                var one in submitted.Where(one =>
                    one.At > since
                    && one.Kind == kind
                    && claim.Moved.Contains(one.County)
                    && asked.Any(about => about is not null)
                )
            )
            {
                yield return new Reason(one.At, one.Reporter, $"lämnade in version {one.Number}", Region: null);
            }
        }
    }

    private static IEnumerable<Key<Code>> CodesOf(UnacceptedClaim claim) =>
        (Marker.Read(claim.Accepted.Who).Counted?.Codes ?? []).Concat(
            claim.Change.After!.Codes.Select(code => Key<Code>.Parse(code, null))
        );

    /// <summary>Those that were made or undone since.</summary>
    private Task<List<Step>> Steps(Key<Round> round, DateTimeOffset since, CancellationToken cancellation) =>
        db
            .WorkSteps.AsNoTracking()
            .Where(step =>
                step.RoundId == round && Moving.Contains(step.Action) && (step.At > since || step.UndoneAt > since)
            )
            .OrderByDescending(step => step.Number)
            .Take(Most)
            .Select(step => new Step(
                step.At,
                step.UndoneAt,
                step.Actor,
                step.Action,
                step.Words,
                step.CodeId,
                step.OtherCodeId,
                step.SourceId
            ))
            .ToListAsync(cancellation);

    private sealed record Version(DateTimeOffset At, int Number, string Reporter, ReporterKind Kind, RegionCode County);

    private async Task<List<Version>> Submitted(Key<Round> round, DateTimeOffset since, CancellationToken cancellation)
    {
        var versions = await (
            from version in db.SubmissionVersions
            join submission in db.Submissions on version.SubmissionId equals submission.Id
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && version.SubmittedAt > since && reporter.County != null
            orderby version.SubmittedAt descending
            select new
            {
                version.SubmittedAt,
                version.Number,
                reporter.Name,
                reporter.Kind,
                reporter.County,
            }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        return versions.ConvertAll(one => new Version(one.SubmittedAt, one.Number, one.Name, one.Kind, one.County!));
    }
}
