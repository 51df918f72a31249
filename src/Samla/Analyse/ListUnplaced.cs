using Microsoft.EntityFrameworkCore;
using Samla.Collect;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>What a new version has left to look at: codings that wait to be placed, with both texts, and codes that were given without a passage before it.</summary>
public sealed class ListUnplaced(SamlaDb db)
{
    /// <param name="Texts">Answers in the template's order of requirements, and the Swedish order of reporters; then documents by their titles.</param>
    /// <param name="Attributions">Given before their reporters last handed in; they still count.</param>
    public sealed record Result(
        Round Round,
        IReadOnlyList<ReplacedText> Texts,
        IReadOnlyList<OlderAttribution> Attributions
    )
    {
        public int Count => Texts.Sum(text => text.Codings.Count);
    }

    /// <summary>An answer or a document that was replaced and has codings that wait.</summary>
    /// <param name="Answer">Whose answer to what; null for a document.</param>
    /// <param name="Document">Null for an answer.</param>
    /// <param name="Before">The text that the codings are of.</param>
    /// <param name="Now">The text that counts; null where the question is left empty.</param>
    /// <param name="Codings">In the order of the old text.</param>
    public sealed record ReplacedText(
        AnswerTo? Answer,
        Document? Document,
        Source Before,
        Source? Now,
        IReadOnlyList<Waiting> Codings
    );

    public sealed record AnswerTo(Reporter Reporter, Requirement Requirement);

    public sealed record Waiting(Coding Coding, Code Code);

    /// <summary>A code without a passage that was given to an earlier version of what the reporter has handed in.</summary>
    /// <param name="Now">The answer to the code's requirement that counts; null where it is left empty.</param>
    /// <param name="SubmittedAt">When the new version was handed in.</param>
    public sealed record OlderAttribution(
        Attribution Attribution,
        Code Code,
        Reporter Reporter,
        Id<Source>? Now,
        DateTimeOffset SubmittedAt
    );

    /// <summary>How many codings wait in a round.</summary>
    public async Task<int> Count(Key<Round> round, CancellationToken cancellation) =>
        await db.UnplacedInAnswers(round).CountAsync(cancellation)
        + await db.UnplacedInDocuments(round).CountAsync(cancellation);

    /// <summary>How many codes without a passage were given before their reporters last handed in.</summary>
    public async Task<int> CountAttributions(Key<Round> round, CancellationToken cancellation) =>
        (await Replaced(round).ToListAsync(cancellation)).Count(one => one.IsOlder);

    /// <summary>Null where there is no such round.</summary>
    public async Task<Result?> Run(Key<Round> roundId, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == roundId, cancellation);
        if (round is null)
        {
            return null;
        }

