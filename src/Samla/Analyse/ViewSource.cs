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
    /// <param name="Answer">Whose answer to what the text is; null for a document.</param>
    /// <param name="Document">The document that the text is of; null for an answer.</param>
    /// <param name="Current">The text that counts in its place, itself where it does; null where there is none.</param>
    /// <param name="Codes">The codes of the requirement, or those about documents, in the codebook's order; those that are no longer given are among them.</param>
    /// <param name="Elsewhere">Codes that other documents about the same county have: no number hangs on this one for them.</param>
    /// <param name="Others">All reporters' current answers to the same requirement, in Swedish order; or all documents.</param>
    /// <param name="Earlier">The text that this one replaced; null where there was none.</param>
    public sealed record Result(
        Round Round,
        Source Source,
        AnswerTo? Answer,
        VersionOf? Document,
        Id<Source>? Current,
        IReadOnlyList<Coding> Codings,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<Key<Code>> Elsewhere,
        IReadOnlyList<Other> Others,
        Replaced? Earlier,
        Work Work
    )
    {
        /// <summary>Whether the text counts; false for one that a later version replaced, and for a document that is taken out.</summary>
        public bool IsCurrent => Current == Source.Id;

        /// <summary>Whether somebody has read it to its end.</summary>
        public bool IsRead => Work.Readers.Count > 0;

        /// <summary>What the one whose words they are is called: a reporter, or a document.</summary>
        public string Name => Answer?.Reporter.ShortName ?? Document!.Document.Title;

        /// <summary>The county it stands in among the 21; null for none.</summary>
        public RegionCode? County => Answer is null ? Document!.Document.County : Answer.Reporter.County;
    }

    public sealed record AnswerTo(Reporter Reporter, Requirement Requirement, Section Section);

    public sealed record VersionOf(Document Document, DocumentVersion Version);

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

    /// <param name="Name">A region's short name, a reporter's own, or a document's title.</param>
    /// <param name="County">The county it stands in among the 21; null for none.</param>
    /// <param name="Codings">How many passages are coded.</param>
    public sealed record Other(string Name, RegionCode? County, Id<Source> Source, int Codings, bool IsRead);

    /// <summary>A text of an earlier version, whose codings moved here or wait to be placed.</summary>
    /// <param name="Waiting">How many of its codings nobody has placed or let go.</param>
    public sealed record Replaced(Id<Source> Source, int Version, int Waiting);

    /// <summary>The text alone, for whoever only does something with it; null where there is no such source.</summary>
    public Task<Source?> Find(Id<Source> id, CancellationToken cancellation) =>
        db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Id == id, cancellation);

    /// <summary>Null where there is no such source.</summary>
    public async Task<Result?> Run(Id<Source> id, CancellationToken cancellation)
    {
        var found = await (
            from source in db.Sources.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on source.RoundId equals round.Id
            where source.Id == id
            select new { source, round }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        // Before all else: what is done while this is read is then told as new.
        var turn = await db.LatestTurn(cancellation);
        var answer = await Answer(found.round, found.source, cancellation);
        var document = answer is null ? await Document(id, cancellation) : null;
        var codings = await db
            .Codings.AsNoTracking()
            .Where(coding => coding.SourceId == id)
            .OrderBy(coding => coding.Start)
            .ThenByDescending(coding => coding.Length)
            .ToListAsync(cancellation);
        var codes = await db.CodesFor(found.round.Id, answer?.Requirement.Id, answer?.Reporter.Kind)
            .ToListAsync(cancellation);
        var others = answer is null
            ? await Documents(found.round.Id, cancellation)
            : await Answers(found.round.Id, answer.Requirement.Id, cancellation);
        var own = others.Find(other =>
            answer is null ? other.Document == document!.Document.Id : other.Reporter == answer.Reporter.Id
        );
        return new Result(
            found.round,
            found.source,
            answer,
            document,
            own?.Other.Source,
            codings,
            codes,
            document?.Document is { County: { } county } ? await Elsewhere(found.source, county, cancellation) : [],
            [.. others.Select(other => other.Other).OrderBy(other => other.Name, SwedishText.Order)],
            own?.Other.Source != id ? null
                : answer is null ? await Earlier(document!, cancellation)
                : await Earlier(found.source, cancellation),
            await WorkOn(found.source, codings, codes, turn, cancellation)
        );
    }

    /// <summary>One of the others with what it is of.</summary>
    private sealed record Beside(Key<Reporter>? Reporter, Id<Document>? Document, Other Other);

    private Task<AnswerTo?> Answer(Round round, Source source, CancellationToken cancellation) =>
        (
            from reporter in db.Reporters.AsNoTracking()
            from requirement in db.Requirements.AsNoTracking()
            join section in db.Sections.AsNoTracking()
                on new { requirement.TemplateId, Id = requirement.SectionId } equals new
                {
                    section.TemplateId,
                    section.Id,
                }
            where reporter.Id == source.ReporterId
            where requirement.TemplateId == round.TemplateId && requirement.Id == source.RequirementId
            select new AnswerTo(reporter, requirement, section)
        ).SingleOrDefaultAsync(cancellation);

    private Task<VersionOf> Document(Id<Source> source, CancellationToken cancellation) =>
        (
            from version in db.DocumentVersions.AsNoTracking()
            join document in db.Documents.AsNoTracking() on version.DocumentId equals document.Id
            where version.SourceId == source
            select new VersionOf(document, version)
        ).SingleAsync(cancellation);

    private Task<List<Key<Code>>> Elsewhere(Source source, RegionCode county, CancellationToken cancellation) =>
        (
            from current in db.CurrentDocuments(source.RoundId)
            join coding in db.Codings on current.SourceId equals coding.SourceId
            where current.Document.County == county && current.SourceId != source.Id
            select coding.CodeId
        )
            .Distinct()
            .ToListAsync(cancellation);

    private async Task<List<Beside>> Answers(
        Key<Round> round,
        Key<Requirement> requirement,
        CancellationToken cancellation
    )
    {
        var answers = await (
            from answer in db.CurrentAnswers(round)
            join reporter in db.Reporters.AsNoTracking() on answer.ReporterId equals reporter.Id
            where answer.RequirementId == requirement
            select new
            {
                reporter,
                answer.SourceId,
                Codings = db.Codings.Count(coding => coding.SourceId == answer.SourceId),
                IsRead = db.Readings.Any(reading => reading.SourceId == answer.SourceId),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. answers.Select(one => new Beside(
                one.reporter.Id,
                null,
                new Other(one.reporter.ShortName, one.reporter.County, one.SourceId, one.Codings, one.IsRead)
            )),
        ];
    }

    private async Task<List<Beside>> Documents(Key<Round> round, CancellationToken cancellation)
    {
        var documents = await (
            from current in db.CurrentDocuments(round)
            select new
            {
                current.Document.Id,
                current.Document.Title,
                current.Document.County,
                current.SourceId,
                Codings = db.Codings.Count(coding => coding.SourceId == current.SourceId),
                IsRead = db.Readings.Any(reading => reading.SourceId == current.SourceId),
            }
        ).ToListAsync(cancellation);
        return
        [
            .. documents.Select(one => new Beside(
                null,
                one.Id,
                new Other(one.Title, one.County, one.SourceId, one.Codings, one.IsRead)
            )),
        ];
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

    private Task<Replaced?> Earlier(VersionOf current, CancellationToken cancellation) =>
        (
            from version in db.DocumentVersions
            where version.DocumentId == current.Document.Id && version.Number < current.Version.Number
            orderby version.Number descending
            select new Replaced(
                version.SourceId,
                version.Number,
                db.Codings.Count(coding =>
                    coding.SourceId == version.SourceId && coding.MovedToId == null && coding.DroppedBecause == null
                )
            )
        ).FirstOrDefaultAsync(cancellation);
}
