using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;

namespace Samla.Publish;

/// <summary>Reads a round's latest edition, whole or a chapter at a time, and the words behind its claims.</summary>
public sealed class ReadEdition(SamlaDb db, FrozenChapters frozen)
{
    /// <param name="Chapters">Number, key and title of every chapter.</param>
    public sealed record Contents(Round Round, Edition Edition, IReadOnlyList<Entry> Chapters);

    public sealed record Entry(int Number, Key<Chapter> Id, string Title);

    /// <summary>The words behind a claim, in the text they stand in.</summary>
    /// <param name="Reporter">Who answered; null for the words of a document.</param>
    /// <param name="Document">Null for the words of an answer.</param>
    /// <param name="IsMarked">Whether the round's mark is true of them: not of what somebody uploaded.</param>
    /// <param name="Source">The text.</param>
    /// <param name="Before">The words before the passage in its paragraph.</param>
    /// <param name="Quote">The passage.</param>
    /// <param name="After">The words after the passage in its paragraph.</param>
    public sealed record Passage(
        Reporter? Reporter,
        Document? Document,
        bool IsMarked,
        Id<Source> Source,
        string Before,
        string Quote,
        string After
    )
    {
        public RegionCode? County => Reporter?.County ?? Document?.County;
    }

    /// <summary>The latest edition's contents; null where the round has none.</summary>
    public async Task<Contents?> ReadContents(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var edition = await db.EditionsOf(roundId).FirstOrDefaultAsync(cancellation);
        if (round is null || edition is null)
        {
            return null;
        }

        var chapters = await db
            .EditionChapters.Where(chapter => chapter.EditionId == edition.Id)
            .OrderBy(chapter => chapter.Number)
            .Select(chapter => new Entry(chapter.Number, chapter.ChapterId, chapter.Title))
            .ToListAsync(cancellation);
        return new Contents(round, edition, chapters);
    }

    /// <summary>A chapter of an edition; null where it has no such one.</summary>
    public async Task<ReportChapter?> ReadChapter(
        Id<Edition> edition,
        Key<Chapter> chapterId,
        CancellationToken cancellation
    ) => (await frozen.Of(db, edition, cancellation)).FirstOrDefault(chapter => chapter.Id == chapterId.Value);

    /// <summary>The whole of an edition; null where the round has no such one.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="number">The edition's; the latest where it is left out.</param>
    public async Task<(Edition Edition, ReportDocument Report)?> ReadWhole(
        Key<Round> roundId,
        CancellationToken cancellation,
        int? number = null
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roundId, cancellation);
        var edition = await db.EditionsOf(roundId)
            .FirstOrDefaultAsync(one => number == null || one.Number == number, cancellation);
        if (round is null || edition is null)
        {
            return null;
        }

        var chapters = await frozen.Of(db, edition.Id, cancellation);
        return (edition, new ReportDocument(edition.Title, round.Mark, chapters));
    }

    /// <summary>The words behind a code in an edition, in the order of the reporters' keys.</summary>
    public async Task<IReadOnlyList<Passage>> ReadPassages(
        Id<Edition> edition,
        Key<Code> code,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from passage in db.EditionPassages
            join source in db.Sources on passage.SourceId equals source.Id
            from reporter in db.Reporters.Where(one => one.Id == source.ReporterId).DefaultIfEmpty()
            from version in db.DocumentVersions.Where(one => one.SourceId == source.Id).DefaultIfEmpty()
            from document in db.Documents.Where(one => one.Id == version.DocumentId).DefaultIfEmpty()
            where passage.EditionId == edition && passage.CodeId == code
            orderby reporter.Id, document.Id, passage.Start
            select new
            {
                reporter,
                document,
                IsMarked = source.Kind == SourceKind.Answer || version.UploadedBy == Marks.Inventor,
                source.Id,
                source.Text,
                passage.Start,
                passage.Length,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row =>
            {
                var (before, quote, after) = PassageInText.Of(row.Text, row.Start, row.Length);
                return new Passage(row.reporter, row.document, row.IsMarked, row.Id, before, quote, after);
            }),
        ];
    }

    /// <summary>Those who have the code in an edition without a passage, in the order of the reporters' keys.</summary>
    public async Task<IReadOnlyList<Attributed>> ReadAttributed(
        Id<Edition> edition,
        Key<Code> code,
        CancellationToken cancellation
    ) =>
        await (
            from attribution in db.EditionAttributions
            join reporter in db.Reporters.AsNoTracking() on attribution.ReporterId equals reporter.Id
            join made in db.Editions on attribution.EditionId equals made.Id
            join given in db.Codes
                on new { made.RoundId, attribution.CodeId } equals new { given.RoundId, CodeId = given.Id }
            where attribution.EditionId == edition && attribution.CodeId == code
            orderby reporter.Id, attribution.AttributionId
            select new Attributed(reporter, attribution.Reason, given.CountedFrom)
        ).ToListAsync(cancellation);
}
