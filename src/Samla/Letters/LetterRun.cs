using Samla.Domain.Access;
using Samla.Domain.Collect;

namespace Samla.Letters;

/// <summary>Letters sent one after another. Where the mail server has failed several in a row, the rest are not tried: each may take a quarter of a minute.</summary>
/// <param name="post">By which they are sent.</param>
/// <param name="givenUp">What is said of a letter that was not tried, in Swedish.</param>
public sealed class LetterRun(PostOffice post, string givenUp)
{
    /// <summary>After so many in a row.</summary>
    public const int MostFailures = 3;

    /// <summary>What is said of a letter that was not tried, where nothing more can be said.</summary>
    public const string GivenUp = "Inget försök gjordes, eftersom breven före det inte gick att skicka.";

    private int _failures;

    public async Task<PostOffice.Outcome> Send(Letter letter, CancellationToken cancellation)
    {
        if (_failures >= MostFailures)
        {
            return new PostOffice.Outcome.NotSent(givenUp);
        }

        var outcome = await post.Send(letter, cancellation);
        _failures = outcome is PostOffice.Outcome.Sent or PostOffice.Outcome.Kept ? 0 : _failures + 1;
        return outcome;
    }

    /// <summary>Sends letters that are noted. Nothing stops it half-way: what became of each must be written down.</summary>
    /// <param name="letters">To whom, with what is noted of each.</param>
    /// <param name="letterTo">The letter itself.</param>
    /// <param name="note">Writes down what became of one.</param>
    public async Task<IReadOnlyList<PostOffice.Outcome>> SendAll<TNote>(
        IEnumerable<(Account To, TNote Note)> letters,
        Func<Account, Letter> letterTo,
        Func<Account, TNote, PostOffice.Outcome, Task> note
    )
    {
        List<PostOffice.Outcome> outcomes = [];
        foreach (var (to, noted) in letters)
        {
            var outcome = await Send(letterTo(to), CancellationToken.None);
            await note(to, noted, outcome);
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    /// <summary>What is written down of a letter, and why it did not go, or may not have.</summary>
    public static (LetterState State, string? Trouble) StateOf(PostOffice.Outcome outcome) =>
        outcome switch
        {
            PostOffice.Outcome.Sent => (LetterState.Sent, null),
            PostOffice.Outcome.Kept => (LetterState.Kept, null),
            PostOffice.Outcome.Uncertain(var why) => (LetterState.Uncertain, why),
            PostOffice.Outcome.NotSent(var why) => (LetterState.NotSent, why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
