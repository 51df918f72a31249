using Microsoft.EntityFrameworkCore;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Analyse;
using Samla.Domain.Collect;

namespace Samla.Analyse;

/// <summary>Says what has become of a message or a recommendation by a round.</summary>
public sealed class AnswerMatter(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="id">The code that the matter is.</param>
    /// <param name="state">What has become of it.</param>
    /// <param name="text">What was done or answered; may be empty.</param>
    /// <param name="seenRevision">The revision that the writer began from; 0 where there was none.</param>
    /// <param name="actor">Who says it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Code> id,
        MatterState state,
        string text,
        int seenRevision,
        string actor,
        CancellationToken cancellation
    )
    {
        text = Source.Normalised(Characters.Keepable(text)).Trim();
        if (text.Length > MatterAnswer.LongestText)
        {
            return $"Texten är för lång. Den får ha högst {MatterAnswer.LongestText} tecken, och har {text.Length}.";
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var code = await db
            .Codes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.RoundId == round && one.Id == id, cancellation);
        if (code is not { MergedIntoId: null, Aspect: CodeAspect.Message or CodeAspect.Recommendation })
        {
            return "Koden är inte längre ett medskick eller en rekommendation.";
        }

        var answer = await db.MatterAnswers.SingleOrDefaultAsync(
            one => one.RoundId == round && one.CodeId == id,
            cancellation
        );
        if ((answer?.Revision ?? 0) != seenRevision)
        {
            return "Någon annan har ändrat uppgiften medan du skrev. Din text står kvar här. Jämför med det som gäller nu och spara igen.";
        }

        if (answer is null)
        {
            answer = new MatterAnswer
            {
                RoundId = round,
                CodeId = id,
                State = state,
                Text = text,
                Revision = 0,
                SavedAt = default,
                SavedBy = "",
            };
            db.MatterAnswers.Add(answer);
        }

        (answer.State, answer.Text, answer.Revision) = (state, text, answer.Revision + 1);
        (answer.SavedAt, answer.SavedBy) = (clock.GetUtcNow(), actor);
        await db.Save(new Change(actor, "matter.answer", $"{round}/{id}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
