using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Compile;

/// <summary>The questions about chapters that several use cases ask.</summary>
internal static class ChapterQueries
{
    extension(SamlaDb db)
    {
        /// <summary>The chapters of a round's report in order, without those that are taken out.</summary>
        public IQueryable<Chapter> ChaptersOf(Key<Round> round) =>
            db
                .Chapters.Where(chapter => chapter.RoundId == round && chapter.RemovedAt == null)
                .OrderBy(chapter => chapter.Number);

        /// <summary>Keeps the text that a chapter has got; the caller saves.</summary>
        /// <param name="chapter">With its text and revision.</param>
        /// <param name="actor">Who wrote it; empty where nobody knows.</param>
        /// <param name="now">When.</param>
        public void Keep(Chapter chapter, string actor, DateTimeOffset now) =>
            db.ChapterRevisions.Add(
                new ChapterRevision
                {
                    RoundId = chapter.RoundId,
                    ChapterId = chapter.Id,
                    Number = chapter.Revision,
                    Text = chapter.Text,
                    SavedAt = now,
                    SavedBy = actor,
                }
            );
    }
}
