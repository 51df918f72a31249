using Samla.Domain.Access;
using Samla.Domain.Collect;
using Samla.Letters;

namespace Samla.Collect;

/// <summary>The letter of a reminder, the same when it is shown beforehand as when it is sent.</summary>
public static class ReminderLetter
{
    /// <param name="text">The reminder's text, with its places.</param>
    /// <param name="round">The round.</param>
    /// <param name="reporter">Whose report it is about.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="link">Where the reporter goes on writing; the whole address.</param>
    /// <param name="from">Who sends it, by name.</param>
    public static Letter Of(string text, Round round, Reporter reporter, Account to, string link, string from) =>
        new(
            to.Email,
            to.Name,
            $"Påminnelse: redovisningen {round.Id} från {reporter.Name}",
            $"{ReminderText.FilledIn(text, round, reporter, link)}\n\n{string.Join("\n", Ending(round, from))}\n",
            // What no reporter wrote is asked of nobody in earnest.
            to.IsSample
                || round.Origin != Origin.Reported
        );

    private static IEnumerable<string> Ending(Round round, string from)
    {
        yield return $"{from}, genom Samla";
        yield return round.Title;
        if (round.Mark is { } mark)
        {
            yield return Marks.Sentence(mark);
        }
    }
}
