using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>A source as an analyst reads it: the text, its coded passages, and the sources before and after it.</summary>
public sealed class ViewSource(SamlaDb db, ActorNames actorNames)
{
    /// <param name="IsCurrent">Whether the text counts; false for one that a later version replaced.</param>
    /// <param name="Codes">The codes of the requirement, in the codebook's order; those that are no longer given are among them.</param>
    /// <param name="Others">All reporters' current answers to the same requirement, in Swedish order.</param>
    /// <param name="Earlier">The answer that this one replaced; null where there was none.</param>
    public sealed record Result(
        Round Round,
        Source Source,
        Reporter Reporter,
        Requirement Requirement,
        Section Section,
        bool IsCurrent,
        IReadOnlyList<Coding> Codings,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Other> Others,
        Replaced? Earlier,
        Work Work
    )
    {
        /// <summary>Whether somebody has read it to its end.</summary>
        public bool IsRead => Work.Readers.Count > 0;
    }

    /// <summary>What analysts have done with the source beside coding it.</summary>
    /// <param name="Readers">Who has read it to its end.</param>
    /// <param name="Attributions">Codes that the reporter was given without a passage.</param>
    /// <param name="Memos">On the source, its codings and its requirement, the oldest first.</param>
    /// <param name="Names">What to call those who did it.</param>
    /// <param name="Turn">The latest <see cref="WorkStep.Turn"/> that this has in it.</param>
    public sealed record Work(
        IReadOnlyList<string> Readers,
        IReadOnlyList<Attribution> Attributions,
        IReadOnlyList<Memo> Memos,
        IReadOnlyDictionary<string, string> Names,
        long Turn
    );

    /// <param name="Codings">How many passages are coded.</param>
    public sealed record Other(Reporter Reporter, Id<Source> Source, int Codings, bool IsRead)
    {
        /// <summary>A region's short name; else the reporter's own.</summary>
        public string Name => Reporter.ShortName;
    }

    /// <summary>An answer of an earlier version, whose codings moved here or wait to be placed.</summary>
    /// <param name="Waiting">How many of its codings nobody has placed or let go.</param>
    public sealed record Replaced(Id<Source> Source, int Version, int Waiting);

    /// <summary>Null where there is no such source, or it is no answer.</summary>
    public async Task<Result?> Run(Id<Source> id, CancellationToken cancellation)
    {
        var found = await (
            from source in db.Sources.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on source.RoundId equals round.Id
            join reporter in db.Reporters.AsNoTracking() on source.ReporterId equals reporter.Id
            join requirement in db.Requirements.AsNoTracking()
                on new { round.TemplateId, Id = source.RequirementId } equals new
                {
                    requirement.TemplateId,
                    Id = (Key<Requirement>?)requirement.Id,
                }
            join section in db.Sections.AsNoTracking()
                on new { round.TemplateId, Id = requirement.SectionId } equals new { section.TemplateId, section.Id }
            where source.Id == id
            select new
            {
                source,
                round,
                reporter,
                requirement,
                section,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        // Before all else: what is done while this is read is then told as new.
        var turn = await db.LatestTurn(cancellation);
        var codings = await db
            .Codings.AsNoTracking()
            .Where(coding => coding.SourceId == id)
            .OrderBy(coding => coding.Start)
            .ThenByDescending(coding => coding.Length)
            .ToListAsync(cancellation);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code =>
                code.RoundId == found.round.Id
                && code.RequirementId == found.requirement.Id
                && code.Subject == found.reporter.Kind
                && code.MergedIntoId == null
            )
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        var others = await (
            from answer in db.CurrentAnswers(found.round.Id)
            join reporter in db.Reporters.AsNoTracking() on answer.ReporterId equals reporter.Id
            where answer.RequirementId == found.requirement.Id
            select new Other(
                reporter,
                answer.SourceId,
                db.Codings.Count(coding => coding.SourceId == answer.SourceId),
                db.Readings.Any(reading => reading.SourceId == answer.SourceId)
            )
        ).ToListAsync(cancellation);
        var isCurrent = others.Exists(other => other.Source == id);
        return new Result(
            found.round,
            found.source,
            found.reporter,
            found.requirement,
            found.section,
            isCurrent,
            codings,
            codes,
            [.. others.OrderBy(other => other.Name, SwedishText.Order)],
            isCurrent ? await Earlier(found.source, cancellation) : null,
            await WorkOn(found.source, codings, codes, turn, cancellation)
        );
    }

    private async Task<Work> WorkOn(
        Source source,
        List<Coding> codings,
        List<Code> codes,
        long turn,
        CancellationToken cancellation
    )
    {
        var readers = await db
            .Readings.Where(reading => reading.SourceId == source.Id)
            .OrderBy(reading => reading.ReadAt)
            .Select(reading => reading.Reader)
            .ToListAsync(cancellation);
        var keys = codes.ConvertAll(code => code.Id);
        var attributions = await db
            .Attributions.AsNoTracking()
            .Where(one =>
                one.RoundId == source.RoundId && one.ReporterId == source.ReporterId && keys.Contains(one.CodeId)
            )
            .OrderBy(one => one.CodedAt)
            .ToListAsync(cancellation);
        var memos = await db
            .Memos.AsNoTracking()
            .Where(memo =>
                memo.SourceId == source.Id
                || (memo.RoundId == source.RoundId && memo.RequirementId == source.RequirementId)
                || db.Codings.Any(coding => coding.SourceId == source.Id && coding.Id == memo.CodingId)
            )
            .OrderBy(memo => memo.WrittenAt)
            .ToListAsync(cancellation);
        var names = await actorNames.Run(
            [
                .. readers,
                .. codings.Select(coding => coding.Coder),
                .. attributions.Select(one => one.Coder),
                .. memos.Select(memo => memo.Author),
            ],
            cancellation
        );
        return new Work(readers, attributions, memos, names, turn);
    }

    private Task<Replaced?> Earlier(Source current, CancellationToken cancellation) =>
        (
            from submission in db.Submissions
            join answer in db.SubmittedAnswers on submission.Id equals answer.SubmissionId
            where
                submission.RoundId == current.RoundId
                && submission.ReporterId == current.ReporterId
                && answer.RequirementId == current.RequirementId
                && answer.SourceId != current.Id
            orderby answer.Version descending
            select new Replaced(
                answer.SourceId,
                answer.Version,
                db.Codings.Count(coding =>
                    coding.SourceId == answer.SourceId && coding.MovedToId == null && coding.DroppedBecause == null
                )
            )
        ).FirstOrDefaultAsync(cancellation);
}
