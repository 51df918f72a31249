namespace Samla.Analyse;

/// <summary>How far the reading of one answer has come.</summary>
public enum AnswerState
{
    /// <summary>Read to its end, and some of it has codes.</summary>
    Coded,

    /// <summary>Some of it has codes, but nobody has read it to its end.</summary>
    Begun,

    /// <summary>Read to its end, and none of it was given a code.</summary>
    Silent,

    /// <summary>Submitted and not read.</summary>
    Unread,

    /// <summary>The reporter submitted and left this answer empty.</summary>
    Blank,

    /// <summary>Nothing is submitted.</summary>
    Missing,

    /// <summary>The question was not put to this reporter.</summary>
    NotAsked,
}

/// <summary>How an answer that there is stands.</summary>
public static class AnswerStateRule
{
    extension(AnswerState)
    {
        public static AnswerState Of(bool isRead, bool isCoded) =>
            (isRead, isCoded) switch
            {
                (true, true) => AnswerState.Coded,
                (true, false) => AnswerState.Silent,
                (false, true) => AnswerState.Begun,
                (false, false) => AnswerState.Unread,
            };
    }
}
