using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse.Model;

/// <summary>
/// What the language model last suggested for an answer, held anew against the text and the codes as they are now. None of it
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
    );

    /// <param name="By">Who asked, by name.</param>
    /// <param name="Kept">How many suggestions there were to look at.</param>
    public sealed record Asked(Id<ModelAnswer> Id, DateTimeOffset At, string By, int Kept);

    /// <summary>Null where there is no model to ask.</summary>
    /// <param name="source">An answer.</param>
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

        var latest = await db
            .ModelAnswers.Where(answer => answer.SourceId == source.Id && answer.Ending == ModelEnding.Answered)
            .OrderByDescending(answer => answer.AskedAt)
            .Select(answer => new
            {
                answer.Id,
                answer.Model,
                answer.Answer,
                answer.AskedBy,
                answer.AskedAt,
                answer.Kept,
            })
            .FirstOrDefaultAsync(cancellation);
        var coder = ModelAnswer.CoderOf(latest?.Model ?? settings.Model);
        var heard = await db.Heard(source.RoundId, coder, cancellation);
        if (latest is null)
        {
            return new Result(coder, null, [], [], heard);
        }

        var judged = await db.Judged(source.Id, coder, cancellation);
        var called = await names.Run([latest.AskedBy], cancellation);
        var reading = ModelReading.Of(latest.Answer, source.Text, codes.Where(code => code.IsGiven));
        return new Result(
            coder,
            new Asked(latest.Id, latest.AskedAt, called[latest.AskedBy], latest.Kept),
            [
                .. (reading?.Kept ?? [])
                    .Where(one => !codings.Has(one.Code, one.Start, one.Quote.Length))
                    .Where(one => !judged.Contains((one.Code, one.Start))),
            ],
            reading?.Thrown ?? [],
            heard
        );
    }
}
