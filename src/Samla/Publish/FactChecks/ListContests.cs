using Microsoft.EntityFrameworkCore;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>What reporters contest in a round's report and have no reply to: it keeps the report from being published.</summary>
public sealed class ListContests(SamlaDb db)
{
    public sealed record Line(FactCheckAnswer Answer, string Reporter)
    {
        /// <summary>What is the matter and what to do, in Swedish.</summary>
        public string Message => $"{Reporter} har invänt och inte fått svar. Svara under Faktagranskning.";
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Line>> Run(Key<Round> round, CancellationToken cancellation)
    {
        var chapters = db.ChaptersOf(round);
        return await (
            from answer in db.FactCheckAnswers.AsNoTracking()
            join reporter in db.Reporters on answer.ReporterId equals reporter.Id
            // What the report no longer has, hinders nothing.
            where chapters.Any(chapter => chapter.Id == answer.ChapterId)
            where answer.RoundId == round && answer.Verdict == FactCheckVerdict.Contested && !answer.IsReplied
            orderby answer.AnsweredAt
            select new Line(answer, reporter.Name)
        ).ToListAsync(cancellation);
    }
}
