using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Reference;

namespace Samla.Collect;

/// <summary>A reporter's register of interventions in a round.</summary>
public sealed class ListInterventions(SamlaDb db, Taxonomy taxonomy)
{
    /// <param name="Lines">What is in the register, by name in Swedish order.</param>
    /// <param name="Removed">What the reporter has taken out of it, the latest first.</param>
    public sealed record Result(
        InterventionRegister Register,
        IReadOnlyList<Line> Lines,
        IReadOnlyList<RemovedLine> Removed
    );

    /// <summary>An intervention that the reporter has taken out of its register.</summary>
    /// <param name="Name">Its name, by which it can be put back; the rest is for those who carry it on.</param>
    /// <param name="At">When it was taken out.</param>
    /// <param name="IsReadable">Whether there is something of it that the reporter may read.</param>
    public sealed record RemovedLine(Key<Intervention> Id, string Name, DateTimeOffset At, bool IsReadable);

    /// <param name="With">The other reporters that carry it out, by their own names.</param>
    /// <param name="References">The requirements that the reporter refers to it from.</param>
    public sealed record Line(
        Intervention Intervention,
        IReadOnlyList<string> With,
        IReadOnlyList<Key<Requirement>> References
    );

    /// <summary>Null where the reporter takes no part in the round.</summary>
    public async Task<Result?> Run(Key<Round> round, Key<Reporter> reporter, CancellationToken cancellation)
    {
        var register = await InterventionRegister.Find(db, taxonomy, round, reporter, cancellation);
        if (register is null)
        {
            return null;
        }

        var interventions = await db
            .Interventions.AsNoTracking()
            .Whole.Where(one => one.RoundId == round && one.Reporters.Any(whose => whose.ReporterId == reporter))
            .ToListAsync(cancellation);
        var names = await db.NamesBeside(reporter, interventions, cancellation);
        var standing = interventions.Where(one => one.MergedIntoId is null).ToLookup(one => one.IsIn(reporter));
        return new Result(
            register,
            [.. InOrder(standing[true]).Select(one => LineOf(one, reporter, names))],
            [.. standing[false].Select(one => RemovedFrom(one, reporter)).OrderByDescending(line => line.At)]
        );
    }

    private static RemovedLine RemovedFrom(Intervention intervention, Key<Reporter> reporter) =>
        new(
            intervention.Id,
            intervention.Name,
            intervention.Reporters.First(one => one.ReporterId == reporter).RemovedAt!.Value,
            intervention.IsOpenTo(reporter) || intervention.AsSubmitted() is not null
        );

    private static IEnumerable<Intervention> InOrder(IEnumerable<Intervention> interventions) =>
        interventions.OrderBy(one => one.Name, SwedishText.Order).ThenBy(one => one.Id.Value, StringComparer.Ordinal);

    /// <summary>What a submitted version holds, by name in Swedish order; nothing where there is no such version.</summary>
    public async Task<IReadOnlyList<Line>> Submitted(
        Key<Round> round,
        Key<Reporter> reporter,
        int version,
        CancellationToken cancellation
    )
    {
        var submitted = (await db.SubmittedInterventionsOf(round, reporter, version, cancellation))[reporter].ToList();
        var names = await db.NamesBeside(reporter, submitted, cancellation);
        return [.. InOrder(submitted).Select(one => LineOf(one, reporter, names))];
    }

    /// <summary>Over those of <see cref="WithoutQuestion"/>.</summary>
    public const string Others = "Insatser som inte hör till någon fråga";

    /// <summary>Those that no answer refers to. They are handed in too, so they are shown last.</summary>
    public static IReadOnlyList<Line> WithoutQuestion(IEnumerable<Line> lines, ViewSubmission.Result view)
    {
        var asked = view.Sections.SelectMany(section => section.Items).Select(item => item.Requirement.Id).ToHashSet();
        return [.. lines.Where(line => !line.References.Any(asked.Contains))];
    }

    internal static Line LineOf(
        Intervention intervention,
        Key<Reporter> reporter,
        IReadOnlyDictionary<Key<Reporter>, string> names
    ) =>
        new(
            intervention,
            [
                .. intervention
                    .Reporters.Where(one => one.ReporterId != reporter && one.RemovedAt is null)
                    .Select(one => names[one.ReporterId])
                    .Order(SwedishText.Order),
            ],
            [.. intervention.RequirementsOf(reporter)]
        );
}

/// <summary>Who else carries out a reporter's interventions.</summary>
internal static class OtherReporters
{
    extension(SamlaDb db)
    {
        /// <summary>The names of the other reporters of some interventions.</summary>
        public async Task<Dictionary<Key<Reporter>, string>> NamesBeside(
            Key<Reporter> reporter,
            IEnumerable<Intervention> interventions,
            CancellationToken cancellation
        )
        {
            var others = interventions
                .SelectMany(one => one.Reporters)
                .Select(one => one.ReporterId)
                .Where(id => id != reporter)
                .Distinct()
                .ToList();
            return others.Count == 0
                ? []
                : await db
                    .Reporters.AsNoTracking()
                    .Where(one => others.Contains(one.Id))
                    .ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        }
    }
}
