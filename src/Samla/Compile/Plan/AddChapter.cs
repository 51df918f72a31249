using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Reference;

namespace Samla.Compile.Plan;

/// <summary>Adds a chapter to a round's report, with a heading for each requirement that it rests on.</summary>
public sealed class AddChapter(SamlaDb db, TimeProvider clock)
{
    /// <summary>The most characters of a title.</summary>
    public const int LongestTitle = 200;

    /// <param name="round">The round.</param>
    /// <param name="title">Its title.</param>
    /// <param name="restsOn">The requirements that it compiles; may be none.</param>
    /// <param name="after">The chapter that it comes after; null where it comes first.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<PlanOutcome> Run(
        Key<Round> round,
        string title,
        IReadOnlyCollection<Key<Requirement>> restsOn,
        Key<Chapter>? after,
        string actor,
        CancellationToken cancellation
    )
    {
        title = Source.Normalised(title);
        if (title.Length is 0 or > LongestTitle || title.AsSpan().ContainsAny("{}\n"))
        {
            return new PlanOutcome.Refused(
                $"Skriv en rubrik på högst {LongestTitle} tecken, på en rad och utan klamrar."
            );
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var about = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == round, cancellation);
        if (about is null)
        {
            return new PlanOutcome.Refused("Omgången finns inte.");
        }

        var requirements = (await db.RequirementsOf(about.TemplateId, cancellation)).FindAll(requirement =>
            restsOn.Contains(requirement.Id)
        );
        var others = await db.ChaptersOf(round).ToListAsync(cancellation);
        var free = await db.FreeChapterKeys(round, cancellation);
        var chapter = new Chapter
        {
            RoundId = round,
            Id = free(title),
            RestsOn = [.. requirements.Select(requirement => requirement.Id)],
            Number = 0,
            Text = $"# {ChapterMarkdown.Escaped(title)}\n\n{ReportTypeFile.HeadingsOf(requirements)}".TrimEnd() + "\n",
            Revision = 1,
        };
        db.Chapters.Add(chapter);
        db.Keep(chapter, actor, clock.GetUtcNow());
        // After one that has been taken out meanwhile is last.
        var place =
            after is null ? 0
            : others.FindIndex(one => one.Id == after) is >= 0 and var found ? found + 1
            : others.Count;
        ChapterOrder.Place(others, chapter, place);
        await db.Save(new Change(actor, "chapter.add", $"{round}/{chapter.Id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return new PlanOutcome.Changed(chapter.Id);
    }
}
