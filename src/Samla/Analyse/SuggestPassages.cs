using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Sentences of the current texts that may be given a code, as the analysts' own coding has taught. None counts until a person has taken it.</summary>
public sealed class SuggestPassages(SamlaDb db, CodeLearner learner)
{
    private const int MostShown = 30;

    /// <param name="Requirement">What the answers answer; null for a code about documents.</param>
    /// <param name="IsLearning">Whether the first lesson goes on, so that there will be suggestions.</param>
    /// <param name="Passages">The surest first.</param>
    /// <param name="More">How many more there are that are sure enough.</param>
    public sealed record Result(
        Round Round,
        Code Code,
        Requirement? Requirement,
        bool IsLearning,
        IReadOnlyList<SuggestedPassage> Passages,
        int More
    );

    /// <param name="Name">Whose words they are: a region's short name, a reporter's own, or a document's title.</param>
    /// <param name="Confidence">From 0 to 1.</param>
    /// <param name="Words">The words of the passage that speak most for the code.</param>
    public sealed record SuggestedPassage(
        Source Source,
        string Name,
        int Start,
        string Quote,
        double Confidence,
        IReadOnlyList<string> Words
    );

    /// <summary>Null where there is no such code, or it is not given now.</summary>
    public async Task<Result?> Run(Key<Round> roundId, Key<Code> codeId, CancellationToken cancellation)
    {
        var found = await (
            from code in db.Codes.AsNoTracking()
            join round in db.Rounds.AsNoTracking() on code.RoundId equals round.Id
            from requirement in db
                .Requirements.AsNoTracking()
                .Where(one => one.TemplateId == round.TemplateId && one.Id == code.RequirementId)
                .DefaultIfEmpty()
            where code.RoundId == roundId && code.Id == codeId
            select new
            {
                code,
                round,
                requirement,
            }
        ).SingleOrDefaultAsync(cancellation);
        if (found is not { code.IsGiven: true })
        {
            return null;
        }

        var turn = await db.LatestTurn(cancellation);
        var learnt = learner.Known(roundId, found.code.AnsweredRequirement, turn);
        var fitting = learnt is null ? [] : await Fitting(found.code, learnt, cancellation);
        return new Result(
            found.round,
            found.code,
            found.requirement,
            learnt is null && !learner.Finish(roundId, found.code.AnsweredRequirement).IsCompleted,
            [.. fitting.Take(MostShown).Select(one => one with { Words = learnt!.Speaking(codeId.Value, one.Quote) })],
            Math.Max(0, fitting.Count - MostShown)
        );
    }

    private async Task<List<SuggestedPassage>> Fitting(Code code, LearntCodes learnt, CancellationToken cancellation)
    {
        var texts = await db.CurrentSources(code.RoundId)
            .Where(current =>
                code.Subject == ReporterKind.Document
                    ? current.Document != null
                    : current.Source.RequirementId == code.RequirementId && current.Reporter!.Kind == code.Subject
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var ids = texts.ConvertAll(text => text.Source.Id);
        var coded = (
            await db
                .Codings.AsNoTracking()
                .Where(one => ids.Contains(one.SourceId) && one.CodeId == code.Id)
                .ToListAsync(cancellation)
        ).ToLookup(one => one.SourceId);
        var judged = (
            await db
                .SuggestionVerdicts.Where(one =>
                    ids.Contains(one.SourceId) && one.CodeId == code.Id && one.Suggester == SuggestionVerdict.Learner
                )
                .Select(one => new { one.SourceId, one.Start })
                .ToListAsync(cancellation)
        ).ToHashSet();
        var sentences = (
            from text in texts
            from sentence in Sentences.In(text.Source.Text)
            where !judged.Contains(new { SourceId = text.Source.Id, sentence.Start })
            where !coded[text.Source.Id].Has(code.Id, sentence.Start, sentence.Length)
            select (Text: text, sentence.Start, Quote: text.Source.Text.Substring(sentence.Start, sentence.Length))
        ).ToList();
        return
        [
            .. learnt
                .Rank(code.Id.Value, sentences.Select(one => one.Quote))
                .Where(one => one.Confidence >= SuggestCodes.LeastSure)
                .Select(one => new SuggestedPassage(
                    sentences[one.Place].Text.Source,
                    sentences[one.Place].Text.Name,
                    sentences[one.Place].Start,
                    one.Passage,
                    one.Confidence,
                    []
                )),
        ];
    }
}
