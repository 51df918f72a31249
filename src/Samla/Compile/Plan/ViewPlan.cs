using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile.Plan;

/// <summary>Which chapters a report has, what each rests on, and what a report without chapters can begin with.</summary>
public sealed class ViewPlan(SamlaDb db, ReportTypes types)
{
    /// <param name="Title">As readers see it; empty where the text has none.</param>
    public sealed record Line(Chapter Chapter, string Title);

    /// <param name="Chapters">In order.</param>
    /// <param name="Removed">Those that are taken out, the latest first.</param>
    /// <param name="Sections">What the round asks, with its requirements.</param>
    /// <param name="Unused">The requirements that no chapter rests on.</param>
    /// <param name="Types">The report types that suit the round.</param>
    /// <param name="Earlier">Other rounds that have a report, the latest first.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<Line> Chapters,
        IReadOnlyList<Line> Removed,
        IReadOnlyList<Section> Sections,
        IReadOnlyList<Requirement> Unused,
        IReadOnlyList<ReportTypeFile> Types,
        IReadOnlyList<Round> Earlier
    );

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        if (
            await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation) is not { } round
        )
        {
            return null;
        }

        var sections = await db.SectionsOf(round.TemplateId).ToListAsync(cancellation);
        var all = await db
            .Chapters.AsNoTracking()
            .Where(chapter => chapter.RoundId == roundId)
            .OrderBy(chapter => chapter.Number)
            .ToListAsync(cancellation);
        var there = all.FindAll(chapter => chapter.RemovedAt is null);
        var used = there.SelectMany(chapter => chapter.RestsOn).ToHashSet();
        return new Result(
            round,
            [.. there.Select(Of)],
            [.. all.Where(chapter => chapter.RemovedAt is not null).OrderByDescending(one => one.RemovedAt).Select(Of)],
            sections,
            [.. sections.SelectMany(section => section.InOrder()).Where(one => !used.Contains(one.Id))],
            [.. types.All.Where(type => type.Suits(round))],
            there.Count > 0 ? [] : await Earlier(roundId, cancellation)
        );
    }

    private static Line Of(Chapter chapter) => new(chapter, ChapterMarkdown.TitleOf(chapter.Text));

    private async Task<IReadOnlyList<Round>> Earlier(Key<Round> round, CancellationToken cancellation) =>
        await db
            .Rounds.AsNoTracking()
            .Where(one => one.Id != round)
            .Where(one => db.Chapters.Any(chapter => chapter.RoundId == one.Id && chapter.RemovedAt == null))
            .OrderByDescending(one => one.PeriodEnd)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellation);
}
