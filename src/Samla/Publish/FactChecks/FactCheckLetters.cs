using Microsoft.EntityFrameworkCore;
using Samla.Access;
using Samla.Data;
using Samla.Domain;
using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Domain.Compile;
using Samla.Letters;

namespace Samla.Publish.FactChecks;

/// <summary>
/// The letters about a fact-check. To whom they are to go is saved before the first goes, so that nobody is written to twice, and what
/// came of each when it has gone.
/// </summary>
internal sealed class FactCheckLetters(SamlaDb db, PostOffice post, TimeProvider clock)
{
    /// <summary>What is to be sent, to whom.</summary>
    public sealed record Run(Round Round, FactCheck Check, IReadOnlyList<(Account To, FactCheckLetter Letter)> Letters);

    /// <summary>Notes to whom letters are to go; the caller saves.</summary>
    public async Task<Run> Begin(
        Round round,
        FactCheck check,
        IEnumerable<Account> receivers,
        CancellationToken cancellation
    )
    {
        var known = await db
            .FactCheckLetters.Where(letter => letter.FactCheckId == check.Id)
            .ToDictionaryAsync(letter => letter.AccountId, cancellation);
        List<(Account, FactCheckLetter)> letters = [];
        foreach (var receiver in receivers)
        {
            if (!known.TryGetValue(receiver.Id, out var letter))
            {
                letter = new FactCheckLetter
                {
                    FactCheckId = check.Id,
                    AccountId = receiver.Id,
                    SentAt = default,
                    State = LetterState.Begun,
                };
                db.FactCheckLetters.Add(letter);
            }

            (letter.State, letter.Trouble, letter.SentAt) = (LetterState.Begun, null, clock.GetUtcNow());
            letter.Attempts++;
            letters.Add((receiver, letter));
        }

        return new Run(round, check, letters);
    }

    /// <inheritdoc cref="LetterRun.SendAll" />
    public Task<IReadOnlyList<PostOffice.Outcome>> Send(Run run, Func<Account, Letter> letterTo, Visitor sender) =>
        new LetterRun(post, LetterRun.GivenUp).SendAll(
            run.Letters,
            letterTo,
            async (receiver, letter, outcome) =>
            {
                (letter.State, letter.Trouble) = LetterRun.StateOf(outcome);
                await db.Save(
                    new Change(
                        sender.Actor,
                        "factcheck.letter",
                        $"{run.Check.RoundId}/{run.Check.Number}/{receiver.Id}"
                    ),
                    CancellationToken.None
                );
            }
        );

    /// <summary>The letter that asks a reporter's people to check.</summary>
    public static Letter Asking(Account to, Round round, FactCheck check, string link, Visitor sender) =>
        LetterTo(
            to,
            round,
            $"Faktagranska {round.Title} senast {SwedishTime.Of(check.LastDay)}",
            $"Rapporten {round.Title} är klar för faktagranskning. Läs det som står om er, med era egna ord bredvid, och svara på om det stämmer.{(check.Message.Length == 0 ? "" : $"\n\n{check.Message}")}",
            $"Svara senast {SwedishTime.Of(check.LastDay)}:",
            link,
            sender
        );

    /// <summary>The letter to those who have not said that they are done.</summary>
    public static Letter Reminding(
        Account to,
        Round round,
        FactCheck check,
        string link,
        Visitor sender,
        bool isLate
    ) =>
        LetterTo(
            to,
            round,
            $"Påminnelse: faktagranska {round.Title}",
            $"Ni har ännu inte meddelat att ni är klara med faktagranskningen av {round.Title}.",
            isLate
                ? $"Sista dagen var {SwedishTime.Of(check.LastDay)}. Svara så snart ni kan:"
                : $"Svara senast {SwedishTime.Of(check.LastDay)}:",
            link,
            sender
        );

    private static Letter LetterTo(
        Account to,
        Round round,
        string subject,
        string beginning,
        string until,
        string link,
        Visitor sender
    ) =>
        new(
            to.Email,
            to.Name,
            subject,
            $"""
            Hej {to.Name}!

            {beginning}

            {until}
            {link}

            {sender.Name}, genom Samla
            {round.Title}{(round.Mark is { } mark ? $"\n{Marks.Sentence(mark)}" : "")}

            """,
            // What no reporter wrote is asked of nobody in earnest.
            to.IsSample
                || round.Origin != Origin.Reported
        );
}
