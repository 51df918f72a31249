using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>All that was answered to one requirement, to be read through: the texts, their codes, who has read them, and what was answered before.</summary>
public sealed class ViewReadingRoom(SamlaDb db, ActorNames names)
{
    /// <param name="Earlier">The round before; null for the first.</param>
    /// <param name="Previous">The requirement before it in the template; null for the first.</param>
    /// <param name="Next">The requirement after it; null for the last.</param>
    /// <param name="Codes">The codes that the answers can be given, in the codebook's order.</param>
    /// <param name="Answers">In Swedish order.</param>
    /// <param name="Absent">Whom there is nothing to read from, in Swedish order.</param>
    /// <param name="Notes">On the requirement, the oldest first.</param>
    /// <param name="Others">The other rounds that ask the same or what answers to it, the latest first.</param>
    public sealed record Result(
        Round Round,
        Round? Earlier,
        Section Section,
        Requirement Requirement,
        AskedInSection? Previous,
        AskedInSection? Next,
        IReadOnlyList<Code> Codes,
        IReadOnlyList<AnswerToRead> Answers,
        IReadOnlyList<Without> Absent,
        IReadOnlyList<Note> Notes,
        IReadOnlyList<OtherRound> Others
    );

    /// <param name="Requirement">What is asked there.</param>
    public sealed record OtherRound(Round Round, Key<Requirement> Requirement);

    /// <summary>Somebody whose answer there is nothing of, and why.</summary>
    public sealed record Without(Reporter Reporter, AnswerState Why)
    {
        public string Name => Reporter.ShortName;
    }

    /// <param name="By">Who wrote it, by name.</param>
    /// <param name="IsMine">Whether the one who reads did.</param>
    public sealed record Note(Memo Memo, string By, bool IsMine);

    /// <summary>Null where there is no such round, or it does not ask this.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="requirementId">What is asked.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<Result?> Run(
        Key<Round> roundId,
        Key<Requirement> requirementId,
        string reader,
        CancellationToken cancellation
    )
    {
        if (await db.RoundToRead(roundId, cancellation) is not { } where)
        {
            return null;
        }

        var asked = await db.AskedInSections(where.Round.TemplateId, cancellation);
        var place = asked.FindIndex(one => one.Requirement.Id == requirementId);
        if (place < 0)
        {
            return null;
        }

        var (section, requirement) = asked[place];
        var answers = await db.AnswersToRead(where, [requirementId], whose: null, reader, cancellation);
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code =>
                code.RoundId == roundId && code.RequirementId == requirementId && code.Subject == requirement.AnsweredBy
            )
            .Where(code => code.CountedFrom == null)
            .OrderBy(code => code.Order)
            .ToListAsync(cancellation);
        return new Result(
            where.Round,
            where.Earlier,
            section,
            requirement,
            place > 0 ? asked[place - 1] : null,
            place + 1 < asked.Count ? asked[place + 1] : null,
            codes,
            answers,
            await Absent(roundId, requirement, answers, cancellation),
            await Notes(roundId, requirementId, reader, cancellation),
            await Others(where.Round, requirementId, cancellation)
        );
    }

    private async Task<IReadOnlyList<OtherRound>> Others(
        Round round,
        Key<Requirement> requirement,
        CancellationToken cancellation
    )
    {
        var template = round.TemplateId;
        var mapped = await db
            .RequirementMappings.AsNoTracking()
            .Where(mapping =>
                (mapping.TemplateId == template && mapping.RequirementId == requirement)
                || (mapping.EarlierTemplateId == template && mapping.EarlierRequirementId == requirement)
            )
            .OrderBy(mapping => mapping.Order)
            .ToListAsync(cancellation);
        var pairs =
            from mapping in mapped
            let isEarlier = mapping.TemplateId == template
            let there = isEarlier ? mapping.EarlierRequirementId : mapping.RequirementId
            where there is not null
            select (Template: isEarlier ? mapping.EarlierTemplateId : mapping.TemplateId, Requirement: there);
        // Of a question that was split, the first part.
        var asked = pairs.DistinctBy(one => one.Template).ToDictionary(one => one.Template, one => one.Requirement);
        asked[template] = requirement;
        var templates = asked.Keys.ToList();
        return
        [
            .. from other in await db
                .Rounds.AsNoTracking()
                .Where(other => other.Id != round.Id && templates.Contains(other.TemplateId))
                .OrderByDescending(other => other.PeriodEnd)
                .ToListAsync(cancellation)
            select new OtherRound(other, asked[other.TemplateId]),
        ];
    }

    private async Task<IReadOnlyList<Without>> Absent(
        Key<Round> round,
        Requirement requirement,
        IReadOnlyList<AnswerToRead> answers,
        CancellationToken cancellation
    )
    {
        var taking = await (
            from submission in db.Submissions
            join reporter in db.Reporters on submission.ReporterId equals reporter.Id
            where submission.RoundId == round && reporter.Kind == requirement.AnsweredBy
            select new { Reporter = reporter, HasSubmitted = submission.CurrentVersion > 0 }
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var submitted = taking.Where(one => one.HasSubmitted).Select(one => one.Reporter.Id).ToHashSet();
        var answered = answers.Select(answer => answer.Reporter.Id).ToHashSet();
        var everybody = requirement.AnsweredBy switch
        {
            ReporterKind.Region => Regions.All.Select(Reporter.Of),
            ReporterKind.CountyBoard => Regions.All.Select(Reporter.OfCountyBoard),
            ReporterKind.Agency => taking.Select(one => one.Reporter),
            ReporterKind.Document => [],
        };
        return
        [
            .. everybody
                .Where(reporter => !answered.Contains(reporter.Id))
                .Select(reporter => new Without(
                    reporter,
                    !requirement.Asks(reporter) ? AnswerState.NotAsked
                        : submitted.Contains(reporter.Id) ? AnswerState.Blank
                        : AnswerState.Missing
                ))
                .OrderBy(one => one.Name, SwedishText.Order),
        ];
    }

    private async Task<IReadOnlyList<Note>> Notes(
        Key<Round> round,
        Key<Requirement> requirement,
        string reader,
        CancellationToken cancellation
    )
    {
        var memos = await db
            .Memos.AsNoTracking()
            .Where(memo => memo.RoundId == round && memo.RequirementId == requirement)
            .ToListAsync(cancellation);
        var by = await names.Run(memos.Select(memo => memo.Author), cancellation);
        return
        [
            .. memos
                .OrderBy(memo => memo.WrittenAt)
                .Select(memo => new Note(memo, by[memo.Author], memo.Author == reader)),
        ];
    }
}
