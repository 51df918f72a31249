namespace Samla.Domain.Collect;

/// <summary>
/// A text that an answer has had: what one person wrote without a long break. Writing saves itself every few seconds, so saves
/// that only go on are kept as one; a save that takes words away begins a new one, and the words stay here.
/// </summary>
public sealed class AnswerRevision
{
    /// <summary>From the first save: after it a new one begins even if the person writes on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Characters: a save with which more than this is gone, or that takes away more than half of the text, begins a new one.</summary>
    public const int MostTakenAway = 100;

    public required Id<Submission> SubmissionId { get; init; }

    public required Key<Requirement> RequirementId { get; init; }

    /// <summary>The number of its first save, as <see cref="Answer.Revision"/> counts them.</summary>
    public required int First { get; init; }

    /// <summary>The number of its last save.</summary>
    public required int Last { get; set; }

    /// <summary>The text as the last save left it, with line breaks as LF.</summary>
    [Draft]
    public required string Text { get; set; }

    /// <summary>How many characters its saves have taken away, all together.</summary>
    public int Gone { get; private set; }

    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Who wrote it; empty where it was there before histories were kept.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Whether a save only goes on with this.</summary>
    public bool GoesOn(string text, string actor, DateTimeOffset now) =>
        actor == SavedBy
        && now - BegunAt < Longest
        && TakenAway(Text, text) is var taken
        && taken <= Text.Length / 2
        && Gone + taken <= MostTakenAway;

    /// <summary>Takes in a save that only goes on with this.</summary>
    public void GoOn(string text, int revision, DateTimeOffset now)
    {
        Gone += TakenAway(Text, text);
        (Text, Last, SavedAt) = (text, revision, now);
    }

    /// <summary>How many characters of a text are not at the beginning or the end of the next: at least as many as are gone.</summary>
    public static int TakenAway(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var rest = before.AsSpan(start);
        var other = after.AsSpan(start);
        var end = 0;
        while (end < rest.Length && end < other.Length && rest[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return rest.Length - end;
    }
}
