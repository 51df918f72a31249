using Microsoft.EntityFrameworkCore;
using Samla.Analyse.Model;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>An analyst takes a suggested code, gives another in its place, or says no.</summary>
public sealed class JudgeSuggestion(SamlaDb db, AddCoding addCoding, TimeProvider clock)
{
    /// <param name="sourceId">The source.</param>
    /// <param name="suggested">The code that was suggested.</param>
    /// <param name="given">The code that is given: the same accepts, another corrects, null rejects.</param>
    /// <param name="start">UTF-16 offset of the passage.</param>
    /// <param name="length">UTF-16 length of the passage.</param>
    /// <param name="confidence">As it was shown; 0 where it was not.</param>
    /// <param name="answer">The language model's answer that it stands in; null where the learner suggested it.</param>
    /// <param name="actor">Who judges, and thereby codes.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task<Outcome> Run(
        Id<Source> sourceId,
        Key<Code> suggested,
        Key<Code>? given,
        int start,
        int length,
        double confidence,
        Id<ModelAnswer>? answer,
        string actor,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.BeginAlone(cancellation);
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(one => one.Id == sourceId, cancellation);
        var isThere =
            source is not null
            && start >= 0
            && length > 0
            && length <= source.Text.Length - start
            && await db.Codes.AnyAsync(code => code.RoundId == source.RoundId && code.Id == suggested, cancellation);
        if (!isThere || await SuggesterOf(answer, source!, suggested, start, length, cancellation) is not { } suggester)
        {
            return new Outcome.Refused("Förslaget finns inte längre.");
        }

        if (
            await db.SuggestionVerdicts.AnyAsync(
                one =>
                    one.SourceId == sourceId
                    && one.CodeId == suggested
                    && one.Start == start
                    && one.Suggester == suggester,
                cancellation
            )
        )
        {
            return new Outcome.Refused("Förslaget är redan bedömt.");
        }

        var now = clock.GetUtcNow();
        db.SuggestionVerdicts.Add(
            new SuggestionVerdict
            {
                Id = Id.New<SuggestionVerdict>(clock),
                RoundId = source!.RoundId,
                SourceId = sourceId,
                CodeId = suggested,
                Start = start,
                Length = length,
                Suggester = suggester,
                Confidence = double.IsFinite(confidence) ? Math.Clamp(confidence, 0, 1) : 0,
                Verdict =
                    given is null ? Verdict.Rejected
                    : given == suggested ? Verdict.Accepted
                    : Verdict.Corrected,
                GivenCodeId = given,
                Actor = actor,
                At = now,
            }
        );
        if (given is null)
        {
            var deed = new Deed(actor, "suggestion.reject", "avvisade ett kodförslag")
            {
                Code = suggested,
                Source = sourceId,
            };
            await db.SaveStep(source.RoundId, deed, now, cancellation);
        }
        // The verdict is saved with the coding, as one step that is undone as one.
        else if (
            await addCoding.Run(sourceId, given, source.Text.Substring(start, length), start, actor, cancellation)
            is AddCoding.Outcome.Refused(var message)
        )
        {
            db.ChangeTracker.Clear();
            return new Outcome.Refused(message);
        }

        await transaction.CommitOwn(cancellation);
        return new Outcome.Judged();
    }

    /// <summary>Null where it was not suggested. What is said of a language model is said of what really stands in its answer.</summary>
    private async Task<string?> SuggesterOf(
        Id<ModelAnswer>? answerId,
        Source source,
        Key<Code> suggested,
        int start,
        int length,
        CancellationToken cancellation
    )
    {
        if (answerId is not { } id)
        {
            return SuggestionVerdict.Learner;
        }

        var answer = await db
            .ModelAnswers.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.SourceId == source.Id, cancellation);
        var code = await db
            .Codes.AsNoTracking()
            .SingleAsync(one => one.RoundId == source.RoundId && one.Id == suggested, cancellation);
        var reading = answer is null ? null : ModelReading.Of(answer.Answer, source.Text, [code]);
        return reading?.Kept.Any(one => one.Start == start && one.Quote.Length == length) == true
            ? answer!.Coder
            : null;
    }

    public abstract record Outcome
    {
        private Outcome() { }

        public sealed record Judged : Outcome;

        /// <param name="Message">Why nothing was done, in Swedish.</param>
        public sealed record Refused(string Message) : Outcome;
    }
}
