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
    }
}
