using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Model;

/// <summary>
/// What the language model last suggested for an answer, or for each question to a document, held anew against the text and the codes as they are now. None of it
/// counts until a person has taken it.
/// </summary>
public sealed class ViewModelSuggestions(SamlaDb db, ModelSettings settings, ActorNames names)
{
    /// <param name="Coder">What the model is called.</param>
    /// <param name="Latest">The last question that it answered; null where there is none.</param>
    /// <param name="Suggestions">Those that nobody has judged, and whose codes do not stand there; in the order of the text.</param>
    /// <param name="Thrown">Why others of the same answer are not shown.</param>
    /// <param name="Heard">What people have said of the model's suggestions in the round.</param>
    public sealed record Result(
        string Coder,
        Asked? Latest,
        IReadOnlyList<ModelSuggestion> Suggestions,
        IReadOnlyList<ThrownAway> Thrown,
        SuggestCodes.Verdicts Heard
    )
    {
        /// <summary>How many of the suggestions stand in the latest answer.</summary>
        public int OfLatest => Suggestions.Count(one => one.Answer == Latest?.Id);
    }

    /// <param name="By">Who asked, by name.</param>
    /// <param name="Kept">How many suggestions there were to look at.</param>
    public sealed record Asked(Id<ModelAnswer> Id, DateTimeOffset At, string By, int Kept);

    /// <summary>Null where there is no model to ask.</summary>
    /// <param name="source">An answer or a document.</param>
    /// <param name="codings">Its codings.</param>
    /// <param name="codes">The codes that it can be given.</param>
    /// <param name="cancellation">Stops the questions.</param>
    public async Task<Result?> Run(
        Source source,
        IReadOnlyList<Coding> codings,
        IReadOnlyList<Code> codes,
        CancellationToken cancellation
    )
    {
        if (!settings.IsOn)
        {
            return null;
        }

        var asked = await db
            .ModelAnswers.AsNoTracking()
            .Where(answer => answer.SourceId == source.Id && answer.Ending == ModelEnding.Answered)
            .Where(answer =>
                !db.ModelAnswers.Any(other =>
                    other.SourceId == source.Id
                    && other.QuestionId == answer.QuestionId
                    && other.Ending == ModelEnding.Answered
                    && other.AskedAt > answer.AskedAt
                )
            )
            .OrderByDescending(answer => answer.AskedAt)
            .Select(answer => new
            {
                answer.Id,
                answer.QuestionId,
                answer.Model,
                answer.Answer,
                answer.AskedBy,
                answer.AskedAt,
                answer.Kept,
            })
            .ToListAsync(cancellation);
        var latest = asked.Count > 0 ? asked[0] : null;
        var coder = ModelAnswer.CoderOf(latest?.Model ?? settings.Model);
        var heard = await db.Heard(source.RoundId, coder, cancellation);
        if (latest is null)
        {
            return new Result(coder, null, [], [], heard);
        }

        var judged = await db.Judged(source.Id, coder, cancellation);
        var called = await names.Run([latest.AskedBy], cancellation);
        var given = codes.Where(code => code.IsGiven).ToList();
        var readings = asked
            .Where(one => one.Model == latest.Model)
            .Select(one =>
                (
                    one.Id,
                    Reading: ModelReading.Of(
                        one.Answer,
                        source.Text,
                        given.Where(code => one.QuestionId is null || code.RequirementId == one.QuestionId)
                    )
                )
            )
            .ToList();
        return new Result(
            coder,
            new Asked(latest.Id, latest.AskedAt, called[latest.AskedBy], latest.Kept),
            [
                .. readings
                    .SelectMany(one => (one.Reading?.Kept ?? []).Select(kept => kept with { Answer = one.Id }))
                    .DistinctBy(one => (one.Code, one.Start, one.Quote.Length))
                    .OrderBy(one => one.Start)
                    .Where(one => !codings.Has(one.Code, one.Start, one.Quote.Length))
                    .Where(one => !judged.Contains((one.Code, one.Start))),
            ],
            readings[0].Reading?.Thrown ?? [],
            heard
        );
    }
}
