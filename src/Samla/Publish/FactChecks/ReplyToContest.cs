using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;

namespace Samla.Publish.FactChecks;

/// <summary>The agency replies to what a reporter contests. A reply can be put right; the trail has what it was before.</summary>
public sealed class ReplyToContest(SamlaDb db, TimeProvider clock)
{
    /// <param name="round">The round.</param>
    /// <param name="reporter">Who contests.</param>
    /// <param name="statement">What: <see cref="CheckedStatement.Id"/>.</param>
    /// <param name="text">The reply.</param>
    /// <param name="result">What is done about it; null where that was not said.</param>
    /// <param name="seen">The answer when the form was shown: <see cref="AnswerStatements.SeenOf"/>.</param>
    /// <param name="visitor">Who replies.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Why it was not saved, in Swedish; null when it was.</returns>
    public async Task<string?> Run(
        Key<Round> round,
        Key<Reporter> reporter,
        string statement,
        string text,
        ContestOutcome? result,
        string seen,
        Visitor visitor,
        CancellationToken cancellation
    )
    {
        text = Source.Normalised(text);
        var over = Characters.CountIn(text) - FactCheck.MostCharacters;
        var problem =
            !visitor.May(Permission.ManageFactChecks) ? "Bara analytiker kan svara på en invändning."
            : result is null ? "Välj om rapporten ändras eller står kvar."
            : result == ContestOutcome.Kept && text.Length == 0
                ? "Skriv varför texten står kvar. Den som har invänt läser svaret."
            : over > 0 ? $"Svaret är {over} tecken för långt. Korta det."
            : null;
        if (problem is not null)
        {
            return problem;
        }

        await using var transaction = await db.BeginAlone(cancellation);
        var answer = await db.FactCheckAnswers.SingleOrDefaultAsync(
            one => one.RoundId == round && one.ReporterId == reporter && one.Statement == statement,
            cancellation
        );
        if (answer is not { Verdict: FactCheckVerdict.Contested })
        {
            return "Invändningen är tillbakadragen, så svaret är inte sparat.";
        }

        if (AnswerStatements.SeenOf(answer) != seen)
        {
            return "Invändningen eller svaret har ändrats sedan du öppnade sidan. Läs det som står nu och spara igen.";
        }

        (answer.Reply, answer.Outcome) = (text, result);
        (answer.RepliedAt, answer.RepliedBy) = (clock.GetUtcNow(), visitor.Actor);
        answer.IsReplied = true;
        answer.Revision++;
        await db.Save(new Change(visitor.Actor, "factcheck.reply", $"{round}/{reporter}"), cancellation);
        await transaction.CommitOwn(cancellation);
        return null;
    }
}
