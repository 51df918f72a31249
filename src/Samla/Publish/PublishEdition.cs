using Microsoft.EntityFrameworkCore;
using Samla.Analyse;
using Samla.Check;
using Samla.Compile;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Domain.Publish;
using Samla.Publish.FactChecks;

namespace Samla.Publish;

/// <summary>Freezes the report as it is now into an edition. Nothing new is made if nothing has changed since the last.</summary>
public sealed class PublishEdition(
    SamlaDb db,
    ComposeReport compose,
    ReadCounted readCounted,
    CheckRound checkRound,
    CheckPublication check,
    TimeProvider clock
)
{
    private const string Action = "edition.publish";

    /// <param name="round">The round.</param>
    /// <param name="imprint">What the edition is to say of its own making.</param>
    /// <param name="actor">Who publishes it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(Key<Round> round, Imprint imprint, string actor, CancellationToken cancellation)
    {
        if (
            await LastIfUntouched(round, cancellation) is { } untouched
            && Imprinted(imprint, untouched) == untouched.Imprint
        )
        {
            return new Outcome.Unchanged(untouched);
        }

        // Nobody may change a coding between the counting and the freezing of its passages.
        await using var transaction = await db.BeginAlone(cancellation);
        var report = await compose.Run(round, cancellation);
        if (report is null || report.Chapters.Count == 0)
        {
            return new Outcome.Refused(["Omgången finns inte eller har inga kapitel."]);
        }

        var checklist = await check.Run(round, report, checkRound.Check(report, cancellation), cancellation);
        List<string> asked = [.. checklist.ProblemsOf(imprint).Select(problem => problem.Message)];
        if (checklist.Hindrances > 0)
        {
            return new Outcome.Refused([.. checklist.Messages, .. asked]);
        }

        var contents = report.Chapters.Select(EditionJson.Write).ToList();
        var id = Id.New<Edition>(clock);
        var passages = await ReadPassages(round, id, cancellation);
        var attributions = await ReadAttributions(round, id, cancellation);
        var last = checklist.Before;
        // What is asked for is asked for a new edition alone.
        if (last is not null && last.Hash == Edition.HashOf(contents, passages, attributions, Imprinted(imprint, last)))
        {
            return new Outcome.Unchanged(last);
        }

        if (asked.Count > 0)
        {
            return new Outcome.Refused(asked);
        }

        var made = new Edition
        {
            Id = id,
            RoundId = round,
            Number = (last?.Number ?? 0) + 1,
            Title = report.Title,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = actor,
            DecidedBy = imprint.Decision?.DecidedBy,
            DecidedOn = imprint.Decision?.DecidedOn,
            RecordNumber = imprint.Decision?.RecordNumber,
            PresentedBy = imprint.Decision?.PresentedBy,
            Handlers = imprint.Handlers,
            ChangeNote = imprint.ChangeNote,
            Hash = Edition.HashOf(contents, passages, attributions, imprint),
        };
        db.Editions.Add(made);
        db.EditionPassages.AddRange(passages);
        db.EditionAttributions.AddRange(attributions);
        db.EditionChapters.AddRange(report.Chapters.Zip(contents, (chapter, content) => Freeze(id, chapter, content)));
        if (await db.OpenFactCheck(round, cancellation) is { } factCheck)
        {
            factCheck.ClosedAt = made.PublishedAt;
        }

        await db.Save(new Change(actor, Action, Subject(round, made.Number)), cancellation);
        await transaction.CommitOwn(cancellation);

        return new Outcome.Published(made);
    }

    /// <summary>Who says nothing of the making of the edition asks for no other than there is.</summary>
    private static Imprint Imprinted(Imprint imprint, Edition last) => imprint == Imprint.None ? last.Imprint : imprint;

    /// <summary>The round's last edition, where nothing that it tells of has been changed since: then nothing needs to be counted anew.</summary>
    private async Task<Edition?> LastIfUntouched(Key<Round> round, CancellationToken cancellation)
    {
        var last = await db
            .Audit.AsNoTracking()
            .Where(line => line.TouchesReports)
            .OrderByDescending(line => line.Sequence)
            .Select(line => new { line.Action, line.Subject })
            .FirstOrDefaultAsync(cancellation);
        if (last?.Action != Action)
        {
            return null;
        }

        var edition = await db.EditionsOf(round).FirstOrDefaultAsync(cancellation);
        return edition is not null && Made(edition, last.Action, last.Subject) ? edition : null;
    }

    /// <summary>Whether a line of the audit trail tells of the making of an edition, by this version of the program.</summary>
    internal static bool Made(Edition edition, string action, string subject) =>
        action == Action && subject == Subject(edition.RoundId, edition.Number);

    // With the program's version: another may word the same counts in another way.
    private static string Subject(Key<Round> round, int number) =>
        $"{round}/{number} ({typeof(PublishEdition).Assembly.GetName().Version})";

    private static EditionChapter Freeze(Id<Edition> edition, ReportChapter chapter, string content) =>
        new()
        {
            EditionId = edition,
            Number = chapter.Number,
            ChapterId = Key<Chapter>.Parse(chapter.Id, null),
            Title = chapter.Title,
            Content = content,
        };

    private async Task<List<EditionPassage>> ReadPassages(
        Key<Round> round,
        Id<Edition> edition,
        CancellationToken cancellation
    )
    {
        var passages = await (
            from current in db.CurrentSources(round)
            join coding in db.Codings on current.Source.Id equals coding.SourceId
            // Documents about no county are in no count, so they stand behind none.
            where current.Reporter != null || current.Document!.County != null
            select new
            {
                coding.CodeId,
                coding.SourceId,
                coding.Start,
                coding.Length,
            }
        )
            .Distinct()
            .ToListAsync(cancellation);
        return
        [
            .. passages.Select(passage => new EditionPassage
            {
                EditionId = edition,
                CodeId = passage.CodeId,
                SourceId = passage.SourceId,
                Start = passage.Start,
                Length = passage.Length,
            }),
        ];
    }

    private async Task<List<EditionAttribution>> ReadAttributions(
        Key<Round> round,
        Id<Edition> edition,
        CancellationToken cancellation
    )
    {
        var attributions = await db
            .Attributions.AsNoTracking()
            .Where(attribution => attribution.RoundId == round)
            .ToListAsync(cancellation);
        var counted = await readCounted.Run(round, _ => true, cancellation);
        return
        [
            .. attributions.Select(one => Freeze(edition, one.Id, one.CodeId, one.ReporterId, one.Reason)),
            .. counted.Select(one =>
                Freeze(edition, Id.New<Attribution>(clock), one.Code, one.Reporter.Id, one.Reason)
            ),
        ];

        static EditionAttribution Freeze(
            Id<Edition> edition,
            Id<Attribution> id,
            Key<Code> code,
            Key<Reporter> reporter,
            string reason
        ) =>
            new()
            {
                EditionId = edition,
                AttributionId = id,
                CodeId = code,
                ReporterId = reporter,
                Reason = reason,
            };
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Published(Edition Edition) : Outcome;

        /// <summary>The report is word for word the last edition.</summary>
        public sealed record Unchanged(Edition Edition) : Outcome;

        /// <param name="Reasons">At least one, in Swedish.</param>
        public sealed record Refused(IReadOnlyList<string> Reasons) : Outcome;
    }
}
