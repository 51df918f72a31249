using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile.Plan;

/// <summary>Gives a report that has no chapters those of a report type, or those of another round's report.</summary>
public sealed class StartReport(SamlaDb db, ReportTypes types, TimeProvider clock)
{
    /// <summary>From a report type.</summary>
    public async Task<PlanOutcome> Run(Key<Round> round, string type, string actor, CancellationToken cancellation)
    {
        var found = types.All.FirstOrDefault(one => one.Id == type);
        return await Start(
            round,
            async about =>
                found?.Suits(about) == true
                    ? found.For(about, await db.SectionsOf(about.TemplateId).ToListAsync(cancellation))
                    : null,
            "Rapporttypen passar inte omgången. Välj en annan.",
            actor,
            cancellation
        );
    }

    /// <summary>
    /// From another round's report: its headings, and the whole text of chapters in which nothing is filled in. A chapter rests on
    /// the requirements that are asked again.
    /// </summary>
    public Task<PlanOutcome> Run(Key<Round> round, Key<Round> earlier, string actor, CancellationToken cancellation) =>
        Start(
            round,
            about => Before(about, earlier, cancellation),
            "Den omgången har ingen rapport att utgå från. Välj en annan.",
            actor,
            cancellation
        );

    private async Task<PlanOutcome> Start(
        Key<Round> roundId,
        Func<Round, Task<IReadOnlyList<ReportTypeFile.Planned>?>> plan,
        string otherwise,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null || await plan(round) is not { Count: > 0 } planned)
        {
            return new PlanOutcome.Refused(otherwise);
        }

        if (await db.ChaptersOf(roundId).AnyAsync(cancellation))
        {
            return new PlanOutcome.Refused("Rapporten har redan kapitel. Lägg till dem som saknas ett och ett.");
        }

        var free = await db.FreeChapterKeys(roundId, cancellation);
        List<Chapter> chapters =
        [
            .. planned.Select(
                (one, at) =>
                    new Chapter
                    {
                        RoundId = roundId,
                        Id = free(one.Name),
                        RestsOn = one.RestsOn,
                        Number = at + 1,
                        Text = one.Text,
                        Revision = 1,
                    }
            ),
        ];
        db.Chapters.AddRange(chapters);
        chapters.ForEach(chapter => db.Keep(chapter, actor, clock.GetUtcNow()));
        await db.Save(new Change(actor, "report.start", roundId.Value), cancellation);
        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapters[0].Id);
    }

    private async Task<IReadOnlyList<ReportTypeFile.Planned>?> Before(
        Round round,
        Key<Round> earlierId,
        CancellationToken cancellation
    )
    {
        var earlier = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == earlierId, cancellation);
        if (earlier is null || earlier.Id == round.Id)
        {
            return null;
        }

        var chapters = await db.ChaptersOf(earlierId).AsNoTracking().ToListAsync(cancellation);
        var asked = (await db.RequirementsOf(round.TemplateId, cancellation)).ConvertAll(requirement => requirement.Id);
        var pairs = await db.RequirementPairs(asked, round.TemplateId, earlier.TemplateId, cancellation);
        return
        [
            .. chapters.Select(chapter => new ReportTypeFile.Planned(
                chapter.Id.Value,
                [.. asked.Where(now => pairs[now].Any(pair => chapter.RestsOn.Contains(pair.Earlier)))],
                ChapterMarkdown.HasMarkers(chapter.Text) ? ChapterMarkdown.HeadingsOf(chapter.Text) : chapter.Text
            )),
        ];
    }
}
