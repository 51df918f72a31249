namespace Samla.Letters;

/// <summary>A letter to one person.</summary>
/// <param name="Email">Where to.</param>
/// <param name="Name">To whom.</param>
/// <param name="Subject">What about.</param>
/// <param name="Text">Plain text, in Swedish.</param>
/// <param name="IsTrial">Whether it belongs to the sample: such a letter is never sent, only laid in the outbox.</param>
public sealed record Letter(string Email, string Name, string Subject, string Text, bool IsTrial)
{
    /// <summary>What is sent along; null for none.</summary>
    public LetterFile? File { get; init; }

    /// <summary>Who takes an answer; null where nobody does, and then no machine is asked for one either.</summary>
    public string? AnswerTo { get; init; }
}

/// <summary>A file that is sent along with a letter.</summary>
/// <param name="Name">What it is called where it arrives.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record LetterFile(string Name, string Type, byte[] Content);
