using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Exchange;

/// <summary>Makes attributions of the codes that a project's cases have as a whole, by the rules of <see cref="AttributeCode"/>.</summary>
/// <param name="round">The round.</param>
/// <param name="now">When codes without a time are given.</param>
/// <param name="codes">Finds the round's own codes.</param>
/// <param name="coderOf">Says who a user of the project is; null is nobody.</param>
/// <param name="unplaced">Is told what was not added.</param>
internal sealed class AttributionMatching(
    Key<Round> round,
    DateTimeOffset now,
    CodeMatching codes,
    Func<Guid?, string> coderOf,
    List<string> unplaced
)
{
    private Dictionary<Guid, Reporter> _reporters = [];
    private Dictionary<Key<Requirement>, Requirement> _requirements = [];
    private HashSet<(Key<Code>, Key<Reporter>, string)> _there = [];
    private HashSet<Guid> _ids = [];

    public List<Attribution> New { get; } = [];

    public int AlreadyThere { get; private set; }

    /// <summary>Reads what the round has now.</summary>
    public async Task Read(SamlaDb db, CancellationToken cancellation)
    {
        var reporters = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && submission.CurrentVersion > 0
            select reporter
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        _reporters = reporters.ToDictionary(reporter => ExchangeIds.Of(round, reporter.Id));
        _requirements = await (
            from requirement in db.Requirements
            join one in db.Rounds on requirement.TemplateId equals one.TemplateId
            where one.Id == round
            select requirement
        )
            .AsNoTracking()
            .ToDictionaryAsync(requirement => requirement.Id, cancellation);
        var there = await db
            .Attributions.Select(one => new
            {
                one.Id,
                one.RoundId,
                one.CodeId,
                one.ReporterId,
                one.Coder,
            })
            .ToListAsync(cancellation);
        _ids = [.. there.Select(one => one.Id.Value)];
        _there = [.. there.Where(one => one.RoundId == round).Select(one => (one.CodeId, one.ReporterId, one.Coder))];
    }

    public void Take(ExchangeCase one)
    {
        var reporter =
            _reporters.GetValueOrDefault(one.Id)
            ?? _reporters.Values.FirstOrDefault(known =>
                known.Name.Equals(one.Name.Trim(), StringComparison.OrdinalIgnoreCase)
            );
        foreach (var given in one.Codes)
        {
            var code = CodeOf(given, reporter);
            // Programs that keep no links bring back the code without its reason.
            if (given.Reason is null && _there.Any(known => known.Item1 == code?.Id && known.Item2 == reporter?.Id))
            {
                AlreadyThere++;
            }
            else if (Problem(given, reporter, code) is { } problem)
            {
                unplaced.Add(
                    $"”{Troubles.Short(one.Name)}”, koden ”{Troubles.Short(codes.LabelOf(given.Code))}” utan textställe: {problem}"
                );
            }
            else
            {
                Add(given, code!, reporter!);
            }
        }
    }

    private Code? CodeOf(ExchangeCaseCode given, Reporter? reporter) =>
        codes.Find(given.Code).FindAll(one => one.Subject == reporter?.Kind && IsAsked(one.RequirementId, reporter))
            is [var only]
            ? only
            : null;

    private static string? Problem(ExchangeCaseCode given, Reporter? reporter, Code? code) =>
        reporter is null ? "ingen uppgiftslämnare som har lämnat in i omgången heter så."
        : code is null ? "omgångens kodschema har ingen sådan kod för uppgiftslämnaren, eller flera."
        : code.CountedFrom is { } from ? $"den räknas {from.Tag}."
        : !code.IsGiven ? "den ges inte längre."
        : given.Reason is null ? "filen säger inte varför. Ge koden på kodens sida, med ett skäl."
        : Source.Normalised(given.Reason.Text).Length is 0 or > Attribution.LongestReason
            ? $"skälet är tomt eller längre än {Attribution.LongestReason} tecken."
        : null;

    private bool IsAsked(Key<Requirement>? id, Reporter reporter) =>
        id is not null && _requirements.GetValueOrDefault(id)?.Asks(reporter) == true;

    private void Add(ExchangeCaseCode given, Code code, Reporter reporter)
    {
        var coder = coderOf(given.Reason!.User);
        if (!_there.Add((code.Id, reporter.Id, coder)))
        {
            AlreadyThere++;
            return;
        }

        var id = _ids.Add(given.Id) ? given.Id : Guid.CreateVersion7(now);
        New.Add(
            new Attribution
            {
                Id = new Id<Attribution>(id),
                RoundId = round,
                CodeId = code.Id,
                ReporterId = reporter.Id,
                Reason = Source.Normalised(given.Reason.Text),
                Coder = coder,
                CodedAt = given.Reason.CreatedAt ?? now,
            }
        );
    }
}