        List<UnplacedCoding> waiting =
        [
            .. await db.UnplacedInAnswers(roundId).AsNoTracking().ToListAsync(cancellation),
            .. await db.UnplacedInDocuments(roundId).AsNoTracking().ToListAsync(cancellation),
        ];
        var codes = await db
            .Codes.AsNoTracking()
            .Where(code => code.RoundId == roundId)
            .ToDictionaryAsync(code => code.Id, cancellation);
        return new Result(
            round,
            await Texts(round, waiting, codes, cancellation),
            await OlderAttributions(roundId, codes, cancellation)
        );
    }

    private async Task<IReadOnlyList<ReplacedText>> Texts(
        Round round,
        List<UnplacedCoding> waiting,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        var wanted = waiting
            .Select(one => one.Coding.SourceId)
            .Concat(waiting.Select(one => one.Current).OfType<Id<Source>>())
            .Distinct()
            .ToList();
        var sources = await db
            .Sources.AsNoTracking()
            .Where(source => wanted.Contains(source.Id))
            .ToDictionaryAsync(source => source.Id, cancellation);
        var reporters = await db.Reporters.AsNoTracking().ToDictionaryAsync(one => one.Id, cancellation);
        var documents = await db
            .Documents.AsNoTracking()
            .Where(document => document.RoundId == round.Id)
            .ToDictionaryAsync(document => document.Id, cancellation);
        var requirements = (await Requirements(round, cancellation)).Index().ToDictionary(one => one.Item.Id);
        var texts =
            from one in waiting
            group one by one.Coding.SourceId into text
            let first = text.First()
            let document = first.DocumentId is { } id ? documents[id] : null
            let answer = document is null
                ? new AnswerTo(reporters[first.ReporterId!], requirements[first.RequirementId!].Item)
                : null
            select (
                Place: answer is null ? int.MaxValue : requirements[answer.Requirement.Id].Index,
                Name: answer?.Reporter.Name ?? document!.Title,
                Text: new ReplacedText(
                    answer,
                    document,
                    sources[text.Key],
                    first.Current is { } now ? sources[now] : null,
                    [
                        .. text.OrderBy(one => one.Coding.Start)
                            .Select(one => new Waiting(one.Coding, codes[one.Coding.CodeId])),
                    ]
                )
            );
        return [.. texts.OrderBy(one => one.Place).ThenBy(one => one.Name, SwedishText.Order).Select(one => one.Text)];
    }

    /// <summary>They are tied to no version, so nothing takes them away when the answer that they were given to is replaced.</summary>
    private async Task<IReadOnlyList<OlderAttribution>> OlderAttributions(
        Key<Round> round,
        Dictionary<Key<Code>, Code> codes,
        CancellationToken cancellation
    )
    {
        var older = (await Replaced(round).ToListAsync(cancellation)).Where(one => one.IsOlder).ToList();
        var reporters = older.Select(one => one.Reporter.Id).Distinct().ToList();
        var answers = await db.CurrentAnswers(round)
            .Where(answer => reporters.Contains(answer.ReporterId))
            .Select(answer => new
            {
                answer.ReporterId,
                answer.RequirementId,
                answer.SourceId,
            })
            .ToListAsync(cancellation);
        return
        [
            .. from one in older
            let code = codes[one.Attribution.CodeId]
            orderby code.Order
            select new OlderAttribution(
                one.Attribution,
                code,
                one.Reporter,
                answers
                    .Find(answer => answer.ReporterId == one.Reporter.Id && answer.RequirementId == code.RequirementId)
                    ?.SourceId,
                one.SubmittedAt
            ),
        ];
    }

    /// <summary>An attribution whose reporter has handed in more than once.</summary>
    private sealed record Given(Attribution Attribution, Reporter Reporter, DateTimeOffset SubmittedAt)
    {
        // Engines keep times so differently that they are compared here.
        public bool IsOlder => Attribution.CodedAt < SubmittedAt;
    }

    private IQueryable<Given> Replaced(Key<Round> round) =>
        from attribution in db.Attributions.AsNoTracking()
        join reporter in db.Reporters.AsNoTracking() on attribution.ReporterId equals reporter.Id
        join submission in db.Submissions.AsNoTracking()
            on new { attribution.RoundId, attribution.ReporterId } equals new
            {
                submission.RoundId,
                submission.ReporterId,
            }
        join version in db.SubmissionVersions
            on new { SubmissionId = submission.Id, Number = submission.CurrentVersion } equals new
            {
                version.SubmissionId,
                version.Number,
            }
        where attribution.RoundId == round && version.Number > 1
        select new Given(attribution, reporter, version.SubmittedAt);

    private Task<List<Requirement>> Requirements(Round round, CancellationToken cancellation) =>
        (
            from section in db.Sections
            join requirement in db.Requirements
                on new { section.TemplateId, section.Id } equals new
                {
                    requirement.TemplateId,
                    Id = requirement.SectionId,
                }
            where section.TemplateId == round.TemplateId
            orderby section.Order, requirement.Order
            select requirement
        )
            .AsNoTracking()
            .ToListAsync(cancellation);
}
