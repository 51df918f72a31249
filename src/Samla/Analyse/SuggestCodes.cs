using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Codes that may fit sentences of a source, as the analysts' own coding has taught. None of them counts until a person has taken it.</summary>
public sealed class SuggestCodes(SamlaDb db, CodeLearner learner)
{
    /// <summary>Less sure suggestions are not shown.</summary>
    internal const double LeastSure = 0.35;

    private const int MostShown = 8;

    /// <summary>Whoever has selected words means to code them, so less will do.</summary>
    private const double LeastSureForSelection = 0.1;

    private const int MostForSelection = 3;

    /// <param name="IsLearning">Whether the first lesson goes on, so that there will be suggestions.</param>
    /// <param name="Suggestions">In the order of the text.</param>
    /// <param name="Heard">What people have said of the learner's earlier suggestions in the round.</param>
    public sealed record Result(bool IsLearning, IReadOnlyList<SuggestedCode> Suggestions, Verdicts Heard);

    /// <param name="Confidence">From 0 to 1.</param>
    /// <param name="Words">The words of the passage that speak most for the code.</param>
    public sealed record SuggestedCode(
        Key<Code> Code,
        int Start,
        string Quote,
        double Confidence,
        IReadOnlyList<string> Words
    );

    /// <summary>How often people agreed with what was suggested.</summary>
    public sealed record Verdicts(int Accepted, int Corrected, int Rejected)
    {
        public int All => Accepted + Corrected + Rejected;
    }

    /// <param name="source">An answer or a document.</param>
    /// <param name="codings">Its codings.</param>
    /// <param name="codes">The codes that it can be given.</param>
    /// <param name="turn">The latest <see cref="WorkStep.Turn"/>.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<Result> Run(
        Source source,
        IReadOnlyList<Coding> codings,
        IReadOnlyList<Code> codes,
        long turn,
        CancellationToken cancellation
    )
    {
        if (!codes.Any(code => code.IsGiven))
        {
            return new Result(false, [], new Verdicts(0, 0, 0));
        }

        var heard = await db.Heard(source.RoundId, SuggestionVerdict.Learner, cancellation);
        var learnt = learner.Known(source.RoundId, source.RequirementId, turn);
        if (learnt is null)
        {
            return new Result(!learner.Finish(source.RoundId, source.RequirementId).IsCompleted, [], heard);
        }

        var judged = await db.Judged(source.Id, SuggestionVerdict.Learner, cancellation);
        var given = codes.Where(code => code.IsGiven).ToDictionary(code => code.Id.Value);
        return new Result(
            false,
            [
                .. learnt
                    .Suggest(source)
                    .SelectMany(sentence => Of(source, sentence, given))
                    .Where(one => !codings.Has(one.Code, one.Start, one.Quote.Length))
                    .Where(one => !judged.Contains((one.Code, one.Start)))
                    .OrderByDescending(one => one.Confidence)
                    .Take(MostShown)
                    .OrderBy(one => one.Start),
            ],
            heard
        );
    }

    /// <summary>The codes that fit words that somebody selected, the best first; none before anything is learnt.</summary>
    /// <param name="id">The source.</param>
    /// <param name="start">UTF-16 offset of the words.</param>
    /// <param name="length">UTF-16 length of the words.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<IReadOnlyList<Suggestion>> Run(
        Id<Source> id,
        int start,
        int length,
        CancellationToken cancellation
    )
    {
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (
            source is null
            || start < 0
            || length < 1
            || length > source.Text.Length - start
            || learner.Known(source.RoundId, source.RequirementId, await db.LatestTurn(cancellation)) is not { } learnt
        )
        {
            return [];
        }

        return
        [
            .. learnt
                .Suggest(source.Text.Substring(start, length), MostForSelection)
                .Where(one => one.Confidence >= LeastSureForSelection),
        ];
    }

    private static IEnumerable<SuggestedCode> Of(
        Source source,
        SentenceSuggestions sentence,
        Dictionary<string, Code> given
    ) =>
        sentence
            .Suggestions.Where(one => one.Confidence >= LeastSure && given.ContainsKey(one.Code))
            .Take(1)
            .Select(one => new SuggestedCode(
                given[one.Code].Id,
                sentence.Start,
                source.Text.Substring(sentence.Start, sentence.Length),
                one.Confidence,
                one.Words
            ));
}
